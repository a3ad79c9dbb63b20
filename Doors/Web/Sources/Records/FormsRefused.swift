import Ecosystems
import Hummingbird
import Kernel

/// What stands in the place of a form that cannot be filled in, or of a removal that cannot be done.
extension EcosystemVisit {
    /// In place of a form that could not be filled in: what to add first.
    func showTooEarly(_ kind: Kind, _ first: Kind) -> Response {
        let (label, other) = (say(kind.naming.label).lowercasedFirst, say(first.naming.label).lowercasedFirst)
        let title = say("Nieuw: \(label)", "New: \(label)")
        let isOne = (reader.state.table(first.plural)?.count ?? 0) == 0
        let words =
            isOne
            ? say("Voeg eerst toe: \(other)", "Add first: \(other)")
            : say("Voeg er een toe: \(other)", "Add another: \(other)")
        return show(
            Page(
                title, place: Page.Place(ofKind: kind.plural),
                """
                <div class="narrow"><p class="crumbs"><a href="\(Path.records(id, kind.plural))">\(say(kind.naming.pluralLabel))</a></p><h1>\(title)</h1>
                <p class="lead">\(say(kind.naming.meaning))</p>
                <p class="empty">\(say("Dit kan pas als er genoeg is om uit te kiezen.", "This can be done once there is enough to choose from."))</p>
                <p><a class="button" href="\(Path.newRecord(id, first.plural))">\(words)</a></p></div>
                """))
    }

    /// What names a record that was to be removed, each with the way to it.
    func showStillMentioned(_ kind: Kind, _ record: String) -> Response {
        let name = say(reader.title(kind.plural, record))
        var page = Page(
            say("Fout: \(name) kan nog niet weg", "Error: \(name) cannot go yet"),
            place: Page.Place(ofKind: kind.plural),
            """
            <div class="narrow"><p class="crumbs"><a href="\(address(of: kind, record))">\(name)</a></p>
            <h1>\(say("\(name) kan nog niet weg", "\(name) cannot go yet"))</h1>
            <p class="lead">\(say("Andere gegevens noemen dit. Haal het daar eerst weg.", "Other records name this. Remove it there first."))</p>\(mentions(kind, record))</div>
            """)
        page.status = .conflict
        return show(page)
    }

    /// An id is called a short name in the address here.
    func inAddressWords(_ problem: Problem) -> Problem {
        var problem = problem
        switch problem.rule {
        case "id.form":
            problem.message = Text(
                "Dit past niet in een adres: gebruik kleine letters, cijfers en losse streepjes, hoogstens 100.",
                "This does not fit an address: use lower-case letters, digits and single hyphens, at most 100.")
        case "record.duplicate":
            problem.message = Text("Deze korte naam is al in gebruik.", "This short name is in use already.")
            problem.mend = Text("Kies een andere, of laat hem leeg.", "Choose another one, or leave it empty.")
        default: break
        }
        return problem
    }
}

extension Refusal {
    /// May the visitor mend this in the form they just sent?
    var isAboutForm: Bool {
        switch self {
        case .invalid, .conflict: true
        case .notFound, .forbidden, .unavailable: false
        }
    }
}
