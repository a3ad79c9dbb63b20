import Kernel
import Testing

@testable import Ecosystems
@testable import Responsibilities

@Suite("Responsibilities as tables")
struct TableTests {
    @Test("Lines that were written can be read back, which changes nothing")
    func roundTrip() throws {
        var division = try Division()
        try division.assign("patch", "client", "AR")
        try division.assign("watch", "bodies/steering", "C")
        try division.assign("\(Division.model)/iaas+\(Division.model)/data", "cloud", "R")
        try division.carryOut(
            ChangeRecords([
                RecordChange(
                    "responsibilities", "watch-net-i",
                    .add(["activity": "watch", "organisation": "net", "part": "informed", "note": "=1, \"a\"\nb"]))
            ]))
        let text = ResponsibilityTable.lines(division.state[Responsibility.self].sorted)
        let sequence = division.state.sequence
        try division.take(text, replacing: true)
        #expect(division.state.sequence == sequence)
        var other = try Division()
        try other.take(text)
        #expect(ResponsibilityTable.lines(other.state[Responsibility.self].sorted) == text)
    }

    @Test("A matrix with letters is taken over cell by cell, also with semicolons")
    func matrix() throws {
        var division = try Division()
        try division.take("subject;title;client;cloud\npatch;Patching;A;R\nwatch;;AR;\n")
        #expect(division.matrix()[.activity(ID("patch")), .organisation("cloud")].letters == "R")
        let text = ResponsibilityTable.matrix(division.matrix()) { $0.id }
        let sequence = division.state.sequence
        try division.take(text)
        #expect(division.state.sequence == sequence)
        try division.take("subject,client,cloud\npatch,,A\n")
        #expect(division.matrix().accountable(for: .activity(ID("patch"))) == .organisation("cloud"))
    }

    @Test("Replacing lets accountability pass from one party to another")
    func replacing() throws {
        var division = try Division()
        try division.take("activity,party,part\npatch,client,A\n")
        #expect(
            rules { try division.take("activity,party,part\npatch,cloud,A\n") } == ["responsibility.double-accountable"]
        )
        try division.take("activity,party,part\npatch,cloud,A\n", replacing: true)
        #expect(division.matrix().accountable(for: .activity(ID("patch"))) == .organisation("cloud"))
    }

    @Test("Every wrong line is refused by its number, and nothing is taken over")
    func refusals() throws {
        var division = try Division()
        func told(_ table: String) -> [String] {
            do {
                try division.take(table)
                return []
            } catch {
                return (error as? Refusal)?.problems.map { "\($0.rule) \($0.path.joined(separator: "/"))" } ?? []
            }
        }
        #expect(told("") == ["csv.header "])
        #expect(told("a,b\n1,2\n") == ["csv.header "])
        #expect(told("activity,party,part,colour\npatch,net,R,red\n") == ["csv.header colour"])
        #expect(
            told("activity,party,part,from\npatch,net,X,\n,net,R,\nwatch,,R,soon\n")
                == ["csv.cell 2/part", "csv.cell 3/activity", "csv.cell 4/party", "csv.cell 4/from"])
        #expect(told("activity,party,part\npatch,net,R\npatch,net,R\n") == ["csv.twice 3"])
        #expect(told("activity,party,part\npatch,nobody,R\n") == ["reference.missing 2/organisation"])
        #expect(told("subject,client\npatch,RX\n") == ["csv.cell 2/client"])
        #expect(told("activity,party,part\n\"patch,net,R\n") == ["csv.quote 2"])
        #expect(
            told("activity,party,part\npatch,net,A\npatch,cloud,A\n")
                == ["responsibility.double-accountable 2/part", "responsibility.double-accountable 3/part"])
        #expect(division.state[Responsibility.self].count == 0)
    }

    @Test("OSCAL names every party and part, with ids that follow from names")
    func oscal() throws {
        var division = try Division()
        try division.assign("patch", "client", "A")
        try division.assign("\(Division.model)/iaas+\(Division.model)/data", "cloud", "R")
        var rights = Rights()
        rights.administers = true
        let reader = Reader(situation: try division.situation, rights: rights, catalogue: Division.catalogue)
        let first = ResponsibilityOSCAL(division.matrix(), reader, language: .en)
        #expect(first.text == ResponsibilityOSCAL(division.matrix(), reader, language: .en).text)
        let definition = first.value["component-definition"]
        #expect(definition["metadata"]["oscal-version"] == "1.1.2")
        #expect(definition["metadata"]["parties"].list?.map { $0["name"] } == ["Client", "Cloud"])
        #expect(definition["components"].list?.map { $0["title"] } == ["IaaS", "Activities"])
        let requirement = definition["components"].list?[0]["control-implementations"].list?[0][
            "implemented-requirements"
        ].list?[0]
        #expect(requirement?["control-id"] == "data")
        #expect(requirement?["responsible-roles"].list?.map { $0["role-id"] } == ["responsible"])
        let uuid = definition["uuid"].string ?? ""
        #expect(uuid.contains(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
    }
}
