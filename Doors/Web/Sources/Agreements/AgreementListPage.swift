import Agreements
import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup

/// What the parties agreed, and what is on its way.
extension WebDoor {
    func addAgreements(to book: RouteBook) {
        let agreement = "/ecosystems/:ecosystem/agreements/:agreement"
        page(book, "/ecosystems/:ecosystem/agreements") { try await $0.ecosystem().showAgreements() }
        page(book, "/ecosystems/:ecosystem/obligations") { try await $0.ecosystem().showObligations() }
        page(book, "/ecosystems/:ecosystem/deadlines.ics") { try await $0.ecosystem().deadlineFeed() }
        page(book, agreement) { try await $0.ecosystem().showAgreement() }
        addAssembly(to: book, "\(agreement)/assembly")
        page(book, "\(agreement)/redline") { try await $0.ecosystem().showRedline() }
        page(book, "\(agreement)/document") { try await $0.ecosystem().showDocuments() }
        page(book, "\(agreement)/bundle.zip") { try await $0.ecosystem().sendBundle() }
        for format in ["html", "md", "pdf"] {
            page(book, "\(agreement)/document.\(format)") { try await $0.ecosystem().sendDocument(format) }
        }
        page(book, "\(agreement)/course") { try await $0.ecosystem().showCourse() }
        page(book, "\(agreement)/bound") { try await $0.ecosystem().showBound() }
        page(book, "\(agreement)/signing") { try await $0.ecosystem().showSigning() }
        on(book, .post, "\(agreement)/signing", .command) { try await $0.ecosystem().confirm() }
        on(book, .post, "\(agreement)/signatures", .command) { try await $0.ecosystem().handIn() }
        on(book, .post, "\(agreement)/signing/options", .command) { visit in
            await visit.answer { try await visit.ecosystem().signingQuestion() }
        }
        on(book, .post, "\(agreement)/signing/passkey", .command) { visit in
            await visit.answer { try await visit.ecosystem().signWithPasskey() }
        }
        on(book, .post, "\(agreement)/versions", .command) { try await $0.ecosystem().proposeVersion() }
        on(book, .post, "\(agreement)/rounds", .command) { try await $0.ecosystem().openRound() }
        on(book, .post, "\(agreement)/rounds/:round/closing", .command) { try await $0.ecosystem().closeRound() }
        on(book, .post, "\(agreement)/offerings", .command) { try await $0.ecosystem().offerVersion() }
        page(book, "\(agreement)/exit") { try await $0.ecosystem().showExit() }
        on(book, .post, "\(agreement)/exits", .command) { try await $0.ecosystem().giveNotice() }
        on(book, .post, "\(agreement)/renewals", .command) { try await $0.ecosystem().renew() }
        page(book, "\(agreement)/review") { try await $0.ecosystem().showReview() }
        on(book, .post, "\(agreement)/reviews", .command) { try await $0.ecosystem().holdReview() }
        on(book, .post, "\(agreement)/reviews/:review/draft", .command) {
            try await $0.ecosystem().draftFromReview()
        }
        on(book, .post, "\(agreement)/remarks", .command) { try await $0.ecosystem().react() }
        on(book, .post, "\(agreement)/remarks/:remark/replies", .command) { try await $0.ecosystem().reply() }
    }
}

extension WebDoor {
    private func addAssembly(to book: RouteBook, _ assembly: String) {
        page(book, assembly) { try await $0.ecosystem().showAssembly() }
        on(book, .post, "\(assembly)/blocks", .command) { try await $0.ecosystem().addBlock() }
        on(book, .post, "\(assembly)/advice", .command) { try await $0.ecosystem().takeAdvice() }
        on(book, .post, "\(assembly)/clauses/:clause/place", .command) { try await $0.ecosystem().placeClause() }
        on(book, .post, "\(assembly)/clauses/:clause/variables", .command) { try await $0.ecosystem().fillClause() }
        on(book, .post, "\(assembly)/clauses/:clause/confirmation", .command) { visit in
            let inside = try await visit.ecosystem()
            return try await inside.confirm(.clause(try visit.part("clause")))
        }
        on(book, .post, "\(assembly)/norms/:norm/confirmation", .command) { visit in
            let inside = try await visit.ecosystem()
            return try await inside.confirm(.norm(try visit.part("norm")))
        }
        on(book, .post, "\(assembly)/clauses/:clause/removal", .command) { try await $0.ecosystem().removeClause() }
    }
}

