import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import NetworkMap

extension WebDoor {
    func addViews(to book: RouteBook) {
        let map = "/ecosystems/:ecosystem/map"
        page(book, "\(map)/views") { try await $0.ecosystem().showViews() }
        on(book, .post, "\(map)/views", .command) { try await $0.ecosystem().keepView() }
        page(book, "\(map)/presentation/:step") { try await $0.ecosystem().present() }
    }
}

extension EcosystemVisit {
    /// Views that were kept, in the order of the presentation.
    func showViews() throws -> Response {
        let views = View.inOrder(reader)
        let items: HTML = views.enumerated().html { place, view in
            let edit: HTML =
                mayChange(View.naming.plural, view.id.rawValue)
                ? " · <a href=\"\(Path.editRecord(id, View.naming.plural, view.id.rawValue))\">\(say("Wijzigen", "Edit"))</a>"
                : ""
            let form = say(MapChoice(view.pairs).form.label)
            return """
                <li><p><strong><a href="\(Path.map(id).with(MapChoice(view.pairs).query))">\(say(view.name))</a></strong> <span class="quiet">\(form)</span></p>\
                <p>\(say(view.story))</p><p><a href="\(Path.presentation(id, place + 1))">\(say("Presenteer vanaf hier", "Present from here"))</a>\(edit)</p></li>
                """
        }
        let list: HTML =
            views.isEmpty
            ? """
            <p class="empty">\(say("Er is nog geen weergave bewaard. Kies op de kaart wat u wilt laten zien, en bewaar het onderaan.",
                "No view was saved yet. Choose on the map what you want to show, and save it at the bottom."))
            <a href="\(Path.map(id))">\(say("Naar de kaart", "To the map"))</a></p>
            """
            : "<ol class=\"entries\">\(items)</ol>"
        let start: HTML =
            views.isEmpty
            ? "" : "<a class=\"button\" href=\"\(Path.presentation(id, 1))\">\(say("Presenteer", "Present"))</a>"
        return show(
            Page(
                say("Weergaven", "Views"), place: .map,
                """
                <p class="crumbs"><a href="\(Path.map(id))">\(say("Kaart", "Map"))</a></p>
                <div class="title"><h1>\(say("Weergaven", "Views"))</h1><div class="actions">\(start)</div></div>\(list)
                """))
    }

    func keepView() async throws -> Response {
        let form = try await visit.form()
        var view = View(id: freeID(form.first("name"), in: View.naming.plural))
        view.name = typed(form.first("name"))
        view.query = form.first("query")
        view.story = typed(form.first("story"))
        view.order = (reader.records(View.self).compactMap(\.order).max() ?? 0) + 10
        let sheet = MapSheet(inside: self, choice: MapChoice(view.pairs))
        let command = ChangeRecords([RecordChange(View.naming.plural, view.id.rawValue, .add(view.values))])
        return try await perform(
            command, of: "view", sent: form, then: Path.mapPart(id, "views").url, done: .added
        ) { refused in
            var page = Page(say("Kaart", "Map"), place: .map, try sheet.page() + sheet.sharing(refused))
            page.styles = ["map.css"]
            page.scripts = ["map.js", "map-canvas.js"]
            return show(page)
        }
    }

    /// One view on the whole screen, with its story and the way to the one before and after.
    func present() async throws -> Response {
        let views = View.inOrder(reader)
        guard !views.isEmpty else { return try showViews() }
        guard let step = Int(try visit.part("step")), views.indices.contains(step - 1) else {
            throw HTTPError(.notFound)
        }
        let view = views[step - 1]
        let sheet = MapSheet(inside: self, choice: MapChoice(view.pairs))
        let shown = try await cached("presentation \(sheet.choice.key)") { () async throws -> HTML in
            do throws(Refusal) { return try sheet.content().html } catch { return refusedView(error) }
        }
        var page = Page(
            say(view.name), place: .map,
            """
            <article class="presentation" data-presentation><header><p class="quiet">\(name) · \(step) \(say("van", "of")) \(views.count)</p>
            <h1>\(say(view.name))</h1>\(story(view))</header><div class="presented">\(shown)</div>\(steps(step, of: views.count))</article>
            """)
        page.styles = ["map.css"]
        page.scripts = ["map.js", "map-canvas.js", "presentation.js"]
        page.isBare = true
        return show(page)
    }

    private func story(_ view: View) -> HTML {
        say(view.story).split(separator: "\n").map(String.init).html { "<p>\($0)</p>" }
    }

    /// A view of something that is no longer there says so; the presentation goes on.
    private func refusedView(_ refusal: Refusal) -> HTML {
        refusal.problems.html { "<p class=\"empty\">\(say($0.message)) \(say($0.mend))</p>" }
    }

    private func steps(_ step: Int, of count: Int) -> HTML {
        let back: HTML =
            step > 1
            ? "<a class=\"button quiet\" rel=\"prev\" href=\"\(Path.presentation(id, step - 1))\">← \(say("Vorige", "Previous"))</a>"
            : "<span></span>"
        let next: HTML =
            step < count
            ? "<a class=\"button\" rel=\"next\" href=\"\(Path.presentation(id, step + 1))\">\(say("Volgende", "Next")) →</a>"
            : "<span></span>"
        return """
            <nav class="turning" aria-label="\(say("Presentatie", "Presentation"))" data-whole="\(say("Heel scherm", "Full screen"))">\(back)
            <a rel="up" href="\(Path.mapPart(id, "views"))">\(say("Stoppen (Esc)", "Stop (Esc)"))</a>\(next)</nav>
            """
    }
}
