import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import NetworkMap
import Parties

extension WebDoor {
    func addMapNumbers(to book: RouteBook) {
        let root = "/ecosystems/:ecosystem/map"
        page(book, "\(root)/analysis") { try await $0.ecosystem().showAnalysis() }
        page(book, "\(root)/analysis.csv") { try await $0.ecosystem().analysisTable() }
        page(book, "\(root)/what-if") { try await $0.ecosystem().showWhatIf() }
        page(book, "\(root)/time") { try await $0.ecosystem().showTime() }
    }
}

/// The pages about the network, by the last part of their address.
enum MapPlace: String, CaseIterable {
    case map = ""
    case analysis
    case whatIf = "what-if"
    case time

    var label: Text {
        switch self {
        case .map: Text("Kaart", "Map")
        case .analysis: Text("Analyse", "Analysis")
        case .whatIf: Text("Wat als", "What if")
        case .time: Text("Door de tijd", "Over time")
        }
    }

    func path(_ ecosystem: String) -> Path { self == .map ? .map(ecosystem) : .mapPart(ecosystem, rawValue) }
}

/// What the pages about the network share.
extension EcosystemVisit {
    /// The way between the pages about the network; the filters that all of them know go along.
    func mapPlaces(_ here: MapPlace) -> HTML {
        let shared = scopeQuery.filter { ["kind", "derived"].contains($0.0) }
        let tabs: HTML = MapPlace.allCases.html { place in
            let current: HTML = place == here ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(place.path(id).with(shared))\"\(current)>\(say(place.label))</a></li>"
        }
        return "<nav aria-label=\"\(say("Het netwerk", "The network"))\"><ul class=\"tabs\">\(tabs)</ul></nav>"
    }

    func mapNumbersPage(_ place: MapPlace, _ title: String, lead: String, _ content: HTML) -> Page {
        var page = Page(
            title, place: .map,
            """
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(lead)</p></div></div>\(mapPlaces(place))\(content)
            """)
        page.styles = ["map.css", "network.css"]
        return page
    }

    /// The parts of the address that say which ties count, in a fixed order.
    var scopeQuery: [(String, String)] {
        ["kind", "day", "derived", "directed"].flatMap { name in
            visit.queries(name).filter { !$0.isEmpty }.map { (name, $0) }
        }
    }

    /// Refuses a day that does not exist.
    func networkScope() throws(Refusal) -> NetworkScope {
        let asked = visit.query("day")
        let day = Day(asked)
        guard asked.isEmpty || day != nil else {
            throw .invalid([
                Problem(
                    "map.day", at: ["day"], Text("“\(asked.inShort)” is geen dag.", "“\(asked.inShort)” is not a day."),
                    mend: Text("Kies een dag, zoals 2026-11-27.", "Choose a day, such as 2026-11-27."))
            ])
        }
        return NetworkScope(
            kinds: Set(visit.queries("kind").filter { !$0.isEmpty }), day: day ?? reader.today,
            showsDerived: visit.query("derived") != "no", isDirected: visit.query("directed") == "yes")
    }

    /// Which kind of relation counts, and whether what follows from other records does.
    func scopeChoices(_ scope: NetworkScope, withDay: Bool = true) -> HTML {
        let kinds: HTML = reader.library.choices(for: .relationKind).html {
            "<option value=\"\($0.id)\"\(if: scope.kinds.contains($0.id), " selected")>\(say($0.label))</option>"
        }
        let day: HTML =
            withDay
            ? "<label>\(say("Op de dag", "On the day")) <input type=\"date\" name=\"day\" value=\"\(scope.day?.description ?? "")\"></label>"
            : ""
        return """
            <label>\(say("Relatie", "Relation")) <select name="kind"><option value="">\(say("alle", "all"))</option>\(kinds)</select></label>
            <label>\(say("Verbindingen", "Ties")) <select name="derived"><option value="">\(say("ook wat volgt uit andere gegevens", "also what follows from other records"))</option>\
            \(option("no", say("alleen vastgelegde relaties", "recorded relations only"), chosen: scope.showsDerived ? "" : "no"))</select></label>\(day)
            """
    }

    /// From a list while that can be overseen, else by id.
    func partyChoice(_ name: String, _ label: String, first: String, chosen: String = "") -> HTML {
        let parties = reader.records(Organisation.self)
        guard parties.count <= 500 else {
            return "<label>\(label) <input name=\"\(name)\" value=\"\(chosen)\" placeholder=\"id\"></label>"
        }
        let choices = parties.map { ($0.id.rawValue, say($0.name)) }.sorted { $0.1.lowercased() < $1.1.lowercased() }
        let options: HTML = choices.html { option($0.0, $0.1, chosen: chosen) }
        return
            "<label>\(label) <select name=\"\(name)\"><option value=\"\">\(first)</option>\(options)</select></label>"
    }

    /// Where there is nothing to calculate with: what to do first.
    func noNetwork() -> HTML? {
        guard (reader.state.table("organisations")?.count ?? 0) == 0 else { return nil }
        return """
            <p class="empty">\(say("Er staat nog geen organisatie.", "There are no organisations yet.")) \
            <a href="\(Path.parties(id))">\(say("Begin met de partijen", "Begin with the parties"))</a></p>
            """
    }

    func party(_ party: String) -> HTML {
        "<a href=\"\(Path.organisation(id, party))\">\(say(reader.title("organisations", party)))</a>"
    }
}