extension EcosystemVisit {
    func showAgreements() async throws -> Response {
        let all = AgreementSummary.all(reader)
        let main: HTML = """
            <div class="title"><div><h1>\(say("Afspraken", "Agreements"))</h1><p class="lead">\(agreementsLead(all))</p></div>
            <div class="actions"><a class="button quiet" href="\(Path.obligations(id))">\(say("Wie is wat schuldig", "Who owes what"))</a>\(addLink("agreements", say("Nieuwe afspraak", "New agreement")))</div></div>
            \(all.isEmpty ? noAgreements : agreementTable(all))
            """
        return show(agreementPage(say("Afspraken", "Agreements"), main))
    }

    func agreementPage(_ title: String, _ main: HTML) -> Page {
        var page = Page(title, place: .agreements, main)
        page.styles = ["agreements.css"]
        return page
    }

    private func agreementsLead(_ all: [AgreementSummary]) -> String {
        guard !all.isEmpty else {
            return say(
                "Wat partijen elkaar beloven, en of het gebeurt.",
                "What parties promise each other, and whether it happens.")
        }
        let open = all.filter { [.offered, .consultation].contains($0.pendingState ?? $0.state) }.count
        let force = all.filter { $0.state == .inForce }.count
        return say(
            "\(force) van kracht, \(open) op weg. Kies een afspraak om de tekst te lezen, te reageren of te tekenen.",
            "\(force) in force, \(open) on the way. Choose one to read the text, to react or to sign.")
    }

    private var noAgreements: HTML {
        let start: String =
            mayAdd("agreements")
            ? say(
                "Begin met een intentieverklaring: een naam, de partijen en een paar bouwstenen zijn genoeg. Spreek zo weinig mogelijk af, maar wel wat nodig is.",
                "Start with a letter of intent: a name, the parties and a few building blocks are enough. Agree on as little as possible, but on what is needed."
            )
            : say("De regisseur kan een afspraak beginnen.", "The orchestrator can begin an agreement.")
        return "<p class=\"empty\">\(say("Er zijn nog geen afspraken.", "There are no agreements yet.")) \(start)</p>"
    }

    private func agreementTable(_ all: [AgreementSummary]) -> HTML {
        let rows: HTML = all.html { agreement in
            let versionWords =
                agreement.version.map { say("versie \($0)", "version \($0)") }
                ?? say("nog geen versie", "no version yet")
            let next: HTML =
                agreement.pending.map { number in
                    " \(statePill(agreement.pendingState ?? .draft)) <span class=\"quiet\">\(say("versie \(number)", "version \(number)"))</span>"
                } ?? ""
            let closes: HTML =
                agreement.closes.map {
                    "<td data-label=\"\(say("Sluit", "Closes"))\"><span class=\"due\">\(say("tot en met", "until")) \(say.day($0, today: reader.today))</span></td>"
                } ?? "<td></td>"
            return """
                <tr><th scope="row"><a href="\(Path.agreement(id, agreement.id))">\(say.marked(agreement.name))</a><br><span class="quiet">\(say(agreement.kind.label))</span></th>
                <td data-label="\(say("Stand", "State"))">\(statePill(agreement.state)) <span class="quiet">\(versionWords)</span>\(next)</td>
                <td data-label="\(say("Partijen", "Parties"))">\(boundWords(agreement))</td>\(closes)</tr>
                """
        }
        return """
            <div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Afspraak", "Agreement"))</th><th scope="col">\(say("Stand", "State"))</th>\
            <th scope="col">\(say("Partijen", "Parties"))</th><th scope="col">\(say("Sluit", "Closes"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func boundWords(_ agreement: AgreementSummary) -> String {
        let count = agreement.parties.count
        return agreement.bound == 0
            ? say.count(count, Text("partij", "party"), Text("partijen", "parties"))
            : say("\(agreement.bound) van \(count) gebonden", "\(agreement.bound) of \(count) bound")
    }

    func statePill(_ state: VersionState) -> HTML {
        let (tone, sign): (HTML, String) =
            switch state {
            case .inForce: (" ok", "✓ ")
            case .consultation, .offered: (" soon", "● ")
            case .lapsed: (" broken", "▲ ")
            case .draft, .superseded, .ended: ("", "")
            }
        return "<span class=\"pill\(tone)\">\(sign)\(say(state.label))</span>"
    }
}
