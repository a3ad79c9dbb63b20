import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import Purpose

extension WebDoor {
    func addPurpose(to book: RouteBook) {
        let root = "/ecosystems/:ecosystem/purpose"
        page(book, root) { try await $0.ecosystem().showPurpose() }
        page(book, "\(root)/canvas") { try await $0.ecosystem().showCanvas() }
        page(book, "\(root)/exchanges") { try await $0.ecosystem().showExchanges() }
        page(book, "\(root)/investors") { try await $0.ecosystem().showInvestors() }
        page(book, "\(root)/coverage") { try await $0.ecosystem().showCoverage() }
        page(book, "\(root)/interests") { try await $0.ecosystem().showInterests() }
        page(book, "\(root)/glossary") { try await $0.ecosystem().showGlossary() }
    }
}

/// The views of the purpose of an ecosystem, by the last part of their address.
enum PurposeView: String, CaseIterable {
    case goal = ""
    case canvas
    case coverage
    case exchanges
    case investors
    case interests
    case glossary

    var label: Text {
        switch self {
        case .goal: Text("Doel", "Goal")
        case .canvas: Text("Ontwerpcanvas", "Design canvas")
        case .coverage: Text("Dekking", "Coverage")
        case .exchanges: Text("Geven en krijgen", "Giving and getting")
        case .investors: Text("Wie betaalt", "Who pays")
        case .interests: Text("Belangen", "Interests")
        case .glossary: Text("Begrippen", "Terms")
        }
    }
}

/// What the pages of the purpose share.
extension EcosystemVisit {
    /// A page of the purpose: its title and first sentence, the tabs, and what it shows.
    func purposePage(_ view: PurposeView, _ title: String, lead: String, actions: HTML = "", _ content: HTML) -> Page {
        let tabs: HTML = PurposeView.allCases.html { tab in
            let path = Path.purpose(id, tab.rawValue)
            let current: HTML = tab == view ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(path)\"\(current)>\(say(tab.label))</a></li>"
        }
        let buttons: HTML = actions.isEmpty ? "" : "<div class=\"actions\">\(actions)</div>"
        return Page(
            title, place: .purpose,
            """
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(lead)</p></div>\(buttons)</div>
            <nav aria-label="\(say("Delen van het doel", "Parts of the purpose"))"><ul class="tabs">\(tabs)</ul></nav>
            \(content)
            """)
    }

    /// The button that adds something of a kind, for who may.
    func adding(_ plural: String) -> HTML { reader.catalogue.kind(plural).map { addButton($0) } ?? "" }

    /// A quiet link to the form, for under a list; nothing for who may not add it.
    func formLink(_ plural: String, _ words: String, _ filled: [(String, String)] = []) -> HTML {
        guard mayAdd(plural) else { return "" }
        return "<a href=\"\(Path.newRecord(id, plural).with(filled))\">\(words)</a>"
    }

    func link(_ reference: Reference) -> HTML {
        "<a href=\"\(address(of: reference))\">\(say.marked(reference.title))</a>"
    }

    func address(of reference: Reference) -> Path {
        reference.kind == "organisations"
            ? .organisation(id, reference.id) : .record(id, reference.kind, reference.id)
    }

    func links(_ references: [Reference]) -> HTML {
        references.isEmpty ? "<span class=\"quiet\">–</span>" : references.map(link).joined(separator: ", ")
    }

    /// The first few, and the others one click away.
    func few(_ references: [Reference], _ limit: Int = 3) -> HTML {
        guard references.count > limit + 1 else { return links(references) }
        let rest = Array(references.dropFirst(limit))
        return """
            \(links(Array(references.prefix(limit)))) <details class="more"><summary>\(say("en nog \(rest.count)", "and \(rest.count) more"))</summary>\
            \(links(rest))</details>
            """
    }

    func link(to plural: String, _ record: String) -> HTML {
        link(Reference(kind: plural, id: record, title: reader.title(plural, record)))
    }

    func amounts(_ money: [Money]) -> String { money.map { say.money($0) }.joined(separator: " + ") }

    func day(_ day: Day?) -> HTML {
        day.map { "\(say.day($0, today: reader.today))" } ?? "<span class=\"quiet\">–</span>"
    }

    /// Something that deserves attention, as the findings are shown.
    func attention(_ sign: String, _ what: HTML, _ why: HTML, severity: String = "warning") -> HTML {
        """
        <li class="\(severity)"><span class="sign" role="img" aria-label="\(say("let op", "attention"))">\(sign)</span>
        <div><p class="what">\(what)</p><div class="why">\(why)</div></div></li>
        """
    }

    /// A heading with its number, in a card.
    func card(_ title: String, _ content: HTML, count: Int? = nil) -> HTML {
        let number: HTML = count.map { " <small class=\"quiet\">\($0)</small>" } ?? ""
        return "<section class=\"card\"><h2>\(title)\(number)</h2>\(content)</section>"
    }

    /// A table whose cells become cards on a phone; its rows carry `data-label`s.
    func cards(_ caption: String, _ columns: [String], _ rows: HTML) -> HTML {
        let head: HTML = columns.html { "<th scope=\"col\">\($0)</th>" }
        return """
            <div class="scroll"><table class="cards"><caption class="hidden">\(caption)</caption><thead><tr>\(head)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
