import Kernel

/// What is wrong with the form of a file, whatever it is about.
extension Problem {
    static func kind(_ value: Value, wanted: Text, at path: [String]) -> Problem {
        let found = value.isNull ? Text("niets", "nothing") : value.kindInWords
        let shown = value.string.map { " (“\($0.inShort.onOneLine)”)" } ?? value.whole.map { " (\($0))" } ?? ""
        return Problem(
            "value.kind", at: path,
            Text(
                "Hier hoort \(wanted.nl), en er staat \(found.nl)\(shown).",
                "This should be \(wanted.en), and is \(found.en)\(shown)."),
            mend: Text("Zie docs/ballots/README.md voor de vorm.", "See docs/ballots/README.md for the form."))
    }

    static func unknownKey(_ key: String, known: [String], at path: [String]) -> Problem {
        let near = known.nearest(to: key)
        return Problem(
            "key.unknown", at: path + [key.inShort],
            Text("De sleutel “\(key.inShort)” is hier niet bekend.", "The key “\(key.inShort)” is not known here."),
            mend: near.map { Text("Bedoelt u “\($0)”?", "Do you mean “\($0)”?") }
                ?? Text("Kies uit: \(known.joined(separator: ", ")).", "Choose from: \(known.joined(separator: ", ")).")
        )
    }

    static func missingKey(_ key: String, at path: [String], _ mend: Text) -> Problem {
        Problem(
            "key.missing", at: path + [key], Text("“\(key)” ontbreekt.", "“\(key)” is missing."), mend: mend)
    }

    static func word(_ text: String, known: [String], at path: [String]) -> Problem {
        let near = known.nearest(to: text)
        return Problem(
            "value.word", at: path,
            Text("“\(text.inShort)” is hier geen keuze.", "“\(text.inShort)” is not a choice here."),
            mend: near.map { Text("Bedoelt u “\($0)”?", "Do you mean “\($0)”?") }
                ?? Text("Kies uit: \(known.joined(separator: ", ")).", "Choose from: \(known.joined(separator: ", ")).")
        )
    }

    static func fraction(_ value: Value, at path: [String]) -> Problem {
        let shown = value.string ?? ""
        return Problem(
            "value.fraction", at: path,
            Text(
                "Dit is geen getal dat exact te lezen is\(shown.isEmpty ? "" : ": “\(shown.inShort)”").",
                "This is not a number that can be read exactly\(shown.isEmpty ? "" : ": “\(shown.inShort)”")."),
            mend: Text(
                "Schrijf een heel getal, of een tekst als \"2/3\", \"66.7%\" of \"0.55\".",
                "Write a whole number, or a text such as \"2/3\", \"66.7%\" or \"0.55\"."))
    }

    static func moment(_ text: String, at path: [String]) -> Problem {
        Problem(
            "value.moment", at: path,
            Text(
                "“\(text.inShort)” is geen moment met een tijdzone.",
                "“\(text.inShort)” is not a moment with an offset."),
            mend: Text(
                "Schrijf bijvoorbeeld 2026-03-01T12:00:00+01:00.", "Write for example 2026-03-01T12:00:00+01:00."))
    }

    /// Numbers of which an exact sum would not fit.
    static func large(at path: [String]) -> Problem {
        Problem(
            "number.large", at: path,
            Text(
                "Deze getallen zijn samen te groot om exact mee te rekenen.",
                "These numbers are together too large to reckon with exactly."),
            mend: Text(
                "Gebruik kleinere gewichten, of breuken met dezelfde noemer.",
                "Use smaller weights, or fractions with the same denominator."))
    }

    static func many(_ what: Text, most: Int, at path: [String]) -> Problem {
        Problem(
            "file.many", at: path,
            Text("Er zijn meer dan \(most) \(what.nl).", "There are more than \(most) \(what.en)."),
            mend: Text("Verdeel de stemming.", "Divide the ballot."))
    }
}
