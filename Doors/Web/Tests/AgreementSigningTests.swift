import Access
import Agreements
import Crypto
import Ecosystems
import Foundation
import Kernel
import Signing
import Testing

@testable import Web

@Suite("Signing on the web")
struct AgreementSigningTests {
    private let intent = "/ecosystems/den-bosch/agreements/intentie"
    private let lots = "/ecosystems/it-lots/agreements/kavelafspraken"

    /// Den Bosch with a role that orchestrates: before that, only administrators write.
    private func denBosch() async throws -> WebTestBed {
        let bed = try await WebTestBed("den-bosch")
        try await bed.put(
            "assignments", "regie",
            [
                "role": "handbook-roles/orchestrator", "organisation": "gemeente-den-bosch",
                "person": "programmadirecteur-digitaal", "period": ["from": "2026-01-01"],
            ])
        return bed
    }

    private func signatures(_ bed: WebTestBed, _ party: String) async throws -> [Signature] {
        try await bed.reader().records(Signature.self).filter { $0.party.rawValue == party }
    }

    @Test("The choice offers what can be answered; the ceremony says what, for whom, by whom and under which mandate")
    func ceremony() async throws {
        let bed = try await denBosch()
        try await bed.test { client in
            let dei = try await bed.browser(client, as: "directeur-dei")
            #expect(try await dei.get(intent).body.contains("Naar ondertekenen"))
            let choice = try await dei.get("\(intent)/signing")
            #expect(
                choice.body.contains("Wij aanvaarden deze tekst") && choice.body.contains("Wij wijzen deze tekst af"))
            #expect(!choice.body.contains("value=\"revoke\""), "This text cannot be revoked.")
            let page = try await dei.get("\(intent)/signing?party=dei&answer=accept")
            for words in [
                "Intentieverklaring Innovatiedistrict", "Digital Ecosystems Institute", "Directeur",
                "“De intentieverklaring ondertekenen en meebeslissen in de werkgroep”", "gegeven door Bestuur",
                "Dit vraagt het van u", "Opzeggen kan met 1 maand", "Bevestig zonder handtekening",
                "data-testid=\"sign\"",
            ] { #expect(page.body.contains(words), "\(words)") }
            let english = try await dei.english("\(intent)/signing?party=dei&answer=accept")
            #expect(english.body.contains("We accept this text") && english.body.contains("What it asks of you"))
            let declaration = try Declaration(json: try page.hidden("declaration"))
            #expect(declaration.party == "dei" && declaration.mandate?.id == "dei-verkenning")
        }
    }

    @Test("A letter of intent is confirmed without a signature, once; the whole is in force when the last one did")
    func confirm() async throws {
        let bed = try await denBosch()
        try await bed.test { client in
            let dei = try await bed.browser(client, as: "directeur-dei")
            let page = try await dei.get("\(intent)/signing?party=dei&answer=accept")
            let fields = [("declaration", try page.hidden("declaration"))]
            #expect(try await dei.get(intent).body.contains("● ter ondertekening"))
            let done = try await dei.post("\(intent)/signing", fields)
            #expect(done.status == .seeOther && done.location.contains("#standing"))
            let text = try await dei.get(intent)
            #expect(text.body.contains("✓ van kracht") && text.body.contains("van kracht sinds"))
            #expect(!text.body.contains("Naar ondertekenen"))
            #expect(try await dei.post("\(intent)/signing", fields).status != .seeOther)
            let twice = try await dei.get("\(intent)/signing?party=dei&answer=accept")
            #expect(twice.body.contains("id=\"signing-troubles\"") && !twice.body.contains("data-testid=\"sign\""))
            #expect(try await signatures(bed, "dei").count == 1)
        }
    }

    @Test("Nobody confirms for another party, and a binding text is not confirmed without a signature")
    func others() async throws {
        let bed = try await denBosch()
        try await bed.test { client in
            let page = try await bed.browser(client, as: "directeur-dei").get(
                "\(intent)/signing?party=dei&answer=accept")
            let other = try await bed.browser(client, as: "business-development-manager")
            let fields = [("declaration", try page.hidden("declaration"))]
            let refused = try await other.post("\(intent)/signing", fields)
            #expect(refused.status != .seeOther && refused.status != .internalServerError)
            #expect(try await signatures(bed, "dei").isEmpty)
        }
        let binding = try await WebTestBed("it-lots")
        try await binding.test { client in
            let party = try await binding.browser(client, as: "accountmanager-netwerk")
            let page = try await party.get("\(lots)/signing?party=kavel-netwerk&answer=accept")
            #expect(!page.body.contains("Bevestig zonder handtekening"))
            let fields = [("declaration", try page.hidden("declaration"))]
            #expect(try await party.post("\(lots)/signing", fields).status != .seeOther)
            #expect(try await signatures(binding, "kavel-netwerk").last?.answer != .accept)
        }
    }

