import Kernel
import Parties

/// Who takes part in an agreement, and as what.
package struct AgreementParty: Part {
    package var organisation = ID<Organisation>("")
    package var capacity = Text()

    package init() {}

    package static let fields: [Field<AgreementParty>] = [
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field(
            "capacity", \.capacity, Text("Hoedanigheid", "Capacity"),
            help: Text("Bijvoorbeeld opdrachtgever of leverancier.", "For example client or supplier.")),
    ]
}

/// Something that belongs to an agreement without being a clause.
package struct Annex: Part {
    package var title = Text()
    package var text = Text()
    package var address = ""

    package init() {}

    package static let fields: [Field<Annex>] = [
        Field("title", \.title, Text("Titel", "Title"), required: true),
        Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true)),
        Field("address", \.address, Text("Vindplaats", "Where it is"), shape: .web),
    ]
}

/// When a version comes into force: who must have accepted it.
package struct EntryRule: Part {
    package var needs = Needs.all
    package var named: [ID<Organisation>] = []
    package var count: Int?
    /// The last day; without enough acceptances by then it lapses.
    package var by: Day?

    package init() {}

    package static let fields: [Field<EntryRule>] = [
        Field("needs", \.needs, Text("Nodig", "Needed"), required: true),
        Field("named", \.named, Text("Wie", "Who")),
        Field("count", \.count, Text("Hoeveel", "How many"), shape: .whole(1...100_000)),
        Field("by", \.by, Text("Uiterlijk op", "By")),
    ]

    package enum Needs: String, ChoiceValue {
        case all
        case named
        case count

        package var label: Text {
            switch self {
            case .all: Text("alle partijen", "all parties")
            case .named: Text("genoemde partijen", "named parties")
            case .count: Text("een aantal partijen", "a number of parties")
            }
        }
    }

    func problems(among parties: [ID<Organisation>]) -> [Problem] {
        switch needs {
        case .all: []
        case .named where named.isEmpty: [.whose]
        case .named:
            named.enumerated().filter { !parties.contains($1) }.map {
                Problem.noParty($1).under(String($0)).under("named")
            }
        case .count:
            count.map { $0 > parties.count && !parties.isEmpty ? [.tooMany($0, parties.count)] : [] } ?? [.howMany]
        }
    }

    /// Whether these acceptances are enough.
    func isMet(by accepted: Set<ID<Organisation>>, of parties: [ID<Organisation>]) -> Bool {
        switch needs {
        case .all: !parties.isEmpty && accepted.isSuperset(of: parties)
        case .named: !named.isEmpty && accepted.isSuperset(of: named)
        case .count: accepted.intersection(parties).count >= count ?? .max
        }
    }
}

extension Problem {
    fileprivate static let whose = Problem(
        "entry.named", at: ["named"], Text("Er staat niet wie moet tekenen.", "It does not say who must sign."),
        mend: Text("Noem de partijen.", "Name the parties."))

    fileprivate static let howMany = Problem(
        "entry.count", at: ["count"], Text("Er staat niet hoeveel partijen.", "It does not say how many parties."),
        mend: Text("Noem het aantal.", "Give the number."))

    fileprivate static func tooMany(_ count: Int, _ parties: Int) -> Problem {
        Problem(
            "entry.count", at: ["count"],
            Text("\(count) is meer dan de \(parties) partijen.", "\(count) is more than the \(parties) parties."),
            mend: Text("Noem hooguit \(parties).", "Give \(parties) at most."))
    }

    static func noParty(_ id: ID<Organisation>) -> Problem {
        Problem(
            "agreement.no-party",
            Text("“\(id)” is geen partij bij deze afspraak.", "“\(id)” is not a party to this agreement."),
            mend: Text("Kies een van de partijen.", "Choose one of the parties."))
    }
}
