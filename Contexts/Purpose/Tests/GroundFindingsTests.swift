import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("Findings about giving, getting and what is not said")
struct GroundFindingsTests {
    @Test("a payer who neither benefits nor receives anything is named with the activity")
    func payer() throws {
        let work = Ground.activity("work", ["payers": ["client", "beta"], "beneficiaries": ["beta", "alpha"]])
        let findings = try Ground.findings("activity.payer-gains-nothing", [work])
        #expect(findings.map(\.record) == ["work"])
        #expect(findings.first?.message.en == "“Client” pays for “Work” but gets nothing in return.")
        #expect(
            try Ground.findings("activity.payer-gains-nothing", [work, Ground.gift("alpha", "client")]).isEmpty)
    }

    @Test("a payer who gains through what another receives is not named")
    func indirect() throws {
        let changes = [
            Ground.activity("work", ["payers": ["client"]]), Ground.gift("alpha", "beta", ["benefits": ["client"]]),
        ]
        #expect(try Ground.findings("activity.payer-gains-nothing", changes).isEmpty)
    }

    @Test("who gives and receives nothing is named, each apart while they are few")
    func oneWay() throws {
        let few = [Ground.gift("alpha", "client"), Ground.gift("beta", "client"), Ground.gift("client", "beta")]
        let findings = try Ground.findings("exchange.one-way", few)
        #expect(findings.map(\.kind) == ["organisations"])
        #expect(findings.map(\.record) == ["alpha"])
    }

    @Test("many one-way givers are one finding")
    func manyOneWay() throws {
        let givers = (10..<30).map { "giver-\($0)" }
        let changes = givers.flatMap { [Ground.organisation($0, "company"), Ground.gift($0, "client")] }
        let findings = try Ground.findings("exchange.one-way", changes)
        #expect(findings.map(\.kind) == ["exchanges"])
        #expect(findings.first?.message.en.hasPrefix("20 organisations give but receive nothing: “Giver-10”") == true)
    }

    @Test("participants whose interest nobody recorded are named together; one in the profile counts")
    func interests() throws {
        let profile = Ground.change(
            "organisations", "beta", ["name": "Beta", "sector": "company", "interests": ["Steady work"]])
        let findings = try Ground.findings("interest.none", [Ground.interest("alpha", "own"), profile])
        #expect(findings.map(\.message.en) == ["Of 1 participant no interest is known: “Client”."])
        #expect(findings.map(\.kind) == ["interests"])
    }

    @Test("three participants without one opposing interest have not spoken out")
    func opposing() throws {
        #expect(try Ground.findings("interest.opposing-unspoken", []).count == 1)
        #expect(try Ground.findings("interest.opposing-unspoken", [Ground.interest("alpha", "opposing")]).isEmpty)
        #expect(
            try Ground.findings("interest.opposing-unspoken", [Ground.participation("beta", "left")]).isEmpty)
    }

    @Test("assumptions that nobody tested are one finding, which leads to the record when there is one")
    func assumptions() throws {
        func assumption(_ id: String, _ state: String) -> RecordChange {
            Ground.change("assumptions", id, ["statement": .string(id.capitalized), "state": .string(state)])
        }
        let one = [assumption("faster", "untested"), assumption("cheaper", "confirmed")]
        #expect(try Ground.findings("assumption.untested", one).map(\.record) == ["faster"])
        let two = try Ground.findings("assumption.untested", one + [assumption("safer", "untested")])
        #expect(two.map(\.record) == [""])
        #expect(two.first?.message.nl == "2 aannames nog niet getoetst: “Faster” en “Safer”.")
    }

    @Test("a goal without borders, or without an outside, is worth a word")
    func boundaries() throws {
        func boundary(_ side: String) -> RecordChange {
            Ground.change("boundaries", side, ["statement": "Cloud", "side": .string(side)])
        }
        #expect(try Ground.findings("boundary.none", []).count == 1)
        #expect(try Ground.findings("boundary.none", [boundary("in")]).isEmpty)
        #expect(try Ground.findings("boundary.none-out", [boundary("in")]).count == 1)
        #expect(try Ground.findings("boundary.none-out", [boundary("in"), boundary("out")]).isEmpty)
    }

    @Test("lists in a message stay short")
    func listing() {
        let names = ["a", "b", "c", "d", "e"].map { Text(same: $0) }
        #expect(Text.listing(names).en == "“a”, “b”, “c” and 2 more")
        #expect(Text.listing(Array(names.prefix(2))).nl == "“a” en “b”")
        #expect(Text.listing([]).en.isEmpty)
    }
}
