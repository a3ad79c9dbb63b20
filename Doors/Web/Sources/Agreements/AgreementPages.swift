import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// One agreement: the text is the page, with in the margin what others say and what one can do.
extension EcosystemVisit {
    func showAgreement() async throws -> Response { try await showAgreement(after: nil) }

    func showAgreement(after refused: RefusedForm?) async throws -> Response {
        let agreement = try visit.part("agreement")
        let number = Int(visit.query("version"))
        guard let page = AgreementPage.of(agreement, version: number, draft: visit.query("draft") == "1", reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: ""))\(askedHere(page))
            \(purpose(page))<div class="clauses">\(clauses(page, refused))</div>\(annexes(page))
            \(whoStandsWhere(page))\(wholeRemarks(page, refused))\(nextSteps(page, refused))
            """
        var shown = agreementPage(say(page.agreement.name), main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    func agreementHeading(_ page: AgreementPage) -> HTML {
        """
        <p class="crumbs"><a href="\(Path.agreements(id))">\(say("Afspraken", "Agreements"))</a> · \(say(page.agreement.kind.label))</p>
        <div class="title"><div><h1>\(say.marked(page.agreement.name))</h1><p class="lead">\(standingWords(page))</p></div>
        <div class="actions">\(editLink(page))</div></div>
        """
    }

    private func editLink(_ page: AgreementPage) -> HTML {
        let agreement = page.agreement.id.rawValue
        guard mayChange("agreements", agreement) else { return "" }
        return
            "<a class=\"button quiet\" href=\"\(Path.editRecord(id, "agreements", agreement))\">\(say("Partijen en vorm", "Parties and form"))</a>"
    }

    /// “Versie 3, vastgelegd 12 november · in consultatie tot 30 november”.
    private func standingWords(_ page: AgreementPage) -> HTML {
        guard let version = page.version else {
            guard page.standing.facts.versions.isEmpty else {
                return
                    "\(statePill(.draft)) \(say("De tekst zoals die nu wordt geschreven; wat is vastgelegd, verandert niet.", "The text as it is being written; what was fixed does not change."))"
            }
            return
                "\(statePill(.draft)) \(say("Nog geen versie vastgelegd; dit is de tekst zoals die nu geschreven is.", "No version fixed yet; this is the text as it is written now."))"
        }
        let state = page.standing.state(of: version.number)
        let day =
            version.on.map {
                say("vastgelegd \(say.day($0, today: reader.today))", "fixed \(say.day($0, today: reader.today))")
            } ?? ""
        let entered: HTML =
            page.standing.entered[version.number].map {
                " · \(say("van kracht sinds", "in force since")) \(say.day($0, today: reader.today))"
            } ?? ""
        let closes: HTML =
            [.offered, .consultation].contains(state)
            ? page.standing.closes.map { " · \(say("tot en met", "until")) \(say.day($0, today: reader.today))" } ?? ""
            : ""
        let current: HTML =
            page.standing.current.flatMap { current in
                current.version.number == version.number
                    ? nil
                    : " · <a href=\"\(Path.agreement(id, page.agreement.id.rawValue).with([("version", "\(current.version.number)")]))\">\(say("versie \(current.version.number) is van kracht", "version \(current.version.number) is in force"))</a>"
            } ?? ""
        return
            "\(say("Versie \(version.number)", "Version \(version.number)")), \(day) · \(statePill(state))\(closes)\(entered)\(current)"
    }

    func agreementTabs(_ page: AgreementPage, at place: String) -> HTML {
        let agreement = page.agreement.id.rawValue
        let writing =
            mayEdit && reader.may(ProposeVersion(agreement: agreement))
            ? [("assembly", say("Schrijven", "Writing"), Path.agreementPart(id, agreement, "assembly"))] : []
        let tabs: [(String, String, Path)] = [
            ("", say("De tekst", "The text"), .agreement(id, agreement)),
            ("bound", say("Wie is gebonden", "Who is bound"), .agreementPart(id, agreement, "bound")),
            ("redline", say("Wat er verandert", "What changes"), .agreementPart(id, agreement, "redline")),
            ("document", say("Document", "Document"), .agreementPart(id, agreement, "document")),
            ("course", say("Verloop", "Course"), .agreementPart(id, agreement, "course")),
        ]
        let items: HTML = (tabs + writing).html { name, label, path in
            "<li><a href=\"\(path)\"\(if: name == place, " aria-current=\"page\"")>\(label)</a></li>"
        }
        return "<ul class=\"tabs\">\(items)</ul>"
    }

    private func purpose(_ page: AgreementPage) -> HTML {
        page.text.purpose.isEmpty ? "" : "<p class=\"preamble\">\(say.marked(page.text.purpose))</p>"
    }

    private func annexes(_ page: AgreementPage) -> HTML {
        guard !page.text.annexes.isEmpty else { return "" }
        let items: HTML = page.text.annexes.html { annex in
            let place: HTML = annex.address.isEmpty ? "" : " <a href=\"\(annex.address)\">\(annex.address)</a>"
            return "<li><strong>\(say.marked(annex.title))</strong>\(place)<p>\(say.marked(annex.text))</p></li>"
        }
        return "<section><h2>\(say("Bijlagen", "Annexes"))</h2><ol class=\"annexes\">\(items)</ol></section>"
    }

    private func signLine(_ page: AgreementPage, _ party: String, _ name: String) -> HTML? {
        guard let row = page.parties.first(where: { $0.party == party }) else { return nil }
        let isOffered = page.offering?.isOpen(on: reader.today) == true && row.signature == nil && !row.isJoiner
        let mayJoin = row.bond == nil && row.isJoiner && page.standing.current?.text.open == true
        guard isOffered || mayJoin else { return nil }
        let until: HTML = isOffered ? page.offering?.until.map { " · \(say.until($0, today: reader.today))" } ?? "" : ""
        let words =
            isOffered
            ? say("Tekent \(name) deze versie?", "Will \(name) sign this version?")
            : say("\(name) kan toetreden tot de geldende versie.", "\(name) can accede to the version in force.")
        let path = Path.agreementPart(id, page.agreement.id.rawValue, "signing").with([("party", party)])
        return
            "<p><strong>\(words)</strong>\(until) · <a class=\"button\" href=\"\(path)\">\(say("Naar ondertekenen", "Go to signing"))</a></p>"
    }

    /// What the visitor is asked, above the text.
    private func askedHere(_ page: AgreementPage) -> HTML {
        guard mayEdit else { return "" }
        let lines: [HTML] = reader.rights.represents.sorted().compactMap { party in
            let name = say(reader.title("organisations", party))
            let open = page.unanswered(by: party)
            if let round = page.round, !open.isEmpty, page.text.isParty(party) {
                let closes = round.closes.map { say.until($0, today: reader.today) } ?? ""
                let words = say.count(
                    open.count, Text("bepaling vraagt", "clause needs"), Text("bepalingen vragen", "clauses need"))
                return
                    "<p><strong>\(words) \(say("uw reactie namens \(name)", "your answer for \(name)"))</strong> · \(closes) · <a href=\"#clause-\(open[0].id)\">\(say("Naar de eerste", "To the first"))</a></p>"
            }
            return signLine(page, party, name)
        }
        return lines.isEmpty ? "" : "<div class=\"banner asked\">\(lines)</div>"
    }
}