    @Test("A passkey signs the declaration: it is the challenge, and nothing else is accepted for it")
    func passkey() async throws {
        let bed = try await denBosch()
        try await bed.test { client in
            let account = try await bed.installation.access.createAccount(
                contact: Contact(name: "Sam", email: "sam@example.nl"), administrator: false)
            try await bed.installation.access.bind(account.id, ecosystem: bed.id, person: "directeur-dei")
            let dei = try await bed.browser(client).signedIn(account)
            var key = AccessAuthenticator()
            key.handle = account.id.rawValue
            let made = try await dei.script(
                "/account/passkeys", key.register(try await dei.script("/account/passkeys/options").json()))
            #expect(made.status == .ok || made.status == .created, "\(made.body)")
            let page = try await dei.get("\(intent)/signing?party=dei&answer=accept")
            let declaration = Value.string(try page.hidden("declaration"))
            let body = CanonicalJSON.string(.map(["declaration": declaration]))
            let options = try await dei.script("\(intent)/signing/options", body).json()
            let extra = String(body.dropFirst().dropLast()) + ","
            var wrong = options
            if case .map(var map) = options { map["challenge"] = "AAAA"; wrong = .map(map) }
            #expect(try await dei.script("\(intent)/signing/passkey", try key.signIn(wrong, extra)).status != .ok)
            #expect(try await signatures(bed, "dei").isEmpty)
            let signed = try await dei.script("\(intent)/signing/passkey", try key.signIn(options, extra))
            #expect(signed.status == .ok, "\(signed.body)")
            #expect(try await signatures(bed, "dei").first?.proof?.method == .passkey)
            #expect(try await bed.browser(client).get(intent).body.contains("✓ van kracht"))
        }
    }

    @Test(
        "A declaration signed with a key of the organisation is handed in; damaged or repeated it is refused beside the form"
    )
    func handIn() async throws {
        let secret = try #require(SecretKey(.ed25519, raw: Data(SHA256.hash(data: Data("netwerk".utf8)))))
        let bed = try await WebTestBed("it-lots")
        try await bed.put(
            "signingKeys", "sleutel-netwerk",
            [
                "organisation": "kavel-netwerk", "algorithm": "ed25519",
                "publicKey": .string(Base64URL.encode(secret.publicKey.raw)),
            ])
        try await bed.test { client in
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let page = try await party.get("\(lots)/signing?party=kavel-netwerk&answer=accept")
            let declaration = try Declaration(json: try page.hidden("declaration"))
            let signed = try SignedDeclaration(declaration, with: secret).value
            let json = CanonicalJSON.string(signed)
            let damaged = try await party.post(
                "\(lots)/signatures", [("signed", json.replacing("accept", with: "accede"))])
            #expect(damaged.status == .badRequest && damaged.body.contains("id=\"signed-troubles\""))
            let nonsense = try await party.post("\(lots)/signatures", [("signed", "<script>geen json")])
            #expect(nonsense.status == .badRequest && !nonsense.body.contains("<script>geen"))
            #expect(try await party.post("\(lots)/signatures", [("signed", json)]).status == .seeOther)
            #expect(try await signatures(bed, "kavel-netwerk").last?.answer == .accept)
            let twice = try await party.post("\(lots)/signatures", [("signed", json)])
            #expect(twice.status == .badRequest || twice.status == .conflict)
        }
    }

    @Test("Without a mandate, after closing, or with a text that is no longer the one offered there is nothing to sign")
    func refusals() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let ask = "\(lots)/signing?party=kavel-netwerk&answer=accept"
            let old = try await party.get(ask)
            let fields = [("declaration", try old.hidden("declaration"))]
            try await bed.patch(
                "mandates", "netwerk-deelname", ["period": ["from": "2026-03-09", "until": "2026-11-01"]])
            let without = try await party.get(ask)
            #expect(without.body.contains("id=\"signing-troubles\"") && without.body.contains("mandaat"))
            #expect(!without.body.contains("data-testid=\"sign\""))
            try await bed.patch(
                "mandates", "netwerk-deelname", ["period": ["from": "2026-03-09", "until": "2027-06-30"]])
            try await bed.patch("offerings", "kavelafspraken-v3-voorlegging", ["withdrawn": "2026-11-20"])
            #expect(try await party.get(ask).body.contains("id=\"signing-troubles\""))
            #expect(!(try await party.get("\(lots)/signing").body.contains("value=\"accept\"")))
            try await bed.patch("clauses", "doel", ["heading": ["nl": "Ons doel", "en": "Our goal"]])
            try await bed.carryOut(ProposeVersion(agreement: "kavelafspraken"))
            try await bed.put(
                "offerings", "v4-voorlegging",
                [
                    "agreement": "kavelafspraken", "agreementVersion": "kavelafspraken-v4", "on": "2026-11-20",
                    "until": "2026-12-20",
                ])
            let refused = try await party.post("\(lots)/signing", fields)
            #expect(refused.status != .seeOther)
            #expect(try await signatures(bed, "kavel-netwerk").last?.answer == .reject)
        }
    }

    @Test("Rejecting takes a reason, which then stands beside the party; only optional clauses can be left out")
    func reject() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let choice = try await party.get("\(lots)/signing")
            #expect(choice.body.contains("name=\"except\" value=\"overstapkosten\""))
            #expect(!choice.body.contains("name=\"except\" value=\"doel\""))
            let bare = try await party.get("\(lots)/signing?party=kavel-netwerk&answer=reject")
            #expect(bare.body.contains("id=\"signing-troubles\""))
            let partial = try await party.get("\(lots)/signing?party=kavel-netwerk&answer=accept&except=overstapkosten")
            #expect(try Declaration(json: try partial.hidden("declaration")).except == ["overstapkosten"])
            let wrong = try await party.get("\(lots)/signing?party=kavel-netwerk&answer=accept&except=doel")
            #expect(wrong.body.contains("id=\"signing-troubles\""))
            let attack = try await party.get("\(lots)/signing?party=kavel-netwerk&answer=reject&reason=%3Cscript%3Ex")
            #expect(!attack.body.contains("<script>x"))
        }
    }
}
