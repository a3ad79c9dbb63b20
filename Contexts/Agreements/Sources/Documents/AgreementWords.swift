import Kernel

/// What an agreement says about itself besides its clauses, in sentences: a term and what holds.
package struct AgreementWords: Sendable {
    let text: AgreementDocument
    /// How other documents and parties are called, by id.
    let names: [String: Text]

    package init(_ text: AgreementDocument, names: [String: Text] = [:]) {
        self.text = text
        let parties = Dictionary(text.parties.map { ($0.id, $0.name) }) { first, _ in first }
        self.names = parties.merging(names) { first, _ in first }
    }

    package struct Line: Sendable, Hashable {
        package let term: Text
        package let words: Text
    }

    /// In the order of the document; what does not apply is left out.
    package var lines: [Line] {
        [
            line(Text("Inwerkingtreding", "Entry into force"), entry),
            line(Text("Looptijd", "Term"), validity),
            line(Text("Toetreden", "Joining"), text.open ? Self.opens : Text()),
            line(Text("Deels aanvaarden", "Partial acceptance"), partial),
            line(Text("Herroepen", "Revoking"), text.revocable ? Self.revokes : Text()),
            line(Text("Uittreden", "Leaving"), notice),
            line(Text("Afwikkeling", "Settlement"), text.settlement),
            line(Text("Gevolgen van uittreden", "Effects of leaving"), text.effects),
            line(Text("Evaluatie", "Review"), review),
            line(Text("Rangorde", "Precedence"), precedence),
            line(Text("Talen", "Languages"), language),
            line(Text("Binding", "Binding"), text.kind.isBinding ? Text() : Self.notBinding),
        ].compactMap(\.self)
    }

    private func line(_ term: Text, _ words: Text) -> Line? {
        words.isEmpty ? nil : Line(term: term, words: words)
    }

    package var entry: Text {
        var words: Text
        switch text.entry.needs {
        case .all:
            words = Text(
                "Deze afspraak treedt in werking op de dag waarop alle partijen haar hebben aanvaard.",
                "This agreement enters into force on the day on which all parties have accepted it.")
        case .named:
            let list = Self.list(text.entry.named.map { name($0.rawValue) })
            words = Text(
                "Deze afspraak treedt in werking zodra deze partijen haar hebben aanvaard: \(list.nl).",
                "This agreement enters into force once these parties have accepted it: \(list.en).")
        case .count:
            let (count, all) = (text.entry.count ?? 0, text.parties.count)
            words = Text(
                "Deze afspraak treedt in werking zodra ten minste \(count) van de \(all) partijen haar hebben aanvaard.",
                "This agreement enters into force once at least \(count) of the \(all) parties have accepted it.")
        }
        guard let by = text.entry.by else { return words }
        return words
            + Text(
                " Is dat op \(by.written(.nl)) niet gebeurd, dan vervalt deze versie.",
                " If that has not happened by \(by.written(.en)), this version lapses.")
    }

    package var validity: Text {
        switch (text.validity.from, text.validity.until) {
        case (nil, nil): Text("Zij geldt zonder einddatum.", "It has no end date.")
        case (let from?, nil):
            Text(
                "Zij geldt vanaf \(from.written(.nl)), zonder einddatum.",
                "It holds from \(from.written(.en)), without an end date.")
        case (nil, let until?):
            Text("Zij geldt tot en met \(until.written(.nl)).", "It holds up to and including \(until.written(.en)).")
        case (let from?, let until?):
            Text(
                "Zij geldt van \(from.written(.nl)) tot en met \(until.written(.nl)).",
                "It holds from \(from.written(.en)) up to and including \(until.written(.en)).")
        }
    }

    private var partial: Text {
        guard text.partial, text.clauses.contains(where: \.optional) else { return Text() }
        let numbers = Self.list(text.clauses.filter(\.optional).map { Text(same: String($0.number)) })
        return Text(
            "Een partij mag aanvaarden zonder een of meer van deze bepalingen: \(numbers.nl).",
            "A party may accept without one or more of these clauses: \(numbers.en).")
    }

    package var notice: Text {
        switch text.notice {
        case nil: Text()
        case 0: Text("Een partij kan uittreden zonder opzegtermijn.", "A party may leave without notice.")
        case 1:
            Text("Een partij kan uittreden met een maand opzegtermijn.", "A party may leave with one month's notice.")
        case let months?:
            Text(
                "Een partij kan uittreden met een opzegtermijn van \(months) maanden.",
                "A party may leave with a notice of \(months) months.")
        }
    }

    package var review: Text {
        switch text.review {
        case nil: Text()
        case 1:
            Text(
                "Elke maand gaan de partijen na of deze afspraak nog past.",
                "Every month the parties see whether this agreement still fits.")
        case let months?:
            Text(
                "Elke \(months) maanden gaan de partijen na of deze afspraak nog past.",
                "Every \(months) months the parties see whether this agreement still fits.")
        }
    }

    package var precedence: Text {
        guard !text.precedence.isEmpty else { return Text() }
        let list = Self.list(text.precedence.map(name))
        return Text(
            "Waar deze afspraak verschilt van een van de volgende documenten, geldt dat document: \(list.nl).",
            "Where this agreement differs from one of these documents, that document prevails: \(list.en).")
    }

    package var language: Text {
        switch text.prevailing {
        case .nl:
            Text(
                "Verschillen de talen, dan geldt het Nederlands.",
                "Where the languages differ, the Dutch text prevails.")
        case .en:
            Text(
                "Verschillen de talen, dan geldt het Engels.", "Where the languages differ, the English text prevails.")
        case nil where text.languages.count > 1:
            Text(
                "De Nederlandse en de Engelse tekst gelden evenzeer.",
                "The Dutch and the English text are equally authentic.")
        case nil: Text()
        }
    }

    func name(_ id: String) -> Text { names[id] ?? Text(same: id) }
}

extension AgreementWords {
    private static let opens = Text(
        "Andere partijen kunnen toetreden tot de versie die dan geldt.",
        "Other parties can join the version that is then in force.")
    private static let revokes = Text(
        "Een partij mag haar aanvaarding herroepen.", "A party may revoke its acceptance.")
    private static let notBinding = Text(
        "Dit document zegt wat de partijen willen; een bindende handtekening is er niet voor nodig.",
        "This document says what the parties intend; it needs no binding signature.")

    /// “a, b en c”.
    static func list(_ names: [Text]) -> Text {
        func joined(_ words: [String], _ and: String) -> String {
            guard let last = words.last, words.count > 1 else { return words.first ?? "" }
            return words.dropLast().joined(separator: ", ") + " \(and) \(last)"
        }
        return Text(joined(names.map(\.dutch), "en"), joined(names.map(\.english), "and"))
    }
}

extension Text {
    /// One text after the other, in each language.
    static func + (left: Text, right: Text) -> Text { Text(nl: left.nl + right.nl, en: left.en + right.en) }
}
