import Ecosystems
import Kernel
import Markup
import NetworkMap

/// What one can do with a map that was found: keep it as a view, step through views, take it along, or let a program read along.
extension MapSheet {
    /// Not the same for everybody: its forms carry the visitor's own token.
    func sharing(_ refused: RefusedForm? = nil) -> HTML {
        guard (reader.state.table("organisations")?.count ?? 0) > 0 else { return "" }
        return """
            <section class="card map-sharing"><h2>\(say("Bewaren, presenteren en delen", "Keep, present and share"))</h2>
            \(viewLinks)\(keepForm(refused))\(exports)\(liveLink)</section>
            """
    }

    private var viewLinks: HTML {
        let views = View.inOrder(reader)
        guard !views.isEmpty else {
            return
                "<p class=\"quiet\">\(say("Er zijn nog geen bewaarde weergaven.", "There are no saved views yet."))</p>"
        }
        let count = say.count(
            views.count, Text("bewaarde weergave", "saved view"), Text("bewaarde weergaven", "saved views"))
        return """
            <p class="actions"><a class="button quiet" href="\(Path.presentation(id, 1))">\(say("Presenteer", "Present"))</a>
            <a href="\(Path.mapPart(id, "views"))">\(count)</a></p>
            """
    }

    private func keepForm(_ refused: RefusedForm?) -> HTML {
        guard inside.mayAdd(View.naming.plural) else { return "" }
        let sent = refused?.sent
        return """
            <details\(if: refused != nil, " open")><summary>\(say("Bewaar deze weergave", "Save this view"))</summary>
            <form method="post" action="\(Path.mapPart(id, "views"))">\(inside.visit.token)\(inside.troubles(refused, in: "view", inputs: ["name": "view-name", "story": "view-story"]))
            <input type="hidden" name="query" value="\(choice.key)">
            <div class="field"><label for="view-name">\(say("Naam", "Name"))</label><input id="view-name" name="name" required maxlength="200" value="\(sent?.first("name") ?? "")"></div>
            <div class="field"><label for="view-story">\(say("Verhaal: wat ziet men hier, en waarom doet het ertoe?", "Story: what does one see here, and why does it matter?"))</label>
            <textarea id="view-story" name="story" rows="4">\(sent?.first("story") ?? "")</textarea></div>
            <button class="button">\(say("Bewaar weergave", "Save view"))</button></form></details>
            """
    }

    private var exports: HTML {
        "<details><summary>\(say("Downloaden", "Download"))</summary>\(exportLinks)</details>"
    }

    /// Files of what passes the filters.
    var exportLinks: HTML {
        let filters = choice.with([], without: MapChoice.forms).query
        let links: HTML = [
            ("organisations.csv", say("Organisaties (CSV)", "Organisations (CSV)")),
            ("relations.csv", say("Relaties (CSV)", "Relations (CSV)")), ("network.kumu.json", "Kumu (JSON)"),
            ("network.gexf", "Gephi (GEXF)"), ("network.graphml", "GraphML"),
        ].html { name, label in
            "<li><a href=\"\(Path.mapPart(id, name).with(filters))\" download>\(label)</a></li>"
        }
        return """
            <ul class="plain map-files">\(links)</ul>
            <p class="quiet">\(say("Met wat u nu hebt gekozen, en zoals u het ziet.", "With what is chosen now, and as you see it."))</p>
            """
    }

    private var liveLink: HTML {
        let path = Path.mapPart(id, "kumu.json").with(choice.with([], without: MapChoice.forms).query)
        let origin = inside.visit.door.relyingParty.origins.first ?? ""
        let intro = say(
            "Kumu kan deze kaart zelf ophalen, zodat zij daar altijd bij is.",
            "Kumu can fetch this map by itself, so that it is always up to date there.")
        let content: HTML
        if !inside.profile.participantsOnly {
            content =
                "<p><label>\(say("Adres voor Kumu", "Address for Kumu")) <input class=\"secret\" value=\"\(origin + path)\" readonly></label></p>"
        } else if inside.visit.visitor.seats.contains(where: { $0.ecosystem == id }) {
            content = """
                <form method="post" action="\(Path.mapPart(id, "links"))">\(inside.visit.token)
                <button class="button quiet">\(say("Maak een adres", "Make an address"))</button></form>
                """
        } else {
            content =
                "<p>\(say("Wie hier deelneemt, kan een adres maken.", "Who takes part here can make an address."))</p>"
        }
        return """
            <details><summary>\(say("Levende koppeling met Kumu", "Live link with Kumu"))</summary><p>\(intro)</p>\(content)</details>
            """
    }
}
