import Ecosystems
import Kernel
import Parties

/// What is not said yet: interests, borders, assumptions without a test, words without a counter-example.
enum GroundFindings {
    static let rules = [
        FindingRule(noInterest), FindingRule(opposingUnspoken), FindingRule(untested), FindingRule(boundaries),
        FindingRule(noCounterExample),
    ]

    static func noInterest(_ situation: Situation) -> [Finding] {
        let organisations = situation.state[Organisation.self]
        let spoken = Set(situation.state[Interest.self].records.map(\.organisation))
        let silent = Standing(situation.state[Participation.self].records).joined.filter { party in
            !spoken.contains(party) && organisations[party]?.interests.isEmpty != false
        }
        guard !silent.isEmpty else { return [] }
        let list = Text.listing(silent.map(situation.name))
        return [
            Finding(
                "interest.none", .notice,
                Text(
                    "Van \(silent.count) \(silent.count == 1 ? "deelnemer" : "deelnemers") is geen belang bekend: \(list.nl).",
                    "Of \(silent.count) \(silent.count == 1 ? "participant" : "participants") no interest is known: \(list.en)."
                ),
                why: Text(
                    "Belangen die niemand noemt, sturen toch mee. Vraag elke partij wat zij te winnen en te verliezen heeft.",
                    "Interests that nobody names steer all the same. Ask each party what it has to gain and to lose."),
                kind: Interest.naming.plural)
        ]
    }

    static func opposingUnspoken(_ situation: Situation) -> [Finding] {
        let joined = Standing(situation.state[Participation.self].records).joined.count
        guard joined > 2, !situation.state[Interest.self].records.contains(where: { $0.stance == .opposing })
        else { return [] }
        return [
            Finding(
                "interest.opposing-unspoken", .notice,
                Text(
                    "Bij \(joined) deelnemers is nog geen enkel tegengesteld belang uitgesproken.",
                    "Among \(joined) participants not a single opposing interest has been spoken out."),
                why: Text(
                    "Tegengestelde belangen mogen er zijn, als ze op tafel liggen. Bespreek wat er bij wie kan wringen.",
                    "Opposing interests may exist, once they are on the table. Discuss what may chafe, and for whom."),
                kind: Interest.naming.plural)
        ]
    }

    static func untested(_ situation: Situation) -> [Finding] {
        grouped(
            "assumption.untested", situation.state[Assumption.self].records.filter { $0.state == .untested },
            Text("nog niet getoetst", "not tested yet"),
            why: Text(
                "Een aanname die niet klopt, komt op het duurste moment uit. Bedenk per aanname een kleine toets.",
                "A wrong assumption shows at the most expensive moment. Think of a small test for each."))
    }

    static func boundaries(_ situation: Situation) -> [Finding] {
        let sides = Set(situation.state[Boundary.self].records.map(\.side))
        guard !sides.contains(.outside) else { return [] }
        let none = sides.isEmpty
        return [
            Finding(
                none ? "boundary.none" : "boundary.none-out", .notice,
                none
                    ? Text("Het doel is niet afgebakend.", "The goal has no boundaries.")
                    : Text("Er staat nergens wat er niet bij hoort.", "Nothing says what is out of scope."),
                why: Text(
                    "Een doel zonder grens groeit tot niemand het nog haalt. Schrijf op wat erbij hoort en wat niet, met een voorbeeld.",
                    "A goal without a border grows until nobody reaches it. Write down what is in and what is out, with an example."
                ),
                kind: Boundary.naming.plural)
        ]
    }

    static func noCounterExample(_ situation: Situation) -> [Finding] {
        grouped(
            "term.no-counter-example", situation.state[Term.self].records.filter { $0.counterExamples.isEmpty },
            Text("zonder tegenvoorbeeld", "without a counter-example"),
            why: Text(
                "Pas als u zegt wat een woord niet betekent, merkt u dat een ander er iets anders bij denkt.",
                "Only when you say what a word does not mean, you notice that another thinks of something else."))
    }

    private static func grouped<R: Record>(_ rule: String, _ records: [R], _ what: Text, why: Text) -> [Finding] {
        let records = records.sorted { $0.id < $1.id }
        guard let first = records.first else { return [] }
        let list = Text.listing(records.map(\.title))
        let one = records.count == 1
        let label = one ? R.naming.label : R.naming.pluralLabel
        return [
            Finding(
                rule, .notice,
                Text(
                    "\(records.count) \(label.nl.lowercased()) \(what.nl): \(list.nl).",
                    "\(records.count) \(label.en.lowercased()) \(what.en): \(list.en)."),
                why: why, kind: R.naming.plural, record: one ? first.id.rawValue : "")
        ]
    }
}
