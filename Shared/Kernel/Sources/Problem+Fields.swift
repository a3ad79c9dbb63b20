extension Problem {
    static func outside(_ range: ClosedRange<Int>, _ number: Int) -> Problem {
        Problem(
            "field.range",
            Text(
                "\(number) ligt niet tussen \(range.lowerBound) en \(range.upperBound).",
                "\(number) is not between \(range.lowerBound) and \(range.upperBound)."))
    }

    static func notRegistered(_ number: String, _ register: Register) -> Problem {
        Problem(
            "field.register",
            Text("“\(number.inShort)” kan niet kloppen.", "“\(number.inShort)” cannot be right."), mend: register.rule)
    }

    static func noReference(_ id: String) -> Problem {
        Problem(
            "field.reference", Text("“\(id.inShort)” is geen id.", "“\(id.inShort)” is not an id."),
            mend: Text("Gebruik kleine letters, cijfers en streepjes.", "Use lower-case letters, digits and hyphens."))
    }

    static func double(_ name: String) -> Problem {
        Problem(
            "field.duplicate",
            Text("“\(name.inShort)” staat al in deze lijst.", "“\(name.inShort)” is already in this list."),
            mend: Text("Noem het één keer.", "Name it once."))
    }

    static let severalLines = Problem(
        "field.line", Text("Dit moet op één regel passen.", "This must fit on one line."),
        mend: Text("Haal de regeleinden weg.", "Remove the line breaks."))

    /// What is wrong with a text that stands in no field; nil when nothing is.
    package static func inText(_ text: String, longest: Int) -> Problem? {
        tooLong(text, longest: longest) ?? unwritable(text, .all)
    }

    /// Nil when the text fits. Characters are Unicode code points, as in JSON Schema.
    static func tooLong(_ text: String, longest: Int) -> Problem? {
        guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return nil }
        let count = text.unicodeScalars.count
        return Problem(
            "field.too-long",
            Text(
                "Dit is \(count) tekens lang; er passen er \(longest).",
                "This is \(count) characters long; \(longest) fit."),
            mend: Text("Maak het korter.", "Make it shorter."))
    }

    /// Line ends and tabs are welcome; other control characters and byte order marks do not survive a text file, and marks
    /// that turn the direction of writing make a text look other than it is. Nil when there are none.
    static func unwritable(_ text: String, _ rules: FieldRules) -> Problem? {
        text.unicodeScalars.first { $0.isUnwritable || rules == .all && $0.turnsDirection }.map(invisible)
    }

    static func tab(in line: String) -> Problem? { line.contains("\t") ? invisible("\t") : nil }

    private static func invisible(_ scalar: Unicode.Scalar) -> Problem {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Problem(
            "field.character",
            Text("Hier staat een teken dat niet zichtbaar is: \(code).", "This holds an invisible character: \(code)."),
            mend: Text("Haal het weg.", "Remove it."))
    }
}
