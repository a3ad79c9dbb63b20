import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import MethodLibrary

extension WebDoor {
    func addMethods(to book: RouteBook) {
        page(book, "/methods") { try await $0.showMethods() }
        page(book, "/methods/:method") { try await $0.showMethod() }
        page(book, "/glossary") { $0.showGlossary() }
        page(book, "/reference") { $0.showReference() }
        page(book, "/ecosystems/:ecosystem/method-copies/:copy") { try await $0.ecosystem().showCopy() }
        on(book, .post, "/ecosystems/:ecosystem/method-copies", .command) { try await $0.ecosystem().copyMethod() }
    }
}

extension Visit {
    func showMethods() async throws -> Response {
        let words = query("q").lowercased()
        let methods = door.installation.methods.methods.filter { method in
            words.isEmpty
                || "\(method.name.nl) \(method.name.en) \(method.summary.nl) \(method.summary.en)".lowercased()
                    .contains(words)
        }
        let families: HTML = MethodFamily.allCases.html { family in
            let some = methods.filter { $0.family == family }
            guard !some.isEmpty else { return "" }
            let items: HTML = some.html { method in
                """
                <li><a href="\(Path.method(method.id))"><strong>\(say(method.name))</strong></a>\(ours(method.head.origin)) \
                <span class="quiet">\(say(method.summary))</span></li>
                """
            }
            return
                "<section class=\"card\"><h2>\(say(family.label))</h2><p class=\"quiet\">\(say(family.meaning))</p><ul class=\"plain\">\(items)</ul></section>"
        }
        let none: HTML = methods.isEmpty ? "<p class=\"empty\">\(say("Niets gevonden.", "Nothing found."))</p>" : ""
        return show(
            Page(
                say("Methoden", "Methods"), place: .methods,
                """
                <h1>\(say("Methoden", "Methods"))</h1><p class="lead">\(say("Wat handboeken over ecosystemen aanreiken, met bron. Kies wat past; niets is verplicht, en elk ecosysteem mag een kopie maken en veranderen.", "What handbooks on ecosystems offer, with their source. Choose what fits; nothing is obligatory, and every ecosystem may make a copy and change it."))</p>
                <form method="get" action="\(Path.methods)" role="search" class="search"><label for="q" class="hidden">\(say("Zoek", "Search"))</label><input type="search" id="q" name="q" value="\(query("q"))"><button class="button">\(say("Zoek", "Search"))</button></form>
                \(none)\(families)
                """))
    }

    func ours(_ origin: MethodOrigin?) -> HTML {
        origin == .stelsel
            ? " <span class=\"pill\" title=\"\(say("Niet uit een bron: een voorstel van Stelsel", "Not from a source: a proposal of Stelsel"))\">\(say("van ons", "ours"))</span>"
            : ""
    }

    func showMethod() async throws -> Response {
        let id = try part("method")
        guard let method = door.installation.methods.method(id) else {
            throw Refusal.notFound(
                Problem("method.unknown", Text("Deze methode bestaat niet.", "There is no such method.")))
        }
        let sources: HTML = method.head.sources.html { source in
            "<li>\(source.work) <span class=\"quiet\">\(source.file), \(say("regels", "lines")) \(source.lines)</span></li>"
        }
        let used = try await ecosystems().filter { $0.profile.methods.contains(id) }
        let usedIn: HTML =
            used.isEmpty
            ? ""
            : "<p>\(say("In gebruik bij", "In use at")): \(used.map { "<a href=\"\(Path.ecosystem($0.id))\">\($0.name)</a>" as HTML }.joined(separator: ", "))</p>"
        let remarks: HTML = method.head.remarks.isEmpty ? "" : "<p class=\"quiet\">\(say(method.head.remarks))</p>"
        return show(
            Page(
                say(method.name), place: .methods,
                """
                <p class="crumbs"><a href="\(Path.methods)">\(say("Methoden", "Methods"))</a> · \(say(method.family.label))</p><h1>\(say(method.name))\(ours(method.head.origin))</h1>
                <p class="lead">\(say(method.summary))</p>\(remarks)\(usedIn)\(try await copyList(method))\(content(method, in: door.installation.methods))
                <details><summary>\(say("Bronnen", "Sources"))</summary><ul>\(sources)</ul></details>\(try await copyForm(method))
                """))
    }

    private func copyForm(_ method: Method) async throws -> HTML {
        let places = try await ownEcosystems().filter { $0.reader.rights.seesEverything && $0.mayEdit }
        guard !places.isEmpty else { return "" }
        let forms: HTML = places.html { inside in
            """
            <form method="post" action="\(Path.methodCopies(inside.id))">\(token)<input type="hidden" name="method" value="\(method.id)">\
            <button class="quiet">\(say("Kopie voor \(inside.name)", "Copy for \(inside.name)"))</button></form>
            """
        }
        return """
            <details><summary>\(say("Overnemen en aanpassen", "Copy and adapt"))</summary>
            <p class="quiet">\(say("De kopie is van het ecosysteem; het origineel blijft ernaast beschikbaar.", "The copy belongs to the ecosystem; the original stays available beside it."))</p><div class="actions">\(forms)</div></details>
            """
    }
}

extension EcosystemVisit {
    /// Makes a copy of a method for this ecosystem, ready to be changed.
    func copyMethod() async throws -> Response {
        let method = try await visit.form().first("method")
        let plural = AdaptedMethod.naming.plural
        var copy = "\(id)-\(method)"
        var number = 2
        while reader.library.method(copy) != nil {
            copy = "\(id)-\(method)-\(number)"
            number += 1
        }
        guard let yaml = reader.library.draft(copying: method, as: copy) else {
            throw Refusal.notFound(
                Problem("method.unknown", Text("Deze methode bestaat niet.", "There is no such method.")))
        }
        _ = try await perform(ChangeRecords([RecordChange(plural, copy, .add(["yaml": .string(yaml)]))]))
        return .onward(to: .editRecord(id, plural, copy))
    }
}
