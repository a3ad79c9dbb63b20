import Kernel
import Testing

@testable import Ecosystems
@testable import Parties
@testable import Purpose
@testable import Responsibilities

@Suite("Beginning a division")
struct StartTests {
    @Test("Who carries out an activity gets its R, once; activities that were divided already stay as they are")
    func doers() throws {
        var division = try Division()
        try division.assign("patch", "cloud", "A")
        try division.carryOut(TakeOverDoers())
        let matrix = division.matrix()
        #expect(matrix[.activity(ID("watch")), .organisation("client")].letters == "R")
        #expect(matrix[.activity(ID("patch")), .organisation("client")].isEmpty)
        #expect(rules { try division.carryOut(TakeOverDoers()) } == ["responsibility.nothing-open"])
    }

    @Test("Processes of the library become activities with who does them; a process that is used or unknown is refused")
    func processes() throws {
        var division = try Division()
        let id = "\(Division.model)/monitoring"
        try division.carryOut(AddProcesses([id], by: "net"))
        let activity = try #require(division.state[Activity.self].sorted.first { $0.process == id })
        #expect(activity.organisations == [ID("net")])
        #expect(division.matrix()[.activity(activity.id), .organisation("net")].letters == "R")
        #expect(try !AddProcesses.unused(in: division.situation).map(\.id).contains(id))
        for wrong in [[id], ["elsewhere/monitoring"], []] {
            #expect(rules { try division.carryOut(AddProcesses(wrong, by: "net")) } == ["responsibility.process"])
        }
        let other = "\(Division.model)/user-accounts"
        #expect(rules { try division.carryOut(AddProcesses([other], by: "")) } == ["responsibility.process-doer"])
    }

    @Test("Columns are offered for who has a role; without roles for who takes part; never for who left")
    func columns() throws {
        var division = try Division()
        func offered() throws -> [String] {
            var rights = Rights()
            rights.participates = true
            let reader = Reader(situation: try division.situation, rights: rights, catalogue: Division.catalogue)
            return OfferedParties(reader, on: division.today).first.map(\.id)
        }
        #expect(try offered() == [])
        try division.carryOut(
            ChangeRecords([
                RecordChange("participations", "cloud", .add(["organisation": "cloud", "status": "joined"])),
                RecordChange("participations", "net", .add(["organisation": "net", "status": "left"])),
            ]))
        #expect(try offered() == ["cloud"])
        for party in ["client", "net"] {
            let values: [String: Value] = [
                "role": "siam-roles/commissioning-organisation", "organisation": .string(party),
            ]
            try division.carryOut(ChangeRecords([RecordChange("assignments", party, .add(values))]))
        }
        #expect(try offered() == ["client"])
    }
}
