import Ecosystems
import Kernel
import Lifecycle
import Markup
import NetworkMap
import Parties

/// One map in one form: what was chosen, who looks, and the addresses of what else can be chosen.
struct MapSheet: Sendable {
    let inside: EcosystemVisit
    let choice: MapChoice

    var id: String { inside.id }
    var say: Say { inside.say }
    var reader: Reader { inside.reader }

    /// The address of the same map with something else chosen.
    func address(_ changed: [(String, String)] = [], without names: [String] = []) -> String {
        Path.map(id).with(choice.with(changed, without: names).query)
    }

    var question: MapQuestion {
        MapQuestion(
            kinds: choice.all("kind"), roles: choice.all("role"), sectors: choice.all("sector"),
            statuses: Set(choice.all("status").compactMap(Participation.Status.init(rawValue:))), during: during,
            focus: choice["focus"].isEmpty ? nil : choice["focus"], depth: Int(choice["depth"]) ?? 1,
            group: choice["group"].isEmpty ? nil : Int(choice["group"]) ?? 0, limit: choice.form.limit,
            shape: choice["shape"] == "role" ? .role : .sector, showsLonely: choice["lonely"] != "no",
            showsDerived: choice["derived"] != "no")
    }

    /// The days of the phase in the address, `lifecycle/phase`.
    private var during: Period? {
        let parts = choice["phase"].split(separator: "/").map(String.init)
        guard parts.count == 2 else { return nil }
        return CourseState.of(parts[0], reader)?.phases.first { $0.id == parts[1] }?.period
    }

    /// A node leads to its neighbourhood, with the filters as they are; the one in the middle leads to its own page.
    func picture(_ reading: MapReading) -> NetworkPicture {
        reading.picture(say.language) { party in
            party == reading.question.focus
                ? Path.organisation(id, party).url
                : address([("focus", party)], without: ["group", "sort", "order"])
        }
    }

    func texts(_ lead: String) -> MapTexts {
        MapTexts(
            title: say("Kaart van \(inside.name)", "Map of \(inside.name)") + ": " + say(choice.form.label),
            description: lead + " "
                + say("Dezelfde gegevens staan in de tabel eronder.", "The same facts are in the table below."),
            lonely: say("Zonder relaties op deze kaart", "Without relations on this map"),
            empty: say("Niets past bij deze keuze", "Nothing fits this choice"))
    }

    /// A drawing with what it means, and the words that the script needs.
    func figure(_ drawing: MapDrawing, legend: HTML? = nil) -> HTML {
        """
        <figure data-map data-zoom-in="\(say("Inzoomen", "Zoom in"))" data-zoom-out="\(say("Uitzoomen", "Zoom out"))" data-reset="\(say("Hele kaart", "Whole map"))"
        data-search="\(say("Zoek op de kaart", "Search the map"))" data-hint="\(say("Zoom in om de namen te lezen.", "Zoom in to read the names."))" data-found="\(say("{count} gevonden", "{count} found"))">\(HTML(drawn: drawing.svg))
        <figcaption>\(legend ?? HTML(drawn: drawing.legend))</figcaption></figure>
        """
    }

    /// A table under a drawing, closed until somebody wants it.
    func table(_ title: String, _ content: HTML, isOpen: Bool = false) -> HTML {
        "<details\(if: isOpen, " open")><summary>\(title)</summary><div class=\"scroll\">\(content)</div></details>"
    }
}

/// What a form of the map shows: a sentence that says what one sees, and the drawing with its tables.
struct MapContent: Sendable {
    let lead: String
    let html: HTML
}
