import Kernel
import MethodLibrary

extension DraftFindings {
    /// A clause of which one language was changed after the other.
    func behind(_ clause: Clause) -> Finding? {
        guard let behind = clause.behind else { return nil }
        let (late, early) = ((behind == .nl ? AgreementLanguage.en : .nl).label, behind.label)
        return Finding(
            "clause.behind", .warning,
            Text(
                "In de bepaling “\(clause.heading.dutch)” is de \(late.nl)e tekst na de \(early.nl)e gewijzigd.",
                "In the clause “\(clause.heading.english)” the \(late.en) text was changed after the \(early.en) one."),
            why: Text(
                "Wie in de andere taal leest, leest nog de oude afspraak. Werk die tekst bij, of bevestig dat hij klopt.",
                "Whoever reads the other language still reads the old text. Bring it up to date, or confirm that it is right."
            ),
            kind: Clause.naming.plural, record: clause.id.rawValue, field: "text")
    }

    /// Places that are filled in with words in one of the languages of the agreement.
    func oneLanguage(_ clause: Clause, _ agreement: Agreement) -> Finding? {
        let missing = agreement.shownLanguages.compactMap { language -> (Text, [String])? in
            let names = clause.variables.filter { $0.lacks(language) }.map(\.name)
            return names.isEmpty ? nil : (language.label, names)
        }
        guard let (label, names) = missing.first else { return nil }
        let list = AgreementWords.list(names.map { Text(same: $0) })
        return Finding(
            "clause.value-language", .warning,
            Text(
                "In de bepaling “\(clause.heading.dutch)” is niet in het \(label.nl) ingevuld: \(list.nl).",
                "In the clause “\(clause.heading.english)” is not filled in in \(label.en): \(list.en)."),
            why: Text(
                "In dat document staan nu woorden in de andere taal, met een teken erbij. Vul ze ook daar in.",
                "That document now has words in the other language, marked so. Fill them in there too."),
            kind: Clause.naming.plural, record: clause.id.rawValue, field: "variables")
    }

    /// A norm of a clause whose text has changed since.
    func doubtful(_ norm: Norm) -> Finding? {
        guard let day = norm.doubt else { return nil }
        let today = situation.today
        return Finding(
            "norm.text-changed", .warning,
            Text(
                "De tekst bij de norm “\(norm.rule.name.dutch)” is op \(day.shown(.nl, today: today)) gewijzigd, de norm niet.",
                "The text of the norm “\(norm.rule.name.english)” was changed on \(day.shown(.en, today: today)), the norm was not."
            ),
            why: Text(
                "Partijen worden gehouden aan een norm die misschien niet meer in de tekst staat. Bevestig de norm, verander hem of haal hem weg.",
                "Parties are held to a norm that may be in the text no more. Confirm the norm, change it or remove it."),
            kind: Norm.naming.plural, record: norm.id.rawValue, field: "doubt")
    }
}

extension ClauseVariable {
    /// Whether it is filled in with words, but not in this language.
    func lacks(_ language: AgreementLanguage) -> Bool { type == .text && !value.isEmpty && value[language].isEmpty }
}
