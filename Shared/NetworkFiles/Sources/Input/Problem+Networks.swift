import Kernel

extension Problem {
    /// Something that is wrong at a place in a file.
    init(_ rule: String, in place: Place, _ message: Text, mend: Text) {
        guard place.path.isEmpty else {
            self.init(rule, at: place.path, message.capitalised, mend: mend)
            return
        }
        let (line, column) = (place.line, place.column)
        self.init(
            rule,
            Text("Regel \(line), kolom \(column): \(message.nl)", "Line \(line), column \(column): \(message.en)"),
            mend: mend)
    }

    static func encoding(_ place: Place) -> Problem {
        Problem(
            "file.encoding", in: place, Text("hier staat geen geldige UTF-8.", "this is no valid UTF-8."),
            mend: Text("Bewaar het bestand als UTF-8.", "Save the file as UTF-8."))
    }

    static func noID(_ place: Place) -> Problem {
        Problem(
            "network.node.id", in: place, Text("deze knoop heeft geen id.", "this node has no id."),
            mend: Text("Geef elke knoop een id die niet leeg is.", "Give every node an id that is not empty."))
    }

    static func twice(_ rule: String, _ id: String, _ place: Place) -> Problem {
        Problem(
            rule, in: place, Text("de id “\(id.inShort)” is al gebruikt.", "the id “\(id.inShort)” is in use already."),
            mend: Text("Geef er één een andere id.", "Give one of them another id."))
    }

    static func unknownNode(_ id: String, _ place: Place) -> Problem {
        Problem(
            "network.edge.end", in: place,
            Text("er is geen knoop “\(id.inShort)”.", "there is no node “\(id.inShort)”."),
            mend: Text("Voeg de knoop toe, of verbeter de id.", "Add the node, or mend the id."))
    }

    static func tooMany(_ what: String, _ wat: String, _ limit: Int) -> Problem {
        Problem(
            "network.too-many", Text("Er zijn meer dan \(limit) \(wat).", "There are more than \(limit) \(what)."),
            mend: Text("Splits het bestand.", "Split the file."))
    }

    static func weight(_ written: String, _ place: Place) -> Problem {
        Problem(
            "network.weight", in: place,
            Text(
                "een gewicht is een getal van 0 of meer; hier staat “\(written.inShort)”.",
                "a weight is a number of 0 or more; this says “\(written.inShort)”."),
            mend: Text(
                "Schrijf een getal als 2.5, of laat het gewicht weg.", "Write a number such as 2.5, or leave it out."))
    }

    static func value(_ written: String, _ type: NetworkType, of title: String, _ place: Place) -> Problem {
        let (nl, en) = type.inWords
        return Problem(
            "network.value", in: place,
            Text(
                "“\(title.inShort)” is \(nl); hier staat “\(written.inShort)”.",
                "“\(title.inShort)” is \(en); this says “\(written.inShort)”."),
            mend: Text("Verbeter de waarde, of maak het veld tekst.", "Mend the value, or make the field text."))
    }

    static func time(_ written: String, _ place: Place) -> Problem {
        Problem(
            "network.time", in: place,
            Text("“\(written.inShort)” is geen tijd.", "“\(written.inShort)” is no time."),
            mend: Text(
                "Schrijf 2026-11-21, 2026-11-21T10:00:00Z of een getal.",
                "Write 2026-11-21, 2026-11-21T10:00:00Z or a number."))
    }

    static func direction(_ written: String, _ place: Place) -> Problem {
        Problem(
            "network.direction", in: place,
            Text("“\(written.inShort)” is geen richting.", "“\(written.inShort)” is no direction."),
            mend: Text("Kies directed, undirected of mutual.", "Choose directed, undirected or mutual."))
    }
}

extension Text {
    /// Beginning with a capital.
    fileprivate var capitalised: Text {
        Text(nl.prefix(1).uppercased() + nl.dropFirst(), en.prefix(1).uppercased() + en.dropFirst())
    }
}

extension NetworkType {
    fileprivate var inWords: (nl: String, en: String) {
        switch self {
        case .text: ("tekst", "text")
        case .whole: ("een geheel getal", "a whole number")
        case .number: ("een getal", "a number")
        case .flag: ("waar of onwaar (true, false)", "true or false")
        case .list: ("een lijst", "a list")
        }
    }
}
