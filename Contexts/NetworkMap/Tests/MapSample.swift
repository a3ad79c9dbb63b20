import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Ecosystems
@testable import NetworkMap

/// A small network with roles, periods and a participant whom nobody is tied to.
struct MapSample {
    static let catalogue = Catalogue(
        [
            NetworkMapContext.parts,
            ContextParts(
                id: "parties", name: Text(same: "parties"),
                kinds: [Kind(Organisation.self), Kind(Person.self), Kind(Participation.self), Kind(Assignment.self)]),
        ], rights: { _, _ in Rights() })

    let library: Library
    private(set) var state = catalogue.emptyState("net")

    /// Without organisations.
    init() throws {
        library = try Library().adding(copies: [("sorts", Self.sorts), ("ties", Self.ties), ("crew", Self.crew)])
    }

    static func filled() throws -> MapSample {
        var sample = try MapSample()
        for (id, sector, since) in [
            ("town", "state", "2020-01-01"), ("firm", "trade", "2022-01-01"), ("lab", "trade", "2020-01-01"),
            ("club", "trade", "2020-01-01"),
        ] {
            try sample.add("organisations", id, ["name": .string(id.capitalized), "sector": .string(sector)])
            try sample.add(
                "participations", id, ["organisation": .string(id), "status": "joined", "since": .string(since)])
        }
        try sample.add("assignments", "a", ["organisation": "town", "role": "crew/pilot"])
        try sample.add("assignments", "b", ["organisation": "firm", "role": "crew/cook"])
        try sample.tie("r1", "town", "firm", "pays", ["from": "2022-01-01"])
        try sample.tie("r2", "firm", "lab", "knows", ["until": "2021-12-31"])
        try sample.tie("r3", "lab", "town", "pays")
        return sample
    }

    mutating func tie(_ id: String, _ from: String, _ to: String, _ kind: String, _ period: Value = .null) throws {
        try add(
            "relations", id,
            ["from": .string(from), "to": .string(to), "kind": .string(kind), "period": period].filter {
                !$0.value.isNull
            })
    }

    mutating func add(_ kind: String, _ id: String, _ values: [String: Value]) throws {
        let naming = try #require(Self.catalogue.kind(kind)).naming
        let event = DomainEvent.record(.added, naming, id, fields: values)
        try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
    }

    var reader: Reader { Reader(situation: situation, rights: Rights(), catalogue: Self.catalogue) }

    var situation: Situation { Situation(state: state, library: library, today: Day(number: 20_000)) }

    func picture(_ question: MapQuestion = MapQuestion()) throws -> NetworkPicture {
        try NetworkPicture.of(question, reader, language: .en, link: { "/organisations/\($0)" })
    }

    private static func head(_ family: String, _ id: String) -> String {
        "family: \(family)\nid: \(id)\nversion: 1\nname: {nl: \(id), en: \(id)}\nsummary: {nl: a, en: b}\norigin: stelsel\n"
    }

    private static func entry(_ id: String, _ more: String) -> String {
        "  - {id: \(id), name: {nl: \(id) nl, en: \(id) en}, summary: {nl: a, en: b}, \(more)}\n"
    }

    private static let sorts =
        head("sectors", "sorts") + "sectors:\n" + entry("trade", "shape: square, helix: business")
        + entry("state", "shape: circle, helix: government")

    private static let ties =
        head("relation-kinds", "ties") + "kinds:\n" + entry("pays", "directed: true")
        + entry("knows", "directed: false") + entry("supply", "directed: true")
        + entry("governance", "directed: true")

    private static let crew =
        head("roles", "crew") + "roles:\n" + entry("captain", "holder: organisation, rights: [orchestrate]")
        + entry("pilot", "holder: organisation, partOf: captain") + entry("cook", "holder: organisation")
}
