import Kernel
import Testing

@testable import Ecosystems

@Suite("An ecosystem for participants only") struct ClosedTests {
    private let stranger = Caller(account: "a", persons: [])

    @Test("is not there for others: to read, to write, as of earlier, or in the list")
    func closed() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        #expect(try await workshop.host.ids(openTo: { _ in stranger }) == ["shed"])
        try await shed.change(RecordChange("ecosystems", "shed", .patch(["participantsOnly": true])))

        #expect(try await workshop.host.ids(openTo: { _ in stranger }).isEmpty)
        #expect(try await workshop.host.ids(openTo: { _ in .atTheMachine }) == ["shed"])
        await #expect(throws: Refusal.notFound(.noSuchEcosystem("shed"))) { try await shed.reader(for: stranger) }
        await #expect(throws: Refusal.notFound(.noSuchEcosystem("shed"))) {
            try await shed.reader(for: stranger, asOf: 1)
        }
        await #expect(throws: Refusal.notFound(.noSuchEcosystem("shed"))) {
            try await shed.perform(ChangeRecords([RecordChange("tools", "saw", .remove)]), by: stranger)
        }
        await #expect(throws: Refusal.notFound(.noSuchEcosystem("shed"))) {
            try await shed.erase("tools", "saw", reason: "daarom", by: stranger)
        }
    }

    @Test("is there for who takes part or belongs to an organisation in it")
    func belonging() {
        var profile = Profile()
        profile.participantsOnly = true
        var rights = Rights()
        #expect(!rights.mayEnter(profile))
        rights.belongsTo = ["town"]
        #expect(rights.mayEnter(profile))
        rights = Rights()
        rights.orchestrates = true
        #expect(rights.mayEnter(profile))
        #expect(Rights().mayEnter(Profile()))
    }
}

@Suite("Adding a record") struct AddingTests {
    private struct Kiosk: Record {
        var id = ID<Kiosk>("")
        var title: Text { Text() }
        static let naming = Naming("kiosk", "kiosks", Text(), Text(), meaning: Text())
        static let owners = ["id"]
        static let fields: [Field<Kiosk>] = []
    }

    @Test("what owns itself is added by who orchestrates; there is one profile")
    func owners() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let reader = try await workshop.begun().reader(for: .atTheMachine)
        #expect(reader.requirementToAdd(Kind(Kiosk.self)) == .orchestrate)
        #expect(reader.requirementToAdd(Kind(Tool.self)) == .orchestrate)
        #expect(reader.mayAdd(Kind(Tool.self)) && !reader.mayAdd(Kind(Profile.self)))
    }
}
