import Documents
import Kernel
import MethodLibrary

/// The paper of an agreement: what people read, print and sign. A function of the text and what is known about it.
package struct AgreementPaper: Sendable {
    let text: AgreementDocument
    let evidence: VersionEvidence
    /// The same as the hash of the version, when it is one.
    let hash: String
    let told: AgreementWords

    package init(_ text: AgreementDocument, _ evidence: VersionEvidence) {
        self.text = text
        self.evidence = evidence
        hash = evidence.isDraft ? "" : text.hash
        told = AgreementWords(text, names: evidence.names)
    }

    /// In one language, or in two side by side. Two are shown only when the agreement has two.
    package func paper(in wanted: [Language]) -> Paper {
        var paper = Paper()
        let own = text.languages.map(\.language)
        paper.languages = wanted.count > 1 && own.count == 1 ? own : wanted
        paper.title = text.name
        paper.edition = edition
        paper.draft = evidence.isDraft ? Self.draft : nil
        paper.hash = hash
        paper.day = evidence.day
        paper.cover = cover
        paper.pieces = purpose + parties + clauses + workings + annexes + objections + signatures
        return paper
    }

    private var edition: Text {
        let day = Text(evidence.day.written(.nl), evidence.day.written(.en))
        return evidence.isDraft
            ? Text("Concept van \(day.nl)", "Draft of \(day.en)")
            : Text("Versie \(text.number), \(day.nl)", "Version \(text.number), \(day.en)")
    }

    private var cover: Paper.Cover {
        var cover = Paper.Cover()
        cover.kind = text.kind.label
        cover.parties = text.parties.map { Words($0.name) }
        cover.facts = [
            Paper.Definition(Text("Versie", "Version"), Words(edition)),
            Paper.Definition(Text("Stand", "State"), Words(state)),
        ]
        if let replaces = text.replaces {
            cover.facts.append(
                Paper.Definition(
                    Text("Vervangt", "Replaces"), Words("versie \(replaces)", "version \(replaces)")))
        }
        if !hash.isEmpty {
            let code = Paper.groups(of: String(hash.prefix(16))).joined(separator: " ")
            cover.facts.append(
                Paper.Definition(Text("Controlecode", "Verification code"), Words(same: code, .code)))
        }
        return cover
    }

    private var state: Text {
        let label = evidence.isDraft ? VersionState.draft.label : evidence.state.label
        guard !evidence.isDraft, evidence.state == .inForce, let entered = evidence.entered else { return label }
        return Text(
            "\(label.nl) sinds \(entered.written(.nl))", "\(label.en) since \(entered.written(.en))")
    }

    private var purpose: [Paper.Piece] {
        text.purpose.isEmpty
            ? [] : [.heading(Text("Waarom", "Purpose"), level: 2), .prose(Prose(text.purpose))]
    }

    private var parties: [Paper.Piece] {
        let head = [
            Text("Partij", "Party"), Text("KVK-nummer", "KVK number"), Text("Plaats", "Place"),
            Text("Hoedanigheid", "Capacity"),
        ]
        let rows = text.parties.map { party in
            [Words(party.name, .strong), Words(same: party.kvk), Words(same: party.place), Words(party.capacity)]
        }
        guard !rows.isEmpty else { return [] }
        let used = head.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
        return [
            .heading(Text("De partijen", "The parties"), level: 2),
            .table(Paper.Table(Text(), head: used.map { head[$0] }, rows: rows.map { row in used.map { row[$0] } })),
        ]
    }

    private var workings: [Paper.Piece] {
        [
            .heading(Text("Hoe deze afspraak werkt", "How this agreement works"), level: 2),
            .definitions(told.lines.map { Paper.Definition($0.term, Words($0.words)) }),
        ]
    }

    private var annexes: [Paper.Piece] {
        guard !text.annexes.isEmpty else { return [] }
        return [.heading(Text("Bijlagen", "Annexes"), level: 2)]
            + text.annexes.enumerated().flatMap { index, annex in
                let number = index + 1
                let title = Text(
                    nl: annex.title.nl.isEmpty ? "" : "Bijlage \(number). \(annex.title.nl)",
                    en: annex.title.en.isEmpty ? "" : "Annex \(number). \(annex.title.en)")
                let address: [Paper.Piece] =
                    annex.address.isEmpty ? [] : [.prose(Prose(Words(same: annex.address, .address)))]
                return [.heading(title, level: 3), .prose(Prose(annex.text))] + address
            }
    }

    private static let draft = Text("Concept, niet om te ondertekenen", "Draft, not to be signed")
}
