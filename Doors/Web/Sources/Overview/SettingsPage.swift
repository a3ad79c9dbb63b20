import Ecosystems
import Hummingbird
import Kernel
import Markup

/// What an ecosystem says of itself, and all that is recorded.
extension EcosystemVisit {
    /// What the visitor may set here.
    private var ownSettings: HTML {
        let edit: HTML =
            mayChange(Profile.naming.plural, id)
            ? "<a class=\"button\" href=\"\(Path.editRecord(id, Profile.naming.plural, id))\">\(say("Wijzigen", "Edit"))</a>"
            : ""
        let people: HTML =
            mayEdit && reader.rights.administers
            ? "<a class=\"button quiet\" href=\"/people\">\(say("Mensen en toegang", "People and access"))</a>" : ""
        return """
            <section class="card"><h2>\(say("Naam, talen, typen en methoden", "Name, languages, types and methods"))</h2>
            <p>\(whoSeesThis)</p>
            <p class="actions">\(edit)
            <a class="button quiet" href="\(Path.records(id, AdaptedMethod.naming.plural))">\(say("Aangepaste methoden", "Adapted methods"))</a>
            \(people)</p></section>
            """
    }

    func showSettings() async throws -> Response {
        let kinds: HTML = reader.catalogue.contexts.html { context in
            let links: HTML = context.kinds.filter { reader.canRead($0) }.html { kind in
                "<li><a href=\"\(Path.records(id, kind.plural))\">\(say(kind.naming.pluralLabel))</a> <span class=\"quiet\">\(reader.state.table(kind.plural)?.count ?? 0) · \(say(kind.naming.meaning))</span></li>"
            }
            return "<h3>\(say(context.name))</h3><ul class=\"plain\">\(links)</ul>"
        }
        return show(
            Page(
                say("Instellingen", "Settings"), place: .overview,
                """
                <h1>\(say("Instellingen van", "Settings of")) \(name)</h1>
                \(ownSettings)<section class="card"><h2>\(say("Alles wat is vastgelegd", "Everything that is recorded"))</h2>\(kinds)</section>
                """))
    }
}
