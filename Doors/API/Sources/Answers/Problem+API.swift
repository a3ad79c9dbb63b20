import Ecosystems
import Kernel

extension Problem {
    static func unknownQuery(_ name: String, known: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return Problem(
            "query.unknown", at: [name],
            Text("“\(name.prefix(100))” kan hier niet gevraagd worden.", "“\(name.prefix(100))” cannot be asked here."),
            mend: Text("Bekend zijn: \(list).", "Known are: \(list)."))
    }

    static func badTag(_ header: String, _ tags: String) -> Problem {
        Problem(
            "etag.form", at: [header],
            Text("“\(tags.prefix(100))” is geen ETag van Stelsel.", "“\(tags.prefix(100))” is not an ETag of Stelsel."),
            mend: Text("Stuur de ETag die u met het record kreeg.", "Send the ETag that came with the record."))
    }

    static let weakTag = Problem(
        "etag.weak", at: ["If-Match"],
        Text("Een zwakke ETag (W/) geldt niet bij If-Match.", "A weak ETag (W/) does not count in If-Match."),
        mend: Text(
            "Stuur hem zonder W/, of stuur version in de inhoud.", "Send it without W/, or send version in the body."))

    static func badFilter(_ field: FieldDescription, _ text: String, _ possible: Text) -> Problem {
        Problem(
            "query.filter", at: [field.name],
            Text(
                "“\(text.prefix(100))” kan niet in “\(field.label.nl)” staan.",
                "“\(text.prefix(100))” cannot stand in “\(field.label.en)”."),
            mend: Text("Vraag naar: \(possible.nl).", "Ask for: \(possible.en)."))
    }

    static func badLimit(_ text: String) -> Problem {
        Problem(
            "query.limit", at: ["limit"],
            Text("“\(text.prefix(100))” is geen aantal per pagina.", "“\(text.prefix(100))” is not a page size."),
            mend: Text("Kies 1 tot en met \(Page.largest).", "Choose 1 to \(Page.largest)."))
    }

    static let badCursor = Problem(
        "query.cursor", at: ["cursor"],
        Text("Deze cursor hoort niet bij deze lijst.", "This cursor is not one of this list."),
        mend: Text("Volg de link next, of begin zonder cursor.", "Follow the link next, or start without a cursor."))

    static func badAsOf(_ text: String) -> Problem {
        Problem(
            "query.as-of", at: ["asOf"],
            Text(
                "“\(text.prefix(100))” is geen dag, moment of volgnummer.",
                "“\(text.prefix(100))” is not a day, moment or sequence."),
            mend: Text(
                "Schrijf 2026-11-27, 2026-11-27T12:00:00Z of 42.", "Write 2026-11-27, 2026-11-27T12:00:00Z or 42."))
    }

    static func missing(_ name: String) -> Problem {
        Problem(
            "field.required", at: [name], Text("“\(name)” is verplicht.", "“\(name)” is required."))
    }

    static func wrong(_ name: String, _ nl: String, _ en: String) -> Problem {
        Problem("field.type", at: [name], Text("Hier hoort \(nl).", "Expected \(en)."))
    }

    static func otherID(_ given: String, _ wanted: String) -> Problem {
        Problem(
            "id.differs", at: ["id"],
            Text(
                "De id in de inhoud is niet die in het adres, “\(wanted)”.",
                "The id in the body is not the one in the address, “\(wanted)”."),
            mend: Text("Maak ze gelijk of laat id weg.", "Make them equal or leave out id."))
    }

    static let noID = Problem(
        "id.required", at: ["id"],
        Text("Uit de titel is geen id te maken.", "No id can be made from the title."),
        mend: Text("Geef zelf een id.", "Give an id yourself."))

    static func noSuchVersion(_ version: Int) -> Problem {
        Problem(
            "version.unknown", at: ["version"],
            Text("Dit record heeft geen versie \(version).", "This record has no version \(version)."),
            mend: Text("Kijk in de geschiedenis van het record.", "Look in the history of the record."))
    }
}
