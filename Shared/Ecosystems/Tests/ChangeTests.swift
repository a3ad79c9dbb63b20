import Kernel
import Testing

@testable import Ecosystems

@Suite("Changing records") struct ChangeTests {
    private func problems(_ body: () async throws -> Void) async -> [String] {
        do {
            try await body()
            return []
        } catch let refusal as Refusal { return refusal.problems.map(\.rule) } catch { return ["\(error)"] }
    }

    @Test(
        "refuses with the rule, and changes nothing",
        arguments: [
            ([RecordChange("tools", "saw", .put(["name": "Saw", "colour": "red"]))], "field.unknown"),
            ([RecordChange("tools", "saw", .put(["name": ["nl": "Zaag", "fr": "Scie"]]))], "text.language"),
            ([RecordChange("tools", "saw", .put(["name": "Saw", "count": "many"]))], "field.type"),
            ([RecordChange("tools", "saw", .put(["name": "Saw", "count": 5_000]))], "field.range"),
            ([RecordChange("tools", "saw", .put([:]))], "field.required"),
            ([RecordChange("tools", "saw", .put(["name": "Saw", "madeOf": "iron"]))], "reference.missing"),
            (
                [
                    RecordChange(
                        "tools", "saw", .put(["name": "Saw", "period": ["from": "2026-02-01", "until": "2026-01-01"]]))
                ], "period.order"
            ),
            ([RecordChange("tools", "saw", .put(["name": "Saw", "period": ["from": "2026-02-30"]]))], "field.day"),
            (
                [RecordChange("tools", "saw", .put(["name": .string(String(repeating: "a", count: 201))]))],
                "field.too-long"
            ),
            ([RecordChange("tools", "saw", .put(["name": "Saw", "usedWith": ["wood", "wood"]]))], "field.duplicate"),
            ([RecordChange("tools", "Saw!", .put(["name": "Saw"]))], "id.form"),
            ([RecordChange("tools", "hammer", .add(["name": "Hammer"]))], "record.duplicate"),
            ([RecordChange("tools", "hammer", .patch(["name": "Hammer"]), seen: 1)], "record.stale"),
            ([RecordChange("tools", "wood", .remove)], "record.mentioned"),
            ([RecordChange("tools", "wood", .patch(["madeOf": "hammer"]))], "reference.cycle"),
            ([RecordChange("tools", "ghost", .patch(["count": 1]))], "record.unknown"),
            ([RecordChange("ghosts", "a", .put([:]))], "kind.unknown"),
            ([RecordChange("adaptedMethods", "mine", .put(["yaml": "family: nothing"]))], "field.choice"),
        ])
    func refusals(changes: [RecordChange], rule: String) async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await shed.change(
            RecordChange("tools", "wood", .add(["name": "Wood"])),
            RecordChange("tools", "hammer", .add(["name": "Hammer", "madeOf": "wood"])))
        let before = await shed.state.picture(Workshop.catalogue)

        let rules = await problems { _ = try await shed.perform(ChangeRecords(changes), by: .atTheMachine) }

