import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("May: what the agreements in force allow")
struct RuleBookTests {
    private func norms(_ more: [(String, [String: Value])]) throws -> NormSample {
        var norms = try NormSample(
            ["form": "permission", "action": "use-data", "object": "datasets/lampen"], fixed: false)
        for (id, rule) in more { try norms.putNorm(id, rule) }
        try norms.sample.patch("agreements", "samen", ["entry": ["needs": "count", "count": 2]])
        try norms.fix("2026-01-01", parties: ["stad", "net"])
        return norms
    }

    private func ask(_ norms: NormSample, _ actor: String, _ action: String, _ object: String) throws -> MayAnswer {
        let day = try #require(Day("2026-02-01"))
        return try RuleBook(NormsInForce(norms.sample.state, on: day)).may(
            actor, action, object, in: norms.sample.situation)
    }

    @Test("A permission allows, and names its clause")
    func allowed() throws {
        let answer = try ask(norms([]), "net", "use-data", "datasets/lampen")
        #expect(answer.isAllowed)
        #expect(answer.grounds.map(\.id) == ["norm"])
        #expect(answer.explanation.en == "Yes: under clause 1 “Goal” of “Cooperation”, version 1.")
    }

    @Test("What no clause allows is not allowed: another object, another act, a party that is not bound")
    func unsaid() throws {
        let norms = try norms([])
        for (actor, action, object) in [
            ("net", "use-data", "datasets/riolen"), ("net", "share-data", "datasets/lampen"),
            ("cloud", "use-data", "datasets/lampen"),
        ] {
            let answer = try ask(norms, actor, action, object)
            #expect(!answer.isAllowed)
            #expect(answer.explanation.en == "No: no clause allows it.")
        }
    }

    @Test("A prohibition wins over a permission")
    func forbidden() throws {
        let answer = try ask(
            norms([
                (
                    "nee",
                    ["form": "prohibition", "action": "use-data", "bearer": ["who": "organisation", "named": "net"]]
                )
            ]), "net", "use-data", "datasets/lampen")
        #expect(!answer.isAllowed)
        #expect(answer.grounds.map(\.id) == ["nee"])
        #expect(answer.explanation.nl == "Nee: verboden door bepaling 1 “Doel” van “Samenwerking”, versie 1.")
    }

    @Test("A limit is told with a yes, a condition with its clause")
    func limits() throws {
        let answer = try ask(
            norms([
                ("grens", Rules.sample.merging(["most": "2500"]) { $1 }),
                (
                    "mag",
                    ["form": "permission", "action": "sample", "condition": ["nl": "met mate.", "en": "in measure."]]
                ),
            ]), "net", "sample", "diensten")
        #expect(answer.isAllowed)
        #expect(answer.limits.map(\.id) == ["grens"])
        #expect(answer.explanation.en.contains("(condition, for people to judge: in measure.)"))
        #expect(answer.explanation.en.hasSuffix("With a limit: A norm"))
    }

    @Test("Bodies and holders of a role have powers, members of the body have not")
    func bearers() throws {
        var norms = try norms([
            ("stuur", ["form": "power", "action": "admit", "bearer": ["who": "body", "named": "stuurgroep"]]),
            ("rol", ["form": "power", "action": "audit", "bearer": ["who": "role", "named": "handbook-roles/judge"]]),
        ])
        try norms.sample.put(
            "assignments", "a",
            ["organisation": "net", "role": "handbook-roles/judge", "period": ["until": "2026-03-01"]])
        #expect(try ask(norms, "stuurgroep", "admit", "").isAllowed)
        #expect(try !ask(norms, "stad", "admit", "").isAllowed)
        #expect(try ask(norms, "net", "audit", "").isAllowed)
        #expect(try ask(norms, "p-net", "audit", "").isAllowed)
        #expect(try ask(norms, "handbook-roles/judge", "audit", "").isAllowed)
        #expect(try !ask(norms, "stad", "audit", "").isAllowed)
    }

    @Test("A rule about a kind of record speaks of every record of it, and not of what only begins the same")
    func objects() throws {
        let norms = try norms([("alle", ["form": "permission", "action": "share-data", "object": "datasets"])])
        #expect(try ask(norms, "net", "share-data", "datasets/lampen").isAllowed)
        #expect(try ask(norms, "net", "share-data", "datasets").isAllowed)
        #expect(try !ask(norms, "net", "share-data", "datasets-geheim").isAllowed)
    }

    @Test("Who or what nobody knows is refused, both at once")
    func unknown() throws {
        let norms = try norms([])
        #expect(rules { _ = try ask(norms, "niemand", "toveren", "x") } == ["may.action", "may.actor"])
    }
}
