import Kernel
import Parties
import Signing
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("What signing refuses")
struct AnswerRefusalTests {
    private func refused(_ sample: Sample, _ change: (inout AnswerWish) -> Void) -> [String] {
        var wish = sample.wish("stad")
        change(&wish)
        return rules { _ = try wish.declaration(in: sample.situation, now: sample.now) }
    }

    @Test("Signing without a mandate, or with one of another organisation or person")
    func mandates() throws {
        var sample = try Sample.offered()
        try sample.put("persons", "p-stad-2", ["organisation": "stad", "function": "medewerker"])
        #expect(refused(sample) { $0.mandate = nil } == ["mandate.missing"])
        #expect(refused(sample) { $0.mandate = "geen" } == ["mandate.unknown"])
        #expect(refused(sample) { $0.mandate = "m-net" } == ["mandate.organisation", "mandate.person"])
        #expect(refused(sample) { $0.person = "p-stad-2" } == ["mandate.person"])
        #expect(refused(sample) { $0.person = "niemand" } == ["signature.person"])
        try sample.patch("mandates", "m-stad", ["state": "revoked"])
        #expect(refused(sample) { _ in } == ["mandate.revoked"])
        try sample.patch("mandates", "m-stad", ["state": "reopened"])
        #expect(refused(sample) { _ in } == ["mandate.reopened"])
    }

