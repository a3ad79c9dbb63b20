import Kernel
import Testing

@testable import Agreements

/// The rules that the sources name, each watched.
@Suite("Norms: the rules that the sources name")
struct NormExampleTests {
    @Test("Commons: whoever offers less than 2,500 in a year is told so, with the amounts")
    func offers() throws {
        var norms = try NormSample(Rules.offer, variables: [("commons-value", "amount", "2500")])
        try norms.act("o1", "offer", by: "net", on: "2026-03-04", amount: 1_900)
        try norms.act("o2", "offer", by: "cloud", on: "2026-05-01", amount: 2_500)

        #expect(try norms.states("net", "2026-06-01") == ["due"])
        #expect(try norms.states("net", "2026-12-01") == ["at-risk"])
        #expect(try norms.states("cloud", "2026-06-01") == ["kept"])
        #expect(try norms.states("cloud", "2026-04-30") == ["due"])
        let net = try norms.first("net", "2027-01-01")
        #expect(net.state == .breached)
        #expect(net.due == Day("2026-12-31"))
        #expect(net.explanation.en == "Offer: € 1,900 of € 2,500 in 2026, last on 4 March 2026.")
        #expect(net.explanation.nl == "Aanbieden: € 1.900 van € 2.500 in 2026, het laatst op 4 maart 2026.")
        #expect(net.evidence == [EvidenceLink(kind: "acts", id: "o1")])
        try norms.act("o3", "offer", by: "net", on: "2026-12-31", amount: 600)
        #expect(try norms.states("net", "2027-01-01") == ["due", "kept"])
    }

    @Test("Commons: samples count for each provider and year by itself")
    func samples() throws {
        var norms = try NormSample(Rules.sample, variables: [("sample-value", "amount", "2500")])
        try norms.act("s1", "sample", by: "net", on: "2026-02-01", amount: 1_500, ["towards": "cloud"])
        try norms.act("s2", "sample", by: "net", on: "2026-03-01", amount: 1_500, ["towards": "stad"])
        #expect(try norms.states("net", "2026-03-02") == ["kept"])

        try norms.act("s3", "sample", by: "net", on: "2026-04-01", amount: 1_001, ["towards": "cloud"])
        let net = try norms.first("net", "2026-05-01")
        #expect(net.state == .breached)
        #expect(net.due == Day("2026-04-01"))
        #expect(net.explanation.en == "Take a sample: € 2,501 towards Cloud BV, at most € 2,500, in 2026.")
        #expect(try norms.states("net", "2026-03-31") == ["kept"])
        #expect(try norms.states("net", "2027-02-01") == ["breached", "kept"])
    }

    @Test("A report to the steering group in each half year")
    func reports() throws {
        var norms = try NormSample(
            Rules.report.merging(["least": "2"]) { $1 }, variables: [("steering-group", "body", "stuurgroep")])
        try norms.act("r1", "report", by: "stad", on: "2026-02-01", ["body": "stuurgroep"])
        #expect(try norms.states("stad", "2026-03-01") == ["due"])
        try norms.act("r2", "report", by: "stad", on: "2026-03-04", ["body": "stuurgroep"])
        try norms.act("r3", "report", by: "net", on: "2026-03-04")

        let stad = try norms.first("stad", "2026-06-30")
        #expect(stad.state == .kept)
        #expect(stad.explanation.en == "Report: 2 of 2 in the first half of 2026, last on 4 March 2026.")
        #expect(try norms.states("stad", "2026-03-03") == ["due"])
        #expect(try norms.states("stad", "2026-07-01") == ["due", "kept"])
        // A report that went elsewhere does not count.
        #expect(try norms.states("net", "2026-06-30") == ["at-risk"])
        #expect(try norms.states("net", "2026-07-01") == ["breached", "due"])
    }

    @Test("Each party in at least two working groups, on any day")
    func workingGroups() throws {
        var norms = try NormSample(Rules.takePart)
        for (id, members) in [("data", ["stad", "net"]), ("energie", ["stad"])] {
            try norms.sample.put(
                "bodies", id,
                [
                    "name": .string(id), "sort": "working-group", "members": .list(members.map(Value.string)),
                ])
        }
        #expect(try norms.states("stad", "2026-02-01") == ["kept"])
        let net = try norms.first("net", "2026-02-01")
        #expect(net.state == .breached)
        #expect(net.explanation.en == "Take part: 1 of 2.")
        #expect(net.evidence.map(\.id) == ["data"])
    }

