import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import Responsibilities

extension WebDoor {
    func addResponsibilities(to book: RouteBook) {
        let root = "/ecosystems/:ecosystem/responsibilities"
        page(book, root) { try await $0.ecosystem().showMatrix() }
        page(book, "\(root)/shared") { try await $0.ecosystem().showShared() }
        page(book, "\(root)/processes") { try await $0.ecosystem().showProcesses() }
        page(book, "\(root)/comparison") { try await $0.ecosystem().showComparison() }
        page(book, "\(root)/tables") { try await $0.ecosystem().showTables() }
        page(book, "\(root)/lines.csv") { try await $0.ecosystem().sendLines() }
        page(book, "\(root)/matrix.csv") { try await $0.ecosystem().sendMatrix() }
        page(book, "\(root)/oscal.json") { try await $0.ecosystem().sendOSCAL() }
        on(book, .post, "\(root)/parts", .command) { try await $0.ecosystem().assignParts() }
        on(book, .post, "\(root)/doers", .command) { try await $0.ecosystem().takeOverDoers() }
        on(book, .post, "\(root)/activities", .command) { try await $0.ecosystem().addProcesses() }
        on(book, .post, "\(root)/imports", .command) { try await $0.ecosystem().importTable() }
    }
}

/// The views of how responsibilities are divided, by the last part of their address.
enum ResponsibilityView: String, CaseIterable {
    case matrix = ""
    case shared
    case processes
    case comparison
    case tables

    var label: Text {
        switch self {
        case .matrix: Text("Wie doet wat", "Who does what")
        case .shared: Text("Per leveringsmodel", "By delivery model")
        case .processes: Text("Processen", "Processes")
        case .comparison: Text("Twee dagen vergelijken", "Compare two days")
        case .tables: Text("Tabellen", "Tables")
        }
    }
}

/// What the pages about responsibilities share.
extension EcosystemVisit {
    func responsibilityPage(_ view: ResponsibilityView, _ title: String, lead: String, _ content: HTML) -> Page {
        let tabs: HTML = ResponsibilityView.allCases.html { tab in
            let path = Path.responsibilities(id, tab.rawValue)
            return "<li><a href=\"\(path)\"\(if: tab == view, " aria-current=\"page\"")>\(say(tab.label))</a></li>"
        }
        var page = Page(
            title, place: .governance,
            """
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(lead)</p></div></div>
            \(governancePlaces(.division))<nav aria-label="\(say("Verdeling", "Division"))"><ul class="forms">\(tabs)</ul></nav>
            \(content)
            """)
        page.styles = ["responsibilities.css"]
        return page
    }

    /// Nothing to see, because of rights or because nothing is there.
    func withoutResponsibilities(_ what: HTML) -> HTML {
        guard let kind = reader.catalogue.kind(Responsibility.naming.plural), reader.canRead(kind) else {
            let signIn: HTML =
                visit.visitor.account == nil
                ? " <a href=\"/sign-in\">\(say("Meld u aan", "Sign in"))</a>" : ""
            return
                "<p class=\"empty\">\(say("Alleen deelnemers zien de verdeling.", "Only participants see the division."))\(signIn)</p>"
        }
        return what
    }

    /// May the visitor divide responsibilities, here and now?
    var mayDivide: Bool { mayEdit && reader.may(AssignParts(.activity(ID("")), .organisation(""), [])) }

    /// The day that a page is about: of its address, or else today.
    var dividedOn: Day { day(visit.query("on")) ?? reader.today }

    func name(of party: ResponsibleParty) -> String { say(reader.title(party.kind, party.id)) }

    func name(of subject: ResponsibilitySubject) -> String {
        switch subject {
        case .activity(let activity): return say(reader.title("activities", activity.rawValue))
        case .layer(let model, let layer):
            let places = ResponsibilityPlaces(reader.library)
            return "\(say(places.name(of: model))) · \(say(places.name(of: layer)))"
        }
    }

    func link(to party: ResponsibleParty) -> HTML {
        let path: Path = party.kind == "organisations" ? .organisation(id, party.id) : .record(id, party.kind, party.id)
        return "<a href=\"\(path)\">\(name(of: party))</a>"
    }

    func link(to subject: ResponsibilitySubject) -> HTML {
        guard case .activity(let activity) = subject else { return "\(name(of: subject))" }
        return "<a href=\"\(Path.record(id, "activities", activity.rawValue))\">\(name(of: subject))</a>"
    }

    /// The letters of one cell, each with its meaning.
    func letters(_ parts: ResponsibilityMatrix.Parts) -> HTML {
        let ordered = parts.parts.filter { $0 == .accountable } + parts.parts.filter { $0 != .accountable }
        return ordered.html { part in
            "<abbr class=\"part-letter part-\(part.rawValue)\" title=\"\(say(part.label))\">\(part.letter)</abbr>"
        }
    }

    /// The letters of one cell, or a dash.
    func lettersOrDash(_ parts: ResponsibilityMatrix.Parts) -> HTML { parts.isEmpty ? "–" : letters(parts) }

    /// What each letter stands for.
    var letterLegend: HTML {
        let items: HTML = ResponsiblePart.allCases.html { part in
            "<li>\(letters(ResponsibilityMatrix.Parts(part))) \(say(part.label))</li>"
        }
        return "<ul class=\"part-legend\" aria-label=\"\(say("Letters", "Letters"))\">\(items)</ul>"
    }

    /// A choice of the day to look at.
    func dayChoice(_ view: ResponsibilityView) -> HTML {
        """
        <form method="get" action="\(Path.responsibilities(id, view.rawValue))" class="choose"><div><label for="on">\(say("Op de dag", "On the day"))</label>
        <input type="date" id="on" name="on" value="\(dividedOn.description)"></div><button class="button quiet">\(say("Toon", "Show"))</button></form>
        """
    }
}
