import Kernel
import Parties

/// How organisations felt about one text of a proposal. When the text changes, what they said stays with the text that it was about.
package struct SenseCheck: Sendable {
    /// Which text, from 1.
    package let number: Int
    /// The last that each organisation said of this text, in the order of the organisations.
    package let soundings: [Sounding]

    /// How many said what, from warm to cold; a gradient that nobody chose counts 0.
    package var warmth: [(warmth: Sounding.Warmth, count: Int)] {
        Sounding.Warmth.allCases.map { warmth in (warmth, soundings.count { $0.warmth == warmth }) }
    }

    /// What was said, in one line: “2× van harte, 1× ik twijfel”.
    package var words: Text {
        let told = warmth.filter { $0.count > 0 }
        return Text(
            told.map { "\($0.count)× \($0.warmth.label.nl)" }.joined(separator: ", "),
            told.map { "\($0.count)× \($0.warmth.label.en)" }.joined(separator: ", "))
    }

    package func holds(_ organisation: ID<Organisation>) -> Bool {
        soundings.contains { $0.organisation == organisation }
    }
}

extension ProposalCourse {
    /// One for each text that anybody was asked about, the youngest text first.
    package var senseChecks: [SenseCheck] {
        let byText = Dictionary(grouping: soundings) { $0.number ?? proposal.number(on: $0.on) }
        return byText.sorted { $0.key > $1.key }.map { number, soundings in
            // In the order of the days: what an organisation said last is what counts.
            let last = Dictionary(soundings.map { ($0.organisation, $0) }, uniquingKeysWith: { $1 })
            return SenseCheck(number: number, soundings: last.sorted { $0.key < $1.key }.map(\.value))
        }
    }

    /// Of the present text; nil while nobody was asked about it.
    package var senseCheck: SenseCheck? { senseChecks.first { $0.number == proposal.number } }

    /// The organisations that said how they feel about an earlier text and not about this one: they are asked again.
    package var toSoundAgain: [ID<Organisation>] {
        Set(soundings.map(\.organisation)).filter { senseCheck?.holds($0) != true }.sorted()
    }
}

extension Proposal {
    /// Which text it was on a day; the present one without a day. On the day of a change that is the text that was changed.
    func number(on day: Day?) -> Int {
        guard let day else { return number }
        return earlier.first { $0.until.map { day <= $0 } ?? false }?.number ?? number
    }
}
