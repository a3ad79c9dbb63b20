import Agreements
import Ecosystems
import Kernel
import Markup
import MethodLibrary
import Parties

/// What is about to be signed, in words, and the button that signs it.
extension EcosystemVisit {
    func ceremony(_ wish: AnswerWish, _ page: AgreementPage) -> HTML {
        let declaration: Declaration
        do throws(Refusal) {
            declaration = try wish.declaration(in: reader.situation, now: visit.door.installation.clock.now())
        } catch {
            return """
                \(ProblemSummary(say, id: "signing-troubles").html(error.problems) { _ in nil })
                <p><a class="button quiet" href="\(Path.agreementPart(id, wish.agreement, "signing"))">\(say("Kies opnieuw", "Choose again"))</a> <a href="\(Path.agreement(id, wish.agreement))">\(say("Terug naar de tekst", "Back to the text"))</a></p>
                """
        }
        let text = page.standing.facts.versions.first { $0.version.number == declaration.version }?.text ?? page.text
        return """
            <section class="card ceremony"><p class="statement">\(say(words(for: declaration.answer)))</p>
            <dl class="fields">\(line(say("Wat", "What"), "\(say.marked(text.name)), \(say("versie", "version")) \(declaration.version) · <a href=\"\(Path.agreement(id, wish.agreement).with([("version", "\(declaration.version)")]))\">\(say("lees de tekst", "read the text"))</a>"))
            \(line(say("Namens", "On behalf of"), "\(say(reader.title("organisations", declaration.party)))"))\(line(say("Door", "By"), "\(say(reader.title("persons", declaration.person)))"))
            \(line(say("Mandaat", "Mandate"), mandateWords(declaration.mandate)))\(except(declaration, text))\(reason(declaration))
            \(line(say("Controlecode", "Verification code"), "<code>\(grouped(declaration.hash))</code>"))</dl></section>
            \(obligations(text, declaration))\(signingParties(page).contains(wish.party) ? signForms(declaration, text) : notYours)
            """
    }

    private var notYours: HTML {
        "<p class=\"banner\">\(say("Tekenen doet wie bij deze partij hoort en een geldig mandaat heeft.", "Signing is for whoever belongs to this party and holds a valid mandate."))</p>"
    }

    private func line(_ label: String, _ value: HTML) -> HTML { "<div><dt>\(label)</dt><dd>\(value)</dd></div>" }

    private func mandateWords(_ mandate: DeclaredMandate?) -> HTML {
        guard let mandate else { return "\(say("geen mandaat nodig", "no mandate needed"))" }
        let limit: HTML = mandate.limit.map { ", \(say("tot", "up to")) \(say.money($0))" } ?? ""
        let until: HTML =
            mandate.period.until.map { ", \(say("tot en met", "until")) \(say.day($0, today: reader.today))" } ?? ""
        return
            "“\(say.marked(mandate.scope))”\(limit)\(until); \(say("gegeven door", "granted by")) \(say.marked(mandate.grantor))"
    }

    private func except(_ declaration: Declaration, _ text: AgreementDocument) -> HTML {
        guard !declaration.except.isEmpty else { return "" }
        let names = declaration.except.compactMap { text.clause($0) }.map { "\($0.number) \(say($0.heading))" }
        return line(say("Zonder", "Without"), "\(names.joined(separator: ", "))")
    }

    private func reason(_ declaration: Declaration) -> HTML {
        declaration.reason.isEmpty ? "" : line(say("Reden", "Reason"), "“\(say.marked(declaration.reason))”")
    }

    /// Fours are easier to compare.
    func grouped(_ hash: String) -> String {
        stride(from: 0, to: hash.count, by: 4).map { String(hash.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }

    /// What the text asks of this party, for who says yes.
    private func obligations(_ text: AgreementDocument, _ declaration: Declaration) -> HTML {
        guard declaration.answer.binds else { return "" }
        let own = text.norms.filter { norm in
            guard !declaration.except.contains(norm.clause) else { return false }
            switch norm.rule.bearer?.who ?? .everyone {
            case .everyone: return true
            case .organisation: return norm.rule.bearer?.named == declaration.party
            case .role, .body: return false
            }
        }
        let items: HTML = own.html { "<li>\(say.marked($0.rule.name))</li>" }
        let notice: HTML =
            text.notice.map { "<li>\(say("Opzeggen kan met \($0) maanden", "Notice is \($0) months"))</li>" } ?? ""
        guard !own.isEmpty || !notice.isEmpty else { return "" }
        return
            "<section class=\"card\"><h2>\(say("Dit vraagt het van u", "What it asks of you"))</h2><ul>\(items)\(notice)</ul></section>"
    }

    private func signForms(_ declaration: Declaration, _ text: AgreementDocument) -> HTML {
        let base = Path.agreementPart(id, declaration.agreement, "signing").url
        let passkey: HTML = """
            <form class="passkey card" data-passkey="sign" data-options="\(base)/options" data-answer="\(base)/passkey" data-csrf="\(visit.csrf)"\(visit.passkeyWords)>
            <input type="hidden" name="declaration" value="\(declaration.json)"><p>\(say("U tekent met uw passkey: uw vingerafdruk, gezicht of pincode.", "You sign with your passkey: your fingerprint, face or PIN."))</p>
            <button class="button" type="submit" data-testid="sign" hidden>\(say("Onderteken met passkey", "Sign with passkey"))</button>
            <p class="quiet" data-waiting>\(say("Uw browser heeft JavaScript nodig om met een passkey te tekenen.", "Your browser needs JavaScript to sign with a passkey."))</p>
            <p role="alert" data-message hidden></p><p class="quiet"><a href="/account/passkeys">\(say("Nog geen passkey? Maak er een.", "No passkey yet? Make one."))</a></p></form>
            """
        let plain: HTML =
            text.kind.isBinding
            ? ""
            : """
            <form method="post" action="\(base)" class="card">\(visit.token)<input type="hidden" name="declaration" value="\(declaration.json)">
            <p>\(say("Dit document bindt niet juridisch; bevestigen zonder handtekening mag.", "This document is not legally binding; confirming without a signature will do."))</p><button class="button quiet">\(say("Bevestig zonder handtekening", "Confirm without a signature"))</button></form>
            """
        return """
            \(passkey)\(plain)<details><summary>\(say("Tekenen met een sleutel van de organisatie", "Sign with a key of the organisation"))</summary><p>\(say("Bewaar deze verklaring als bestand en teken haar met", "Keep this declaration as a file and sign it with")) <code>stelsel sign</code>.</p><pre class="note"><code>\(declaration.json)</code></pre></details>
            """
    }
}
