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

    func name(_ id: String) -> Text { names[id] ?? Text(same: id) }
}
