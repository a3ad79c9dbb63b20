import Kernel
import Parties
import Signing
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Signing")
struct AnswerTests {
    @Test("A yes by key is recorded with the declaration, and who held which mandate")
    func accepted() throws {
        var sample = try Sample.offered()
        try sample.answer("stad")

        let signature = try #require(sample.facts.signatures.first)
        let declaration = try Declaration(json: signature.declaration)
        #expect(signature.id.rawValue == "samen-v1-01-stad")
        #expect(signature.proof?.key == ID("k-stad"))
        #expect(declaration.declaredAt == "2026-03-02T09:30:00Z")
        #expect(declaration.mandate?.grantor == Text(same: "bestuur"))
        #expect(declaration.mandate?.limit == Money(cents: 5_000_000))
        #expect(declaration.hash == sample.facts.versions.first?.version.hash)
        #expect(sample.standing.state == .offered)
        try sample.answer("net")
        try sample.answer("cloud")
        #expect(sample.standing.state == .inForce)
    }

    @Test("What one party says on one day counts in its order, also beyond ninety-nine times")
    func often() throws {
        var sample = try Sample.offered(["revocable": true])
        for time in 1...101 {
            let answer: Signature.Answer = time.isMultiple(of: 2) ? .revoke : .accept
            let now = sample.now + Int64(time) * 1_000
            try sample.answer(
                try sample.wish("stad", answer).declaration(in: sample.situation, now: now), after: Int64(time))
        }
        let last = try #require(sample.facts.signatures.last)
        #expect(last.id.rawValue == "samen-v1-a101-stad" && last.answer == .accept)
        #expect(sample.facts.accepted(ID("samen-v1"), by: sample.today) == [ID("stad")])
        let places = [1, 9, 10, 99, 100, 999, 1_000, 12_345].map(AnswerVersion.place)
        #expect(places == places.sorted() && places.first == "01")
    }

    @Test("A mandate that changes later changes nothing in what was signed")
    func mandateLater() throws {
        var sample = try Sample.offered()
        try sample.answer("stad")
        try sample.patch("mandates", "m-stad", ["grantor": "raad", "state": "revoked"])
        let signature = try #require(sample.facts.signatures.first)
        #expect(try Declaration(json: signature.declaration).mandate?.grantor == Text(same: "bestuur"))
    }

    @Test("An ES256 key and a passkey sign as well")
    func otherMethods() throws {
        var sample = try Sample.offered()
        try sample.put(
            "signingKeys", "k-net-2",
            [
                "organisation": "net", "algorithm": "es256",
                "publicKey": .string(Base64URL.encode(try TestKey.secret("net", .es256).publicKey.raw)),
            ])
        let net = try sample.declaration("net")
        let byKey = try sample.proof(net, .es256)
        try sample.carryOut(AnswerVersion(declaration: net, proof: byKey, now: sample.now, persons: []))
        let stad = try sample.declaration("stad")
        let byPasskey = try TestPasskey("stad").proof(of: stad.message)
        let answer = AnswerVersion(declaration: stad, proof: byPasskey, now: sample.now, persons: ["p-stad"])
        #expect(answer.requirement(in: sample.situation, catalogue: Sample.catalogue) == .represent(["stad"]))
        try sample.carryOut(answer)
        #expect(Set(sample.facts.accepted(ID("samen-v1"), by: sample.today)) == ["net", "stad"].map { ID($0) }.set)
        let key = AnswerVersion(declaration: net, proof: byKey, now: 0, persons: [])
        #expect(key.requirement(in: sample.situation, catalogue: Sample.catalogue) == .participate)
    }

