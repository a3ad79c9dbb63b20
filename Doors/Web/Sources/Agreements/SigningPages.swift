import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup
import MethodLibrary
import Parties

/// The signing ceremony: what you sign, on whose behalf, under which mandate and what it obliges you to; then the signature itself.
extension EcosystemVisit {
    func showSigning() async throws -> Response { try await showSigning(after: nil) }

    func showSigning(after refused: RefusedForm?) async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        guard visit.visitor.account != nil else { throw Refusal.forbidden(.signInToSign) }
        let wish = wish(agreement)
        let content: HTML
        if let wish, refused == nil {
            content = ceremony(wish, page)
        } else {
            content = choice(page, refused)
        }
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.agreement(id, agreement))">\(say.marked(page.agreement.name))</a></p>
            <div class="narrow"><h1>\(say("Ondertekenen", "Signing"))</h1>\(content)</div>
            """
        var shown = agreementPage(say("Ondertekenen", "Signing"), main)
        shown.scripts = ["passkey.js"]
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    /// What the address asks to declare; nil while it does not say.
    func wish(_ agreement: String) -> AnswerWish? {
        guard let answer = Signature.Answer(rawValue: visit.query("answer")), !visit.query("party").isEmpty else {
            return nil
        }
        let party = visit.query("party")
        return AnswerWish(
            agreement: agreement, answer: answer, party: party, person: person(of: party),
            mandate: visit.query("mandate").isEmpty ? mandates(of: party).first?.id.rawValue : visit.query("mandate"),
            except: visit.queries("except"), reason: typed(visit.query("reason")))
    }

    /// As whom the visitor acts for a party.
    private func person(of party: String) -> String {
        let own = caller.persons.filter { reader.state[Person.self][ID($0)]?.organisation.rawValue == party }
        let mandated = mandates(of: party).first
        return own.first { $0 == mandated?.person.rawValue || $0 == mandated?.deputy?.rawValue } ?? own.first ?? ""
    }

    /// The mandates under which the visitor may sign for a party today.
    private func mandates(of party: String) -> [Mandate] {
        reader.state[Mandate.self].sorted.filter { mandate in
            mandate.organisation.rawValue == party && mandate.isValid(on: reader.today)
                && (caller.persons.contains(mandate.person.rawValue)
                    || mandate.deputy.map { caller.persons.contains($0.rawValue) } == true)
        }
    }

    /// The parties for which the visitor may answer: where they belong to and hold a mandate, or administer.
    func signingParties(_ page: AgreementPage) -> [String] {
        guard mayEdit else { return [] }
        let named = Set(page.parties.map(\.party))
        let own = reader.rights.administers ? reader.rights.belongsTo : reader.rights.represents
        return own.filter(named.contains).sorted()
    }

    private func choice(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let parties = signingParties(page)
        guard !parties.isEmpty else {
            return """
                <p class="lead">\(say("U tekent voor geen van de partijen: daarvoor hoort u bij een partij, met een geldig mandaat.", "You sign for none of the parties: for that you belong to a party and hold a valid mandate."))</p>
                <p>\(say("Een organisatie kan ook buiten de browser tekenen, met een eigen sleutel.", "An organisation can also sign outside the browser, with a key of its own."))</p>\(handInForm(page, refused))
                """
        }
        let options: HTML = parties.html {
            option($0, say(reader.title("organisations", $0)), chosen: visit.query("party"))
        }
        let answers: HTML = possibleAnswers(page).html { answer in
            "<label class=\"box\"><input type=\"radio\" name=\"answer\" value=\"\(answer.rawValue)\" required> \(say(words(for: answer)))</label>"
        }
        let optional = page.text.partial ? page.text.clauses.filter(\.optional) : []
        let except: HTML =
            optional.isEmpty
            ? ""
            : """
            <fieldset class="field"><legend>\(say("Zonder deze bepalingen (mag leeg blijven)", "Without these clauses (may stay empty)"))</legend><div class="boxes">\(optional.html { clause in
                    "<label class=\"box\"><input type=\"checkbox\" name=\"except\" value=\"\(clause.id)\"> \(clause.number) \(say(clause.heading))</label>" as HTML
                })</div></fieldset>
            """
        return """
            <p class="lead">\(say("U kiest eerst wat u antwoordt. Daarna leest u precies wat u ondertekent.", "You first choose your answer. Then you read exactly what you sign."))</p>
            <form method="get" action="\(Path.agreementPart(id, page.agreement.id.rawValue, "signing"))" class="card"><div class="field"><label for="party">\(say("Namens", "On behalf of"))</label><select id="party" name="party">\(options)</select></div>
            <fieldset class="field"><legend>\(say("Uw antwoord", "Your answer"))</legend><div class="boxes">\(answers)</div></fieldset>\(except)
            <div class="field"><label for="reason">\(say("Reden (verplicht bij afwijzen)", "Reason (required to reject)"))</label><textarea id="reason" name="reason" rows="2"></textarea></div>
            <button class="button">\(say("Lees wat u ondertekent", "Read what you sign"))</button></form>\(handInForm(page, refused))
            """
    }

    private func possibleAnswers(_ page: AgreementPage) -> [Signature.Answer] {
        let isOffered = page.offering?.isOpen(on: reader.today) == true
        let mayAccede = page.standing.current?.text.open == true
        let mayRevoke = page.text.revocable
        return Signature.Answer.allCases.filter { answer in
            switch answer {
            case .accept, .reject: isOffered
            case .accede: mayAccede
            case .revoke: mayRevoke
            }
        }
    }

    func words(for answer: Signature.Answer) -> Text {
        switch answer {
        case .accept: Text("Wij aanvaarden deze tekst", "We accept this text")
        case .accede: Text("Wij treden toe tot de geldende versie", "We accede to the version in force")
        case .reject: Text("Wij wijzen deze tekst af", "We reject this text")
        case .revoke: Text("Wij herroepen onze aanvaarding", "We revoke our acceptance")
        }
    }

    /// For who signs with a key of the organisation: the declaration to take along, and the place to hand in what was signed.
    private func handInForm(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard mayEdit, reader.rights.participates || reader.rights.seesEverything else { return "" }
        return """
            <details\(if: refused.isAbout("signed"), " open")><summary>\(say("Getekend met een sleutel van de organisatie?", "Signed with a key of the organisation?"))</summary>\(troubles(refused, in: "signed", inputs: ["signed": "signed"], labels: ["signed": say("De getekende verklaring", "The signed declaration")]))
            <p>\(say("Teken de verklaring met", "Sign the declaration with")) <code>stelsel sign</code> \(say("en plak hier wat die maakte.", "and paste here what it made."))</p>
            <form method="post" action="\(Path.agreementPart(id, page.agreement.id.rawValue, "signatures"))">\(visit.token)<div class="field"><label for="signed">\(say("De getekende verklaring", "The signed declaration"))</label>
            <textarea class="code short" id="signed" name="signed" rows="6" required\(refused.state("signed", in: "signed"))>\n\(refused.value("signed", in: "signed"))</textarea></div><button class="button quiet">\(say("Lever in", "Hand in"))</button></form></details>
            """
    }
}

extension Problem {
    static let signInToSign = Problem(
        "sign-in.needed", Text("Meld u aan om te tekenen.", "Sign in to sign."),
        mend: Text("Gebruik uw passkey of vraag een link.", "Use your passkey or ask for a link."))
}