        #expect(rules.contains(rule), "\(rules)")
        #expect(await shed.state.picture(Workshop.catalogue) == before)
    }

    @Test("tells every problem at once")
    func all() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        let rules = await problems {
            try await shed.change(
                RecordChange("tools", "a", .put(["count": "x", "odd": 1])), RecordChange("tools", "b", .put([:])))
        }
        #expect(rules == ["field.type", "field.unknown", "field.required", "field.required"])
    }

    @Test("a field that is refused hides no name that leads nowhere, and no other field is blamed")
    func namesToo() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        let rules = await problems {
            try await shed.change(
                RecordChange(
                    "tools", "A!",
                    .put([
                        "name": "A", "odd": 1, "period": ["from": "2026-02-30"], "madeOf": "iron", "usedWith": "saw",
                    ])))
        }
        #expect(rules == ["id.form", "field.type", "field.day", "field.unknown", "reference.missing"])
    }

    @Test("what cannot go because many name it, says so in a sentence")
    func named() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await shed.change(RecordChange("tools", "wood", .add(["name": "Wood"])))
        for number in 1...7 {
            try await shed.change(RecordChange("tools", "t\(number)", .add(["name": "T", "madeOf": "wood"])))
        }
        do {
            try await shed.change(RecordChange("tools", "wood", .remove))
            Issue.record("It went.")
        } catch let refusal as Refusal {
            let message = try #require(refusal.problems.first?.message)
            #expect(message.en.hasPrefix("“wood” cannot go. It is named by tools/t1 (madeOf), "))
            #expect(message.en.hasSuffix("tools/t5 (madeOf), and 2 more."))
            #expect(message.nl.hasSuffix(", en nog 2."))
        }
    }

    @Test("a reason has an end")
    func reason() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        let change = ChangeRecords(
            [RecordChange("tools", "a", .add(["name": "A"]))], reason: String(repeating: "a", count: 1_001))
        #expect(await problems { _ = try await shed.perform(change, by: .atTheMachine) } == ["field.too-long"])
    }

    @Test("only an administrator may begin; nobody else may write without a right")
    func rights() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.host.begin("shed")
        let change = ChangeRecords([RecordChange("ecosystems", "shed", .add(["name": "Shed", "languages": ["nl"]]))])
        #expect(await problems { _ = try await shed.perform(change, by: .anyone) } == ["rights.write"])
        #expect(
            await problems { _ = try await shed.perform(change, by: Caller(account: "x")) } == ["rights.administer"])
    }

    @Test("merging moves every mention and keeps the history")
    func merge() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        for id in ["wood", "timber"] { try await shed.change(RecordChange("tools", id, .add(["name": .string(id)]))) }
        try await shed.change(
            RecordChange("tools", "saw", .add(["name": "Saw", "madeOf": "timber", "usedWith": ["timber", "wood"]])))

        _ = try await shed.perform(MergeRecords(kind: "tools", duplicate: "timber", into: "wood"), by: .atTheMachine)

        let saw = await shed.state[Tool.self]["saw"]
        #expect(saw?.madeOf == "wood")
        #expect(saw?.usedWith == ["wood"])
        #expect(await shed.state[Tool.self]["timber"] == nil)
    }

    @Test("reverting brings back an earlier version and leaves both in the history")
    func revert() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await shed.change(RecordChange("tools", "saw", .add(["name": "Saw", "count": 1])))
        try await shed.change(RecordChange("tools", "saw", .patch(["count": 2, "secret": "x"])))
        let versions = try await shed.versions(of: "tools", "saw")
        #expect(versions.map { $0.values["count"] } == [2, 1])

        let first = try #require(versions.last)
        _ = try await shed.perform(
            RevertRecord(
                kind: "tools", id: "saw", version: first.item.sequence, values: first.values,
                seen: versions[0].item.sequence),
            by: .atTheMachine)

        #expect(await shed.state[Tool.self]["saw"]?.count == 1)
        #expect(await shed.state[Tool.self]["saw"]?.secret == "")
        #expect(try await shed.versions(of: "tools", "saw").count == 3)
    }

    @Test("a reader who is not entitled does not see a hidden field, in the record nor in a search")
    func visibility() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await shed.change(RecordChange("tools", "saw", .add(["name": "Saw", "secret": "sharp"])))
        let reader = try await shed.reader(for: .anyone)
        #expect(reader.record(Tool.self, "saw")?.secret == "")
        #expect(reader.records(Tool.self).map(\.secret) == [""])
        let all = try await shed.reader(for: .atTheMachine)
        #expect(all.record(Tool.self, "saw")?.secret == "sharp")
        #expect(try await shed.search("sharp", for: .anyone).isEmpty)
        #expect(try await shed.search("sharp", for: .atTheMachine).map(\.id) == ["saw"])
    }
}

extension ID: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral
{
    public init(stringLiteral value: String) { self.init(value) }
}