    @Test("A deputy signs under the mandate; a letter of intent is confirmed without a proof or mandate")
    func lighter() throws {
        var sample = try Sample.offered(["kind": "intent"])
        try sample.put("persons", "p-stad-2", ["organisation": "stad", "function": "loco"])
        try sample.patch("mandates", "m-stad", ["deputy": "p-stad-2"])
        var wish = sample.wish("stad")
        wish.person = "p-stad-2"
        try sample.answer(try wish.declaration(in: sample.situation, now: sample.now))
        var light = sample.wish("net")
        light.mandate = nil
        let declaration = try light.declaration(in: sample.situation, now: sample.now)
        try sample.carryOut(
            AnswerVersion(declaration: declaration, proof: nil, now: sample.now, persons: ["p-net"]))
        #expect(sample.facts.accepted(ID("samen-v1"), by: sample.today).count == 2)
        light.person = "p-cloud"
        #expect(rules { _ = try light.declaration(in: sample.situation, now: sample.now) } == ["signature.twice"])
        light.party = "cloud"
        light.person = "p-stad"
        #expect(rules { _ = try light.declaration(in: sample.situation, now: sample.now) } == ["signature.person"])
    }

    @Test("Rejecting takes a reason, and may become a yes while the offering is open; a yes is not just rejected")
    func rejected() throws {
        var sample = try Sample.offered()
        #expect(rules { try sample.answer("stad", .reject) } == ["signature.reason"])
        var wish = sample.wish("stad", .reject)
        wish.reason = Text("Te duur.", "Too dear.")
        try sample.answer(try wish.declaration(in: sample.situation, now: sample.now))
        #expect(sample.facts.accepted(ID("samen-v1"), by: sample.today).isEmpty)
        try sample.answer("stad")
        #expect(sample.facts.accepted(ID("samen-v1"), by: sample.today).count == 1)
        #expect(
            rules { _ = try wish.declaration(in: sample.situation, now: sample.now) } == ["signature.bound"])
    }

    @Test("Revoking takes a text that allows it and a yes before; a replayed yes is refused")
    func revoked() throws {
        var fixed = try Sample.offered()
        try fixed.answer("stad")
        #expect(rules { try fixed.answer("stad", .revoke) } == ["revoke.not-allowed"])
        var sample = try Sample.offered(["revocable": true])
        #expect(rules { try sample.answer("stad", .revoke) } == ["revoke.nothing"])
        let yes = try sample.declaration("stad")
        try sample.answer(yes)
        try sample.answer("stad", .revoke)
        #expect(sample.facts.accepted(ID("samen-v1"), by: sample.today).isEmpty)
        #expect(rules { try sample.answer(yes, after: 60) } == ["signature.repeated"])
    }

    @Test("A party leaves out only optional clauses, and only where the text allows it")
    func partial() throws {
        func refused(_ sample: Sample, _ clauses: [String]) -> [String] {
            var wish = sample.wish("stad")
            wish.except = clauses
            return rules { _ = try wish.declaration(in: sample.situation, now: sample.now) }
        }
        let whole = try Sample.offered()
        #expect(refused(whole, ["bijdrage"]) == ["except.not-partial"])
        let sample = try Sample.offered(["partial": true])
        #expect(refused(sample, ["bijdrage"]).isEmpty)
        #expect(refused(sample, ["doel"]) == ["except.not-optional"])
        #expect(refused(sample, ["boete"]) == ["except.unknown"])
        #expect(refused(sample, ["bijdrage", "bijdrage"]) == ["except.order"])
    }

    @Test("A late joiner accedes to the version in force, once named as a party")
    func acceded() throws {
        var sample = try Sample.offered(["open": true])
        #expect(
            rules { try sample.answer("hogeschool", .accede) } == ["accession.not-in-force", "accession.not-party"])
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        #expect(rules { try sample.answer("hogeschool", .accede) } == ["accession.not-party"])
        let parties: Value = .list(["stad", "net", "cloud", "hogeschool"].map { ["organisation": .string($0)] })
        try sample.patch("agreements", "samen", ["parties": parties])
        try sample.answer("hogeschool", .accede)
        #expect(sample.standing.bond(of: ID("hogeschool"))?.version == 1)
        let closed = try Sample.offered()
        #expect(
            rules { try closed.wishRefused("hogeschool", .accede) }
                == ["accession.not-in-force", "accession.not-party", "accession.closed"])
    }
}

extension Sample {
    func wishRefused(_ party: String, _ answer: Signature.Answer) throws { _ = try declaration(party, answer) }
}

extension Array where Element: Hashable {
    fileprivate var set: Set<Element> { Set(self) }
}
