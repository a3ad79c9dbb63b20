import Ecosystems
import Kernel
import MethodLibrary

/// What deserves attention in agreements as they are being written: the tables of this context, joined once.
struct DraftFindings {
    let situation: Situation
    /// By id.
    let agreements: [ID<Agreement>: Agreement]
    /// Sorted by id; those that ended are left alone.
    let open: [Agreement]
    /// In the order of the document.
    let clauses: [ID<Agreement>: [Clause]]
    /// Sorted by id.
    let norms: [Norm]

    init(_ situation: Situation) {
        self.situation = situation
        let all = situation.state[Agreement.self].sorted
        let ended = Set(
            situation.state[Ending.self].records.filter { ending in ending.on.map { $0 <= situation.today } ?? false }
                .map(\.agreement))
        agreements = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        open = all.filter { !ended.contains($0.id) }
        clauses = Dictionary(grouping: situation.state[Clause.self].records, by: \.agreement)
            .mapValues { $0.sorted { ($0.position, $0.id) < ($1.position, $1.id) } }
        norms = situation.state[Norm.self].sorted
    }

    var all: [Finding] {
        open.flatMap { agreement in
            let clauses = clauses[agreement.id] ?? []
            return withoutParties(agreement) + clauses.flatMap { texts($0, of: agreement) }
                + values(agreement, clauses) + blocks(agreement, clauses)
        } + circles + normFindings
    }

    private func withoutParties(_ agreement: Agreement) -> [Finding] {
        guard agreement.parties.isEmpty else { return [] }
        return [
            Finding(
                "agreement.no-parties", .notice,
                Text(
                    "De afspraak “\(agreement.name.dutch)” heeft nog geen partijen.",
                    "The agreement “\(agreement.name.english)” has no parties yet."),
                why: Text(
                    "Zonder partijen is er niemand om iets mee af te spreken; de tekst kan niet worden vastgelegd.",
                    "Without parties there is nobody to agree with; the text cannot be fixed."),
                kind: Agreement.naming.plural, record: agreement.id.rawValue, field: "parties")
        ]
    }

    /// Blanks, languages and places of one clause.
    private func texts(_ clause: Clause, of agreement: Agreement) -> [Finding] {
        [
            blank(clause), language(clause, agreement), places(clause), behind(clause), oneLanguage(clause, agreement),
        ].compactMap(\.self)
    }

    private func blank(_ clause: Clause) -> Finding? {
        let missing = clause.blanks
        guard !missing.isEmpty else { return nil }
        let list = AgreementWords.list(missing.map { Text(same: $0) })
        return Finding(
            "clause.blank", .notice,
            Text(
                "In de bepaling “\(clause.heading.dutch)” is nog niet ingevuld: \(list.nl).",
                "In the clause “\(clause.heading.english)” is still to be filled in: \(list.en)."),
            why: Text(
                "Met een open plek kan een versie niet ter ondertekening worden voorgelegd.",
                "With an open place a version cannot be offered for signing."),
            kind: Clause.naming.plural, record: clause.id.rawValue, field: "variables")
    }

    private func language(_ clause: Clause, _ agreement: Agreement) -> Finding? {
        for language in agreement.shownLanguages {
            let field = clause.heading[language].isEmpty ? "heading" : clause.text[language].isEmpty ? "text" : ""
            guard !field.isEmpty else { continue }
            let label = language.label
            return Finding(
                "clause.language", .warning,
                Text(
                    "De bepaling “\(clause.heading.dutch)” is niet in het \(label.nl) geschreven.",
                    "The clause “\(clause.heading.english)” is not written in \(label.en)."),
                why: Text(
                    "De afspraak heeft deze taal. Wie haar zo leest, mist deze bepaling en weet niet waaraan hij zich bindt.",
                    "The agreement has this language. Whoever reads it so misses this clause and does not know what binds."
                ),
                kind: Clause.naming.plural, record: clause.id.rawValue, field: field)
        }
        return nil
    }

    private func places(_ clause: Clause) -> Finding? {
        let (nl, en) = (Placeholder.names(in: clause.text.nl), Placeholder.names(in: clause.text.en))
        guard !clause.text.nl.isEmpty, !clause.text.en.isEmpty, nl != en else { return nil }
        let list = AgreementWords.list(nl.symmetricDifference(en).sorted().map { Text(same: "{\($0)}") })
        return Finding(
            "clause.places", .warning,
            Text(
                "In de bepaling “\(clause.heading.dutch)” staat in één taal: \(list.nl).",
                "In the clause “\(clause.heading.english)” stands in one language only: \(list.en)."),
            why: Text(
                "Wat in de ene taal wordt ingevuld en in de andere niet, maakt van één afspraak er twee.",
                "What is filled in in one language and not in the other makes two agreements of one."),
            kind: Clause.naming.plural, record: clause.id.rawValue, field: "text")
    }
}

extension Clause {
    /// Places in its text and heading that have no value, sorted.
    var blanks: [String] {
        let filled = Set(variables.filter { !$0.value.isEmpty }.map(\.name))
        return [heading.nl, heading.en, text.nl, text.en]
            .reduce(into: Set<String>()) { $0.formUnion(Placeholder.names(in: $1)) }.subtracting(filled).sorted()
    }
}

extension Text {
    subscript(language: AgreementLanguage) -> String { language == .nl ? nl : en }
}
