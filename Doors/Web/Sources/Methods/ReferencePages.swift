import Ecosystems
import Hummingbird
import Kernel
import Markup
import MethodLibrary
import Parties

/// Pages that explain Stelsel itself: its terms, and every kind of record with its fields.
extension Visit {
    func showGlossary() -> Response {
        let kinds: HTML = door.installation.catalogue.kinds.html { kind in
            "<div id=\"\(kind.plural)\"><dt>\(say(kind.naming.label))</dt><dd>\(say(kind.naming.meaning))</dd></div>"
        }
        let words: HTML = FieldWord.all.html {
            "<div id=\"\($0.id)\"><dt>\(say($0.name))</dt><dd>\(say($0.meaning))</dd></div>"
        }
        let statuses: HTML = Participation.Status.allCases.html {
            "<li><strong>\(say($0.label))</strong> <span class=\"quiet\">\($0.rawValue)</span></li>"
        }
        let families: HTML = MethodFamily.allCases.html {
            "<div><dt>\(say($0.label))</dt><dd>\(say($0.meaning))</dd></div>"
        }
        return show(
            Page(
                say("Begrippen", "Terms"),
                """
                <h1>\(say("Begrippen", "Terms"))</h1><p class="lead">\(say("De woorden van het vak, zoals Stelsel ze gebruikt. De begrippen van één ecosysteem staan bij dat ecosysteem.", "The words of the field as Stelsel uses them. The terms of one ecosystem are with that ecosystem."))</p>
                <section class="card"><dl class="fields">\(kinds)</dl></section>
                <section class="card"><h2>\(say("Woorden van het vak", "Words of the field"))</h2><dl class="fields">\(words)</dl></section>
                <section class="card"><h2>\(say("Standen van deelname", "States of participation"))</h2><ol>\(statuses)</ol></section>
                <section class="card"><h2>\(say("Methoden", "Methods"))</h2><dl class="fields">\(families)</dl></section>
                """))
    }

    func showReference() -> Response {
        let contents: HTML = door.installation.catalogue.kinds.html {
            "<li><a href=\"#\($0.plural)\">\(say($0.naming.pluralLabel))</a></li>"
        }
        return show(
            Page(
                say("Naslag", "Reference"),
                """
                <h1>\(say("Naslag", "Reference"))</h1><p class="lead">\(say("Elke soort gegevens: velden, bestand, adres en gebeurtenissen. Gemaakt uit dezelfde verklaring als de formulieren.", "Every kind of information: fields, file, address and events. Made from the same declaration as the forms."))</p>
                <ul class="tabs">\(contents)</ul>\(door.installation.catalogue.kinds.html(reference))
                """))
    }

    private func reference(_ kind: Kind) -> HTML {
        let rows: HTML = kind.fields.html { field in
            """
            <tr><th scope="row"><code>\(field.name)</code></th><td data-label="\(say("Naam", "Name"))">\(say(field.label))</td><td data-label="\(say("Inhoud", "Content"))">\(shape(field.shape))\(length(field))\
            \(if: field.required, " · <strong>!</strong>")</td><td data-label="\(say("Te lezen door", "Readable by"))">\(say((field.visibility ?? kind.visibility).name))</td><td>\(say(field.help))</td></tr>
            """
        }
        let name = kind.plural.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
        let path = "/api/v1/ecosystems/{id}" + (kind.plural == Profile.naming.plural ? "" : "/\(name)")
        let events = RecordVerb.allCases.map { "\(kind.naming.singular).\($0.rawValue)" }.joined(separator: ", ")
        let file =
            kind.plural == Profile.naming.plural
            ? "ecosystem.yaml" : kind.plural == AdaptedMethod.naming.plural ? "methods/ID.yaml" : "\(kind.plural).yaml"
        return """
            <section class="card" id="\(kind.plural)"><h2>\(say(kind.naming.pluralLabel))</h2><p>\(say(kind.naming.meaning))</p>
            <p class="quiet"><code>\(file)</code> · <code>\(path)</code> · <code>\(events)</code></p>
            <div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Veld", "Field"))</th><th scope="col">\(say("Naam", "Name"))</th><th scope="col">\(say("Inhoud", "Content"))</th>
            <th scope="col">\(say("Te lezen door", "Readable by"))</th><th scope="col">\(say("Uitleg", "Explanation"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            <p class="quiet">! = \(say("verplicht", "required"))</p></section>
            """
    }

    /// How much fits in what people write freely.
    private func length(_ field: FieldDescription) -> String {
        switch (field.shape, field.longest) {
        case (.line, let longest?), (.text, let longest?), (.code, let longest?), (.list(.line), let longest?),
            (.list(.text), let longest?):
            say(", hoogstens \(longest) tekens", ", at most \(longest) characters")
        default: ""
        }
    }

    private func shape(_ shape: FieldShape) -> String {
        switch shape {
        case .line: say("één regel", "one line")
        case .text: say("tekst in twee talen", "text in two languages")
        case .code: say("YAML", "YAML")
        case .flag: say("ja/nee", "yes/no")
        case .whole(let range):
            say(
                "heel getal \(range.lowerBound)–\(range.upperBound)",
                "whole number \(range.lowerBound)–\(range.upperBound)")
        case .number: say("getal", "number")
        case .day: say("dag", "day")
        case .period: say("periode (from, until)", "period (from, until)")
        case .money: say("bedrag (amount, currency)", "money (amount, currency)")
        case .choice(let choices): say("keuze: ", "choice: ") + choices.map(\.id).joined(separator: ", ")
        case .method(let entry): say("uit de methoden: ", "from the methods: ") + entry.rawValue
        case .reference(let plural): "→ \(plural)"
        case .list(let item): say("lijst van ", "list of ") + self.shape(item)
        case .part(let fields): fields.map(\.name).joined(separator: ", ")
        case .web: say("webadres (http of https)", "web address (http or https)")
        case .registered(let register): register.rawValue.uppercased()
        }
    }
}
