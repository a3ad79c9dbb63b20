import Kernel

extension Problem {
    static func unknownKind(_ kind: String, known: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return Problem(
            "kind.unknown", Text("De soort “\(kind)” bestaat niet.", "There is no kind “\(kind)”."),
            mend: Text("Bekende soorten: \(list).", "Known kinds: \(list)."))
    }

    package static func noSuchRecord(_ kind: Kind, _ id: String) -> Problem {
        Problem(
            "record.unknown",
            Text(
                "\(kind.naming.label.nl) “\(id)” bestaat niet (meer).",
                "\(kind.naming.label.en) “\(id)” does not exist (any more)."))
    }

    static func duplicate(_ kind: Kind, _ id: String) -> Problem {
        Problem(
            "record.duplicate", at: ["id"],
            Text("\(kind.naming.label.nl) “\(id)” bestaat al.", "\(kind.naming.label.en) “\(id)” exists already."),
            mend: Text("Kies een andere id of wijzig de bestaande.", "Choose another id or change the existing one."))
    }

    static let profileNeeded = Problem(
        "ecosystem.profile",
        Text(
            "Zonder zijn eigen gegevens kan niemand dit ecosysteem openen; die kunnen niet weg.",
            "Without its own record nobody can open this ecosystem; that cannot go."),
        mend: Text(
            "Een ecosysteem eindigt met de fase “beëindigen” van zijn levensloop.",
            "An ecosystem ends with the ending phase of its lifecycle."))

    package static func oneProfile(_ id: String) -> Problem {
        Problem(
            "ecosystem.profile", at: ["id"],
            Text("Hier hoort alleen het ecosysteem “\(id)” zelf.", "Only the ecosystem “\(id)” itself belongs here."),
            mend: Text("Begin een ander ecosysteem apart.", "Begin another ecosystem apart."))
    }

    static func badID(_ id: String) -> Problem {
        let suggestion = Identifier.suggested(for: id)
        return Problem(
            "id.form", at: ["id"],
            Text(
                "“\(id.inShort)” is geen goede id: kleine letters, cijfers en losse streepjes, hoogstens 100.",
                "“\(id.inShort)” is not a good id: lower-case letters, digits and single hyphens, at most 100."),
            mend: suggestion.isEmpty ? Text() : Text("Bijvoorbeeld “\(suggestion)”.", "For example “\(suggestion)”."))
    }

    static func stale(_ change: RecordChange, seen: Int, now: Int?) -> Problem {
        let current = now.map(String.init) ?? "–"
        return Problem(
            "record.stale", at: [change.place],
            Text(
                "Iemand anders heeft dit intussen gewijzigd: u zag versie \(seen), nu is het versie \(current).",
                "Someone else changed this meanwhile: you saw version \(seen), it is now version \(current)."),
            mend: Text(
                "Bekijk wat er veranderd is en bewaar opnieuw.",
                "Look at what changed and save again."))
    }

    static let reusedKey = Problem(
        "idempotency.reused", at: ["Idempotency-Key"],
        Text("Deze sleutel is al voor iets anders gebruikt.", "This key was used for something else already."),
        mend: Text("Neem voor elke nieuwe opdracht een nieuwe sleutel.", "Take a new key for every new command."))

    /// - Parameter hidden: kinds of which not even the ids are told.
    static func stillMentioned(_ kind: Kind, _ id: String, _ mentions: [Mention], hidden: Set<String>) -> Problem {
        guard mentions.contains(where: { !hidden.contains($0.kind) }) else { return .mentionedInConfidence(id, kind) }
        let mentions = mentions.filter { !hidden.contains($0.kind) }
        let list = mentions.prefix(5).map { "\($0.kind)/\($0.record) (\($0.field))" }.joined(separator: ", ")
        let more = mentions.count > 5 ? mentions.count - 5 : 0
        return Problem(
            "record.mentioned", at: ["\(kind.plural)/\(id)"],
            Text(
                "“\(id)” kan niet weg. Ernaar verwijzen: \(list)\(more > 0 ? ", en nog \(more)" : "").",
                "“\(id)” cannot go. It is named by \(list)\(more > 0 ? ", and \(more) more" : "")."),
            mend: Text("Haal eerst die verwijzingen weg.", "Remove those references first."))
    }

    private static func mentionedInConfidence(_ id: String, _ kind: Kind) -> Problem {
        Problem(
            "record.mentioned", at: ["\(kind.plural)/\(id)"],
            Text(
                "“\(id)” kan niet weg: iets vertrouwelijks verwijst ernaar.",
                "“\(id)” cannot go: something confidential names it."),
            mend: Text(
                "Vraag het aan wie een onpartijdige rol heeft, zoals de marktmeester.",
                "Ask who has an impartial role, such as the market master."))
    }

    static func noSuchReference(_ plural: String, _ name: String, _ path: [String]) -> Problem {
        Problem(
            "reference.missing", at: path,
            Text("“\(name.inShort)” staat niet bij \(plural).", "“\(name.inShort)” is not among the \(plural)."),
            mend: Text("Voeg het daar toe of verbeter de id.", "Add it there or correct the id."))
    }

    static func noSuchMethod(_ entry: FieldShape.MethodEntry, _ name: String, _ path: [String]) -> Problem {
        Problem(
            "method.missing", at: path,
            Text(
                "“\(name.inShort)” staat niet in de methodenbibliotheek.",
                "“\(name.inShort)” is not in the method library."),
            mend: Text(
                "Kijk welke er zijn met: stelsel methods \(entry.rawValue).",
                "See which exist with: stelsel methods \(entry.rawValue)."))
    }

    static func cycle(_ field: String, _ walked: [String]) -> Problem {
        let circle = walked.joined(separator: " → ")
        return Problem(
            "reference.cycle", at: [field], Text("Dit maakt een kring: \(circle).", "This makes a circle: \(circle)."),
            mend: Text("Kies een andere bovenliggende.", "Choose another parent."))
    }
}
