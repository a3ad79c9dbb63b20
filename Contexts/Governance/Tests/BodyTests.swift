import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("Bodies and meetings")
struct BodyTests {
    private static let catalogue = Catalogue(
        [
            GovernanceContext.parts,
            ContextParts(id: "parties", name: Text(same: "parties"), kinds: [Kind(Organisation.self)]),
        ], rights: { _, _ in Rights() })

    private func carriedOut(_ changes: [RecordChange]) throws -> Situation {
        var state = Self.catalogue.emptyState("city")
        let town = DomainEvent.record(
            .added, Organisation.naming, "town", fields: ["name": "Stad", "sector": "government"])
        try state.apply(town, at: 1, recordedAt: 0, catalogue: Self.catalogue)
        let events = try ChangeRecords(changes).decide(in: situation(state), catalogue: Self.catalogue)
        for event in events {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
        }
        return situation(state)
    }

    private func situation(_ state: EcosystemState) -> Situation {
        Situation(state: state, library: Library(), today: Day("2026-06-01") ?? Day(number: 0))
    }

    private func broken(_ changes: [RecordChange]) -> [String] {
        do {
            _ = try carriedOut(changes)
            return []
        } catch { return (error as? Refusal)?.problems.map(\.rule) ?? ["\(error)"] }
    }

    private static let council = RecordChange(
        "bodies", "council",
        .add(["name": ["nl": "Ecoraad", "en": "Eco council"], "sort": "council", "members": ["town"], "lead": "town"]))

    @Test("a meeting is called after its body and its day, in each language")
    func titles() throws {
        let meeting = RecordChange(
            "meetings", "m1", .add(["body": "council", "on": "2026-03-05", "attended": ["town"]]))
        let situation = try carriedOut([Self.council, meeting])
        var rights = Rights()
        rights.administers = true
        let reader = Reader(situation: situation, rights: rights, catalogue: Self.catalogue)
        let held = try #require(situation.state[Meeting.self][ID("m1")]?.on)
        let title = reader.title("meetings", "m1")
        #expect(title.nl == "Ecoraad, \(held.shown(.nl))")
        #expect(title.en == "Eco council, \(held.shown(.en))")
    }

    @Test("a body names organisations that exist, and a sort that exists")
    func references() {
        #expect(broken([Self.council]) == [])
        #expect(broken([RecordChange("bodies", "b", .add(["name": "B", "sort": "council", "lead": "nobody"]))]) != [])
        #expect(broken([RecordChange("bodies", "b", .add(["name": "B", "sort": "tribunal"]))]) != [])
    }

    @Test("a meeting has a day and a body, and minutes stand on the web")
    func meetings() {
        func broken(_ values: [String: Value]) -> [String] {
            self.broken([Self.council, RecordChange("meetings", "m", .add(values))])
        }
        #expect(broken(["body": "council", "on": "2026-03-05", "minutes": "https://example.org/minutes"]) == [])
        #expect(broken(["body": "council"]) != [])
        #expect(broken(["on": "2026-03-05"]) != [])
        #expect(broken(["body": "council", "on": "2026-03-05", "minutes": "javascript:x"]) != [])
    }
}