    @Test("The steering group meets each quarter, and bears that norm itself")
    func meetings() throws {
        var norms = try NormSample(Rules.meet, variables: [("steering-group", "body", "stuurgroep")])
        try norms.sample.put("meetings", "m1", ["body": "stuurgroep", "on": "2026-02-10"])
        let quarter = try norms.first("stuurgroep", "2026-03-31")
        #expect(quarter.state == .kept)
        #expect(quarter.bearer.sort == .body)
        #expect(
            quarter.explanation.nl
                == "Bijeenkomen: 1 van 1 in het eerste kwartaal van 2026, het laatst op 10 februari 2026.")
        #expect(try norms.states("stuurgroep", "2026-04-01") == ["due", "kept"])
        #expect(try norms.states("stuurgroep", "2026-06-20") == ["at-risk", "kept"])
        #expect(try norms.states("stuurgroep", "2026-07-01") == ["breached", "due"])
    }

    @Test("Above an amount a commitment needs a mandate that reaches as far, on that day")
    func mandates() throws {
        var norms = try NormSample(Rules.mandate, variables: [("mandate-limit", "amount", "10000")])
        try norms.act("c1", "commit", by: "net", on: "2026-02-01", amount: 10_000)
        #expect(try norms.states("net", "2026-02-02") == [])
        try norms.act("c2", "commit", by: "net", on: "2026-02-03", amount: 50_000)
        #expect(try norms.states("net", "2026-02-04") == ["kept"])
        try norms.act("c3", "commit", by: "net", on: "2026-02-05", amount: 50_001)
        let net = try norms.first("net", "2026-02-06")
        #expect(net.state == .breached)
        #expect(net.due == Day("2026-02-05"))
        try norms.sample.patch("mandates", "m-cloud", ["period": ["until": "2026-01-31"]])
        try norms.act("c4", "commit", by: "cloud", on: "2026-02-01", amount: 20_000)
        #expect(try norms.states("cloud", "2026-02-02") == ["breached"])
    }

    @Test("Data are destroyed within a term after a project ends, by whoever has the role")
    func destruction() throws {
        var norms = try NormSample(Rules.destroy, variables: [("retention", "number", "6")])
        let nobody = try norms.statuses("2026-02-01")
        #expect(nobody.map(\.state) == [.unchecked])
        #expect(nobody.map(\.bearer.id) == ["handbook-roles/decomposer"])
        try norms.sample.put(
            "assignments", "a", ["organisation": "cloud", "role": "handbook-roles/decomposer"])
        #expect(try norms.statuses("2026-02-01").isEmpty)
        try norms.act("e1", "end-project", by: "stad", on: "2026-02-28", ["about": "lantaarns"])
        #expect(try norms.states("cloud", "2026-03-01") == ["due"])
        #expect(try norms.first("cloud", "2026-03-01").due == Day("2026-08-28"))
        #expect(try norms.states("cloud", "2026-08-28") == ["at-risk"])
        #expect(try norms.states("cloud", "2026-08-29") == ["breached"])
        try norms.act("d1", "destroy-data", by: "cloud", on: "2026-08-28", ["about": "lantaarns"])
        #expect(try norms.states("cloud", "2026-08-29") == ["kept"])
        #expect(try norms.states("cloud", "2026-08-27") == ["at-risk"])
    }

    @Test("Notice is given a term before an exit")
    func notices() throws {
        var norms = try NormSample(Rules.notice, variables: [("notice", "number", "6")])
        try norms.sample.put(
            "exits", "x", ["agreement": "samen", "party": "net", "given": "2026-02-01", "effective": "2026-12-31"])
        #expect(try norms.states("net", "2026-01-31") == [])
        #expect(try norms.first("net", "2026-03-01").due == Day("2026-06-30"))
        #expect(try norms.states("net", "2026-03-01") == ["due"])
        #expect(try norms.states("net", "2026-07-01") == ["breached"])
        #expect(try norms.states("cloud", "2026-07-01") == [])
        try norms.act("n1", "give-notice", by: "net", on: "2026-06-30")
        #expect(try norms.states("net", "2026-07-01") == ["kept"])
        try norms.sample.patch("acts", "n1", ["on": "2026-07-02"])
        let late = try norms.first("net", "2026-07-03")
        #expect(late.state == .breached)
        #expect(late.explanation.en.hasSuffix("done on 2 July 2026, 2 days late."))
    }

    @Test("Whoever deviates from advice gives reasons within so many working days")
    func motivation() throws {
        var norms = try NormSample(Rules.motivate, variables: [("motivation-time", "number", "10")])
        // 27 April is King's Day, 5 May Liberation Day.
        try norms.act("d1", "deviate", by: "stad", on: "2026-04-23")
        #expect(try norms.first("stad", "2026-04-24").due == Day("2026-05-11"))
        #expect(try norms.states("stad", "2026-05-12") == ["breached"])
        try norms.act("m1", "motivate", by: "stad", on: "2026-05-11", ["about": "acts/d1"])
        #expect(try norms.states("stad", "2026-05-12") == ["kept"])
    }

    @Test("A request is answered within five working days")
    func responses() throws {
        var norms = try NormSample(Rules.respond, variables: [("response-time", "number", "5")])
        try norms.act("q1", "request", by: "stad", on: "2026-04-01", ["towards": "net"])
        try norms.act("q2", "request", by: "stad", on: "2026-04-01", ["towards": "net"])
        try norms.act("a1", "respond", by: "net", on: "2026-04-09", ["about": "acts/q1"])
        #expect(try norms.first("net", "2026-04-03").due == Day("2026-04-10"))
        #expect(try norms.states("net", "2026-04-10") == ["at-risk", "kept"])
        #expect(try norms.states("net", "2026-04-11") == ["breached", "kept"])
        try norms.act("a2", "respond", by: "net", on: "2026-04-13", ["about": "acts/q2"])
        let late = try norms.first("net", "2026-04-14")
        #expect(late.state == .breached)
        #expect(late.explanation.nl.hasSuffix("gedaan op 13 april 2026, 3 dagen te laat."))
    }
}
