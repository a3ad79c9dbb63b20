import Ecosystems
import Hummingbird
import Kernel
import Markup
import MethodLibrary

/// Methods that an ecosystem copied and changed: where they are, and what differs from the original.
extension EcosystemVisit {
    private var plural: String { AdaptedMethod.naming.plural }

    /// The copies of this ecosystem, of one method or of any.
    func copies(of original: String? = nil) -> [Method] {
        reader.state[AdaptedMethod.self].sorted.compactMap { reader.library.method($0.id.rawValue) }
            .filter { original == nil || $0.head.basedOn?.id == original }
    }

    func copyTable() -> HTML {
        let columns = [
            say("Naam", "Name"), say("Gebaseerd op", "Based on"), say("Versie", "Version"),
            say("Verschil", "Difference"),
        ]
        let rows: HTML = copies().html { copy in
            """
            <tr><th scope="row"><a href="\(Path.record(id, plural, copy.id))">\(say(copy.name))</a></th>\
            <td data-label="\(columns[1])">\(original(of: copy))</td><td data-label="\(columns[2])">\(copy.version)</td>\
            <td data-label="\(columns[3])">\(differenceLink(copy))</td></tr>
            """
        }
        return cards(say(AdaptedMethod.naming.pluralLabel), columns, rows)
    }

    /// The original may be a copy of this ecosystem itself.
    private func original(of copy: Method) -> HTML {
        guard let basis = copy.head.basedOn else { return "<span class=\"quiet\">–</span>" }
        guard let original = reader.library.method(basis.id) else { return "\(basis.id)" }
        let isOwn = reader.state[AdaptedMethod.self][ID(basis.id)] != nil
        let path: Path = isOwn ? .record(id, plural, basis.id) : .method(basis.id)
        return "<a href=\"\(path)\">\(say(original.name))</a>, \(say("versie", "version")) \(basis.version)"
    }

    /// How many fields differ from the original, as the way to see which.
    func differenceLink(_ copy: Method) -> HTML {
        guard let original = copy.head.basedOn.flatMap({ reader.library.method($0.id) }) else { return "–" }
        let count = MethodComparison(copy, of: original).changes.count
        let words =
            count == 0
            ? say("nog gelijk aan het origineel", "still the same as the original")
            : say.count(
                count, Text("verschil met het origineel", "difference with the original"),
                Text("verschillen met het origineel", "differences with the original"))
        return "<a href=\"\(Path.methodCopy(id, copy.id))\">\(words)</a>"
    }

    /// On the page of a copy: what it is a copy of.
    func copyNote(_ kind: Kind, _ record: String) -> HTML {
        guard kind.plural == plural, let copy = reader.library.method(record) else { return "" }
        return """
            <p class="lead">\(say(copy.summary))</p>
            <p>\(say("Gebaseerd op", "Based on")) \(original(of: copy)) · \(differenceLink(copy))</p>
            """
    }

    /// Original and copy beside each other, field by field.
    func showCopy() async throws -> Response {
        let record = try visit.part("copy")
        guard let copy = copies().first(where: { $0.id == record }),
            let original = copy.head.basedOn.flatMap({ reader.library.method($0.id) })
        else {
            throw Refusal.notFound(
                Problem("method.unknown", Text("Deze methode bestaat niet.", "There is no such method.")))
        }
        let changes = MethodComparison(copy, of: original).changes
        let title = say(
            "\(say(copy.name)): verschil met het origineel", "\(say(copy.name)): difference with the original")
        let since: HTML =
            (copy.head.basedOn?.version ?? 0) < original.version
            ? "<p class=\"banner\">\(say("Het origineel is na het kopiëren veranderd; hier staat de kopie naast het origineel van nu.", "The original changed after it was copied; here the copy stands beside the original of now."))</p>"
            : ""
        let body: HTML =
            changes.isEmpty
            ? "<p class=\"empty\">\(say("De kopie is nog gelijk aan het origineel.", "The copy is still the same as the original."))</p>"
            : comparison(changes)
        return show(
            Page(
                title, place: .overview,
                """
                <p class="crumbs"><a href="\(Path.records(id, plural))">\(say(AdaptedMethod.naming.pluralLabel))</a></p>
                <div class="title"><div><h1>\(title)</h1><p class="lead">\(say("Origineel", "Original")): \(self.original(of: copy)). \
                \(say("Kopie", "Copy")): <a href="\(Path.record(id, plural, copy.id))">\(say("versie \(copy.version)", "version \(copy.version)"))</a>.</p></div></div>
                \(since)\(body)
                """))
    }

    private func comparison(_ changes: [MethodComparison.Change]) -> HTML {
        let columns = [say("Waar", "Where"), say("Origineel", "Original"), say("Kopie", "Copy")]
        let rows: HTML = changes.html { change in
            let place = change.path.map { say($0) }.joined(separator: " › ")
            let before = words(change.before, change, "del")
            return """
                <tr><th scope="row">\(place)</th><td data-label="\(columns[1])">\(before)</td>\
                <td data-label="\(columns[2])">\(words(change.after, change, "ins"))</td></tr>
                """
        }
        return cards(say("Verschillen", "Differences"), columns, rows)
    }

    /// A text that only differs in the other language is shown in that language.
    private func words(_ value: Value, _ change: MethodComparison.Change, _ tag: HTML) -> HTML {
        guard !value.isNull else { return "<span class=\"quiet\">–</span>" }
        let view = ValueView(self)
        var words: HTML = "\(view.plain(change.shape, value))"
        if view.plain(change.shape, change.before) == view.plain(change.shape, change.after),
            let text = try? Text(value)
        {
            let other: Language = say.language == .nl ? .en : .nl
            words = "<span lang=\"\(other.rawValue)\">\(text.shown(other))</span>"
        }
        return "<\(tag)>\(words)</\(tag)>"
    }
}

extension Visit {
    /// On the page of a method: the copies that ecosystems made of it.
    func copyList(_ method: Method) async throws -> HTML {
        let items: HTML = try await ecosystems().html { inside in
            inside.copies(of: method.id).html { copy in
                """
                <li><a href="\(Path.record(inside.id, AdaptedMethod.naming.plural, copy.id))">\(say(copy.name))</a> \
                <span class="quiet">\(inside.name) · \(say("versie", "version")) \(copy.version)</span> · \(inside.differenceLink(copy))</li>
                """
            }
        }
        guard !items.isEmpty else { return "" }
        return """
            <section class="card"><h2>\(say("Aangepaste kopieën", "Adapted copies"))</h2><ul class="plain">\(items)</ul></section>
            """
    }
}