    @Test("Signing outside the period, the kinds of document or the amount of the mandate")
    func outside() throws {
        var sample = try Sample.offered()
        try sample.patch("mandates", "m-stad", ["period": ["until": "2026-03-01"]])
        #expect(refused(sample) { _ in } == ["mandate.period"])
        try sample.patch("mandates", "m-stad", ["period": ["from": "2026-03-03"]])
        #expect(refused(sample) { _ in } == ["mandate.period"])
        try sample.patch("mandates", "m-stad", ["period": .null, "documents": ["intent", "covenant"]])
        #expect(refused(sample) { _ in } == ["mandate.scope"])
        try sample.patch(
            "mandates", "m-stad", ["documents": ["cooperation"], "limit": ["amount": 2_499, "currency": "EUR"]])
        #expect(refused(sample) { _ in } == ["mandate.amount"])
        do {
            _ = try sample.declaration("stad")
        } catch let refusal as Refusal {
            #expect(
                refusal.problems.first?.message.en
                    == "The agreement commits to € 2,500; the mandate goes up to € 2,499.")
        }
        #expect(
            refused(sample) {
                $0.answer = .reject; $0.reason = Text(same: "x")
            }.isEmpty)
        try sample.patch("mandates", "m-stad", ["limit": ["amount": 2_500, "currency": "USD"]])
        #expect(refused(sample) { _ in } == ["mandate.amount"])
        try sample.patch("mandates", "m-stad", ["limit": ["amount": 2_500, "currency": "EUR"]])
        #expect(refused(sample) { _ in }.isEmpty)
    }

    @Test("Signing twice, before the offering, after closing, and after withdrawing or ending")
    func time() throws {
        var sample = try Sample.offered()
        try sample.answer("stad")
        #expect(refused(sample) { _ in } == ["signature.twice"])
        sample.today = sample.today + 31
        #expect(rules { _ = try sample.declaration("net") } == ["signature.closed"])
        let early = try Sample.offered(offering: ["on": "2026-03-10"])
        #expect(refused(early) { _ in } == ["signature.before-offering"])
        let withdrawn = try Sample.offered(offering: ["withdrawn": "2026-03-02"])
        #expect(refused(withdrawn) { _ in } == ["signature.closed"])
        var none = try Sample.drafted()
        #expect(refused(none) { _ in } == ["version.unknown"])
        try none.carryOut(ProposeVersion(agreement: "samen"))
        #expect(refused(none) { _ in } == ["signature.not-offered"])
        #expect(refused(none) { $0.agreement = "anders" } == ["agreement.unknown"])
        #expect(refused(none) { $0.version = 7 } == ["version.unknown"])
    }

    @Test("Signing an old text, or one that somebody made up")
    func oldHash() throws {
        var sample = try Sample.offered()
        let old = try sample.declaration("stad")
        var madeUp = old
        madeUp.hash = Hash.hex("something else")
        #expect(rules { try sample.answer(madeUp) } == ["signature.hash"])
        try sample.patch("clauses", "doel", ["heading": ["nl": "Doelen", "en": "Goals"]])
        try sample.patch("offerings", "o-samen-v1", ["withdrawn": "2026-03-02"])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.offer("samen-v2")
        #expect(rules { try sample.answer(old) } == ["signature.hash"])
        try sample.answer("stad")
        #expect(sample.facts.signatures.last?.version == ID("samen-v2"))
    }

    @Test("A declaration that is too old, ahead of time, or of a mandate that reads otherwise now")
    func moment() throws {
        var sample = try Sample.offered()
        let declaration = try sample.declaration("stad")
        #expect(rules { try sample.answer(declaration, after: 86_401) } == ["declaration.old"])
        #expect(rules { try sample.answer(declaration, after: -301) } == ["declaration.ahead"])
        let proof = try TestPasskey("stad").proof(of: declaration.message)
        let late = AnswerVersion(declaration: declaration, proof: proof, now: sample.now + 601_000, persons: nil)
        #expect(rules { try sample.carryOut(late) } == ["declaration.old"])
        try sample.patch("mandates", "m-stad", ["grantor": "raad"])
        #expect(rules { try sample.answer(declaration) } == ["mandate.changed"])
    }

    @Test("A proof that is missing, by a key of another, revoked, expired or unknown, or that does not fit")
    func proofs() throws {
        var sample = try Sample.offered()
        let declaration = try sample.declaration("stad")
        func hand(_ proof: SignatureProof?, persons: [String]? = nil) -> [String] {
            var copy = sample
            return rules {
                try copy.carryOut(
                    AnswerVersion(declaration: declaration, proof: proof, now: copy.now, persons: persons))
            }
        }
        let good = try sample.proof(declaration)
        #expect(hand(good).isEmpty)
        #expect(hand(nil) == ["signature.proof"])
        #expect(hand(nil, persons: ["p-net"]) == ["signature.someone-else", "signature.proof"])
        let other = try sample.proof(try sample.declaration("net"))
        #expect(hand(other) == ["key.organisation"])
        var wrong = good
        wrong.signature = other.signature
        #expect(hand(wrong) == ["signature.invalid"])
        wrong.signature = "!"
        #expect(hand(wrong) == ["signature.unreadable"])
        #expect(hand(try TestPasskey("x").proof(of: try sample.declaration("net").message)) == ["signature.invalid"])
        var passkey = try TestPasskey("x")
        passkey.flags = 0x01
        #expect(hand(try passkey.proof(of: declaration.message)) == ["signature.invalid"])
        passkey.flags = 0x05
        passkey.domain = "elders.nl"
        #expect(hand(try passkey.proof(of: declaration.message)) == ["signature.invalid"])
        try sample.patch("signingKeys", "k-stad", ["revoked": "2026-03-02"])
        #expect(hand(good) == ["key.revoked"])
        var gone = try Sample.offered()
        gone.today = sample.today
        try gone.carryOut(ChangeRecords([RecordChange("signingKeys", "k-stad", .remove)]))
        sample = gone
        #expect(hand(good) == ["key.unknown"])
    }

    @Test("A key is well formed, never becomes another, and is revoked once and not before it signed")
    func keys() throws {
        var sample = try Sample.offered()
        #expect(
            rules { try sample.patch("signingKeys", "k-stad", ["publicKey": "AAAA"]) } == [
                "key.malformed", "key.fixed",
            ])
        #expect(
            rules { try sample.patch("signingKeys", "k-stad", ["validity": ["from": "2026-01-01"]]) } == ["key.fixed"])
        #expect(
            rules {
                try sample.put(
                    "signingKeys", "k-2",
                    [
                        "organisation": "net", "algorithm": "ed25519",
                        "publicKey": .string(Base64URL.encode(try TestKey.secret("stad").publicKey.raw)),
                    ])
            } == ["key.twice"])
        try sample.answer("stad")
        #expect(rules { try sample.patch("signingKeys", "k-stad", ["revoked": "2026-03-01"]) } == ["key.signed-after"])
        try sample.patch("signingKeys", "k-stad", ["revoked": "2026-03-02"])
        #expect(rules { try sample.patch("signingKeys", "k-stad", ["revoked": .null]) } == ["key.revoked-for-good"])
        #expect(
            rules { try sample.carryOut(ChangeRecords([RecordChange("signingKeys", "k-stad", .remove)])) }
                == ["record.mentioned"])
    }

    @Test("An expired key signs nothing")
    func expired() throws {
        var sample = try Sample.offered()
        try sample.put(
            "signingKeys", "k-oud",
            [
                "organisation": "net", "algorithm": "es256", "validity": ["until": "2026-03-01"],
                "publicKey": .string(Base64URL.encode(try TestKey.secret("net", .es256).publicKey.raw)),
            ])
        let declaration = try sample.declaration("net")
        let proof = try sample.proof(declaration, .es256)
        let answer = AnswerVersion(declaration: declaration, proof: proof, now: sample.now, persons: nil)
        #expect(rules { try sample.carryOut(answer) } == ["key.expired"])
    }
}
