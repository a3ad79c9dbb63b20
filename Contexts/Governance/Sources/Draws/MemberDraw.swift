import Kernel

/// Members of a body, drawn by lot from candidates: the list is fixed first, then the log says who. A citizens' forum is filled so, and again
/// when its term is over.
package struct MemberDraw: Record {
    package var id = ID<MemberDraw>("")
    package var body = ID<Body>("")
    package var why = Text()
    package var candidates: [DrawCandidate] = []
    package var quotas: [DrawQuota] = []
    /// How long those drawn sit.
    package var term = Period()
    /// When the list was fixed.
    package var announced: Day?
    /// How many entries the log had when the list was fixed; nil before the draw.
    package var seedSize: Int?
    /// Root of the log with these entries, base64, as a checkpoint writes it.
    package var seedRoot = ""
    /// The keys of those drawn: by quota, each in the order of the lot.
    package var drawn: [String] = []
    package var drawnOn: Day?
    package var withdrawn: Day?
    package var withdrawnWhy = Text()

    package init() {}

    package var title: Text { Text("Loting voor \(body)", "Draw for \(body)") }
    package func title(with names: Names) -> Text {
        let name = names[body]
        let on = announced.map { (", \($0.shown(.nl))", ", \($0.shown(.en))") } ?? ("", "")
        return Text("Loting: \(name.dutch)\(on.0)", "Draw: \(name.english)\(on.1)")
    }

    package static let naming = Naming(
        "memberDraw", "memberDraws", Text("Loting van leden", "Drawing of members"),
        Text("Lotingen van leden", "Drawings of members"),
        meaning: Text(
            "Leden van een orgaan, door loting gekozen uit een lijst die vooraf vaststond; iedereen kan haar narekenen.",
            "Members of a body, drawn by lot from a list that was fixed beforehand; anyone can recompute it."))

    package static let isProcess = true

    package static let fields: [Field<MemberDraw>] = [
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field("why", \.why, Text("Waarom", "Why"), shape: .text(long: true)),
        Field("candidates", \.candidates, Text("Kandidaten", "Candidates"), required: true),
        Field("quotas", \.quotas, Text("Plaatsen per groep", "Places by group"), required: true),
        Field("term", \.term, Text("Termijn", "Term")),
        Field("announced", \.announced, Text("Lijst vastgelegd op", "List fixed on"), required: true),
        Field("seedSize", \.seedSize, Text("Zaad: regels van het logboek", "Seed: entries of the log")),
        Field("seedRoot", \.seedRoot, Text("Zaad: wortel van het logboek", "Seed: root of the log"), longest: 100),
        Field("drawn", \.drawn, Text("Geloot", "Drawn"), longest: DrawCandidate.longest),
        Field("drawnOn", \.drawnOn, Text("Geloot op", "Drawn on")),
        Field("withdrawn", \.withdrawn, Text("Ingetrokken op", "Withdrawn on")),
        Field(
            "withdrawnWhy", \.withdrawnWhy, Text("Waarom ingetrokken", "Why withdrawn"), shape: .text(long: true)),
    ]

    package var isOpen: Bool { drawn.isEmpty && withdrawn == nil }
}

/// Somebody who can be drawn, by a number or word. Who that is stays with who keeps the list: everybody can read a draw.
package struct DrawCandidate: Part, Hashable {
    static let longest = 60

    package var key = ""
    /// One of the groups of the quotas; "" when there is one without a name.
    package var group = ""

    package init() {}

    package init(_ key: String, _ group: String = "") {
        self.key = key
        self.group = group
    }

    package static let fields: [Field<DrawCandidate>] = [
        Field("key", \.key, Text("Nummer of woord", "Number or word"), required: true, longest: longest),
        Field("group", \.group, Text("Groep", "Group"), longest: 100),
    ]
}

/// How many are drawn from a group.
package struct DrawQuota: Part, Hashable {
    package var group = ""
    package var seats = 1

    package init() {}

    package init(_ seats: Int, of group: String = "") {
        self.seats = seats
        self.group = group
    }

    package static let fields: [Field<DrawQuota>] = [
        Field("group", \.group, Text("Groep", "Group"), longest: 100),
        Field("seats", \.seats, Text("Plaatsen", "Places"), shape: .whole(1...10_000), required: true),
    ]
}
