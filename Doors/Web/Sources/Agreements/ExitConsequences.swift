import Agreements
import Ecosystems
import Kernel
import Markup
import Parties

/// What follows when a party leaves, in the order in which one asks: when, what to settle, what stays, whom it touches.
extension EcosystemVisit {
    func follows(_ outlook: ExitOutlook) -> HTML {
        let terms = outlook.terms
        let months = say.count(terms.notice, Text("maand", "month"), Text("maanden", "months"))
        let notice = terms.notice == 0 ? say("geen opzegtermijn", "no notice") : months
        let rows: [(String, HTML)] = [
            (say("Wie", "Who"), say.marked(reader.title("organisations", terms.party.rawValue))),
            (say("Nu gebonden aan", "Bound by now"), bound(terms.bond)),
            (say("Opzegtermijn", "Notice"), "\(notice)"),
            (say("Opgezegd op", "Notice given on"), "\(say.day(terms.given, today: reader.today))"),
            (say("Eindigt op", "Ends on"), "<strong>\(say.day(outlook.effective, today: reader.today))</strong>"),
        ]
        let fields: HTML = rows.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
        return """
            <section class="card" id="follows"><h2>\(say("Dit volgt", "This follows"))</h2><dl class="fields">\(fields)</dl>\(toSettle(outlook))\(staysInForce(outlook))\(stillOwed(outlook))\(touched(outlook))</section>
            """
    }

    private func toSettle(_ outlook: ExitOutlook) -> HTML {
        let title = "<h3>\(say("Af te wikkelen", "To be settled"))</h3>" as HTML
        guard !outlook.settlement.isEmpty else {
            return
                "\(title)<p>\(say("De tekst noemt niets dat moet worden afgewikkeld.", "The text names nothing that must be settled."))</p>"
        }
        let items: HTML = outlook.settlement.html { item in
            let due: HTML =
                item.due.map {
                    " <span class=\"due\">\(say("uiterlijk", "by")) \(say.day($0, today: reader.today))</span>"
                } ?? ""
            return "<li>\(say.marked(item.what))\(due)</li>"
        }
        return "\(title)<ul>\(items)</ul>"
    }

    private func staysInForce(_ outlook: ExitOutlook) -> HTML {
        let title = "<h3>\(say("Wat blijft gelden", "What goes on"))</h3>" as HTML
        guard !outlook.terms.surviving.isEmpty else {
            return """
                \(title)<p>\(say("Van geen bepaling is aangegeven dat zij na uittreden blijft gelden. Lees wat de tekst zelf over het einde zegt.", "No clause is marked as going on after leaving. Read what the text itself says about its end."))</p>
                """
        }
        let items: HTML = outlook.terms.surviving.html { clause in
            let path =
                Path.agreement(id, outlook.terms.agreement.rawValue)
                .with([("version", "\(outlook.terms.bond.version)")]) + "#clause-\(clause.id)"
            return "<li><a href=\"\(path)\">\(clause.number) \(say.marked(clause.heading))</a></li>"
        }
        return "\(title)<ul>\(items)</ul>"
    }

    private func stillOwed(_ outlook: ExitOutlook) -> HTML {
        func list(_ title: String, _ statuses: [NormStatus]) -> HTML {
            guard !statuses.isEmpty else { return "" }
            let items: HTML = statuses.html { status in
                let due: HTML =
                    status.due.map { " <span class=\"due\">\(say.day($0, today: reader.today))</span>" } ?? ""
                return "<li>\(statePill(status.state)) \(say.marked(status.norm.rule.name))\(due)</li>"
            }
            return "<h3>\(title)</h3><ul>\(items)</ul>"
        }
        return list(say("Nog te doen tot die dag", "Still to be done until then"), outlook.owed)
            + list(
                say("Wat anderen deze partij nog schuldig zijn", "What others still owe this party"),
                outlook.owedToParty)
    }

    private func touched(_ outlook: ExitOutlook) -> HTML {
        let names: HTML = outlook.staying.html { stayer in
            "<li><a href=\"\(Path.organisation(id, stayer.party))\">\(say.marked(stayer.name))</a> <span class=\"quiet\">\(say("versie \(stayer.version)", "version \(stayer.version)"))</span></li>"
        }
        let effects: HTML = outlook.terms.text.effects.isEmpty ? "" : "<p>\(say.marked(outlook.terms.text.effects))</p>"
        let alone: HTML =
            outlook.leavesOne
            ? "<p><span class=\"pill soon\">● \(say("let op", "mind"))</span> \(say("Daarna zijn geen twee partijen meer aan elkaar gebonden.", "After that no two parties are bound to each other."))</p>"
            : ""
        let named: HTML =
            outlook.isNamedForEntry
            ? "<p><span class=\"pill soon\">● \(say("let op", "mind"))</span> \(say("De tekst noemt deze partij bij wie moet tekenen; een volgende versie heeft daarvoor een andere regel nodig.", "The text names this party among those that must sign; a next version needs another rule for that."))</p>"
            : ""
        let leaning: HTML = outlook.leaning.html { other in
            "<li>\(ValueView(self).link("agreements", other)) <span class=\"quiet\">\(say("wijkt voor deze afspraak", "yields to this agreement"))</span></li>"
        }
        let others: HTML = outlook.staying.isEmpty ? "" : "<ul>\(names)</ul>"
        return """
            <h3>\(say("Wie het raakt", "Whom it touches"))</h3>\(effects)\(alone)\(named)<p>\(say.count(outlook.staying.count, Text("andere partij blijft gebonden", "other party stays bound"), Text("andere partijen blijven gebonden", "other parties stay bound"))).</p>\(others)\(leaning.isEmpty ? "" : "<ul>\(leaning)</ul>")
            """
    }
}
