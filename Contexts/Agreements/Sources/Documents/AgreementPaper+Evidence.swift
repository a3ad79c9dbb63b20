import Documents
import Kernel

extension AgreementPaper {
    /// What parties objected to and was not adopted: no part of the text, and never out of sight.
    var objections: [Paper.Piece] {
        guard !evidence.objections.isEmpty else { return [] }
        return [
            .heading(Text("Bezwaren die blijven staan", "Objections that remain"), level: 2),
            .paragraph(
                Text(
                    "Deze bezwaren horen niet bij de tekst die wordt ondertekend. Zij staan hier, zodat iedereen ze blijft zien.",
                    "These objections are no part of the text that is signed. They stand here so that everybody keeps seeing them."
                )),
        ] + evidence.objections.map { .note(note($0)) }
    }

    private func note(_ objection: VersionEvidence.Objection) -> Paper.Note {
        let place = text.clause(objection.clause).map {
            Text("bij bepaling \($0.number)", "on clause \($0.number)")
        }
        let about = place ?? Text("bij het geheel", "on the whole")
        let title = Text("\(objection.party.dutch), \(about.nl)", "\(objection.party.english), \(about.en)")
        var words = objection.text
        if !objection.proposal.isEmpty {
            words = words.adding(Text("Voorstel: ", "Proposal: "), objection.proposal)
        }
        if let outcome = objection.outcome {
            let label = Text("Antwoord (\(outcome.label.nl)): ", "Reply (\(outcome.label.en)): ")
            words = words.adding(label, objection.reply)
        } else {
            words = words.adding(Text(), Text("Hierop is nog niet geantwoord.", "There is no reply to this yet."))
        }
        return Paper.Note(Words(title), Prose(words))
    }

    var signatures: [Paper.Piece] {
        if evidence.isDraft { return [] }
        return [
            .heading(Text("Ondertekening", "Signatures"), level: 2, opensPage: true), .paragraph(signed),
            .panels(panels), .heading(Text("Echtheid", "Authenticity"), level: 2),
            .paragraph(verified), .code(Paper.groups(of: hash)), .paragraph(Self.how),
        ]
    }

    private var panels: [Paper.Panel] {
        let given = Dictionary(evidence.signings.map { ($0.party, $0) }) { first, _ in first }
        let joined = evidence.signings.filter { !text.isParty($0.party) }
        return text.parties.map { party in
            given[party.id].map { panel($0, Words(party.name)) } ?? open(Words(party.name))
        } + joined.map { panel($0, Words($0.name)) }
    }

    private func open(_ name: Words) -> Paper.Panel {
        Paper.Panel(
            name, answer: nil,
            facts: [
                Paper.Definition(Text("Functie", "Function"), Words()),
                Paper.Definition(Text("Plaats en datum", "Place and date"), Words()),
                Paper.Definition(Text("Handtekening", "Signature"), Words()),
            ])
    }

    private func panel(_ signing: VersionEvidence.Signing, _ name: Words) -> Paper.Panel {
        var facts: [Paper.Definition] = []
        func add(_ nl: String, _ en: String, _ words: Words) {
            if !words.isEmpty { facts.append(Paper.Definition(Text(nl, en), words)) }
        }
        add("Reden", "Reason", Words(signing.reason))
        add("Functie", "Function", Words(signing.function))
        add("Mandaat", "Mandate", Words(signing.mandate))
        add("Datum", "Date", Words(signing.on.map { Text($0.written(.nl), $0.written(.en)) } ?? Text()))
        add("Getekend met", "Signed with", Words(signing.method?.label ?? Text()))
        let code = Paper.groups(of: String(signing.fingerprint.prefix(16))).joined(separator: " ")
        add("Kenmerk van de sleutel", "Key fingerprint", Words(same: code, .code))
        return Paper.Panel(name, answer: answer(signing), agrees: signing.answer.binds, facts: facts)
    }

    private func answer(_ signing: VersionEvidence.Signing) -> Words {
        let label = signing.answer.label
        let left = signing.except.compactMap { text.clause($0)?.number }.sorted().map { Text(same: String($0)) }
        guard !left.isEmpty else { return Words(label) }
        let numbers = AgreementWords.list(left)
        return Words("\(label.nl), zonder bepaling \(numbers.nl)", "\(label.en), without clause \(numbers.en)")
    }

    /// How many of the parties in the text said yes, and how many joined after it was fixed.
    private var signed: Text {
        let yes = evidence.signings.filter(\.answer.binds)
        let own = yes.count { text.isParty($0.party) }
        let joined = yes.count - own
        let later =
            joined == 0
            ? Text()
            : Text(
                joined == 1 ? " Daarna trad 1 partij toe." : " Daarna traden \(joined) partijen toe.",
                joined == 1 ? " 1 party joined later." : " \(joined) parties joined later.")
        return Text(
            "\(own) van de \(text.parties.count) partijen hebben deze versie aanvaard.\(later.nl) Wie tekent staat hier met "
                + "zijn functie; namen staan er niet.",
            "\(own) of the \(text.parties.count) parties have accepted this version.\(later.en) Who signed stands here by "
                + "function; names do not.")
    }

    private var verified: Text {
        Text(
            "Elke handtekening geldt voor precies deze tekst. De controlecode is de SHA-256 van de tekst als canonieke "
                + "JSON (RFC 8785); verandert er één teken, dan verandert de code.",
            "Every signature is for exactly this text. The verification code is the SHA-256 of the text as canonical JSON "
                + "(RFC 8785); change one character, and the code changes.")
    }

    private static let how = Text(
        "Vraag de bewijsbundel van deze versie op en controleer haar met “stelsel agreement verify”, zonder netwerk. Ook met "
            + "andere middelen: bereken de SHA-256 van het bestand met de tekst en vergelijk haar met de code hierboven.",
        "Ask for the proof bundle of this version and check it with “stelsel agreement verify”, without a network. Other tools "
            + "do too: compute the SHA-256 of the file with the text and compare it with the code above.")
}

extension Text {
    /// With one more paragraph, in each language that it is written in.
    fileprivate func adding(_ label: Text, _ more: Text) -> Text {
        guard !more.isEmpty else { return self }
        return Text(
            nl: more.nl.isEmpty ? nl : "\(nl)\n\n\(label.nl)\(more.nl)",
            en: more.en.isEmpty ? en : "\(en)\n\n\(label.en)\(more.en)")
    }
}
