import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// What a changed text left behind, at the clause itself, with the way to mend it.
extension EcosystemVisit {
    /// That one language of a clause was changed after the other.
    func laggingHint(_ clause: Clause) -> HTML {
        guard let behind = clause.behind else { return "" }
        let words =
            behind == .en
            ? say(
                "De Nederlandse tekst is na de Engelse gewijzigd.", "The Dutch text was changed after the English one.")
            : say(
                "De Engelse tekst is na de Nederlandse gewijzigd.", "The English text was changed after the Dutch one.")
        let edit = Path.editRecord(id, "clauses", clause.id.rawValue).url + "#f.text"
        let still = say("De andere taal klopt nog", "The other language is still right")
        return """
            <div class="note"><p>\(words) <a href="\(edit)">\(say("Werk de andere taal bij", "Bring the other language up to date"))</a></p>
            \(confirmation("clauses", clause.id.rawValue, of: clause.agreement.rawValue, still))</div>
            """
    }

    /// That a norm was made for another text than its clause has now.
    func doubtHint(_ norm: Norm) -> HTML {
        guard let day = norm.doubt else { return "" }
        let since = say.day(day, today: reader.today)
        let words = say(
            "De tekst is op \(since) gewijzigd. Klopt de norm niet meer, verander hem dan of haal hem weg.",
            "The text was changed on \(since). If the norm does not fit any more, change it or remove it.")
        let still = say("De norm klopt nog", "The norm still fits")
        return
            "<div class=\"note\"><p>\(words)</p>\(confirmation("norms", norm.id.rawValue, of: norm.agreement.rawValue, still))</div>"
    }

    private func confirmation(_ kind: String, _ record: String, of agreement: String, _ label: String) -> HTML {
        let action = Path.agreementPart(id, agreement, "assembly/\(kind)/\(record)/confirmation")
        return
            "<form method=\"post\" action=\"\(action)\">\(visit.token)<button class=\"button quiet\">\(label)</button></form>"
    }

    func confirm(_ subject: ConfirmText.Subject) async throws -> Response {
        let agreement = try visit.part("agreement")
        let then = Path.agreementPart(id, agreement, "assembly").url
        return try await perform(ConfirmText(subject), of: "confirm", sent: try await visit.form(), then: then) {
            try await showAssembly(after: $0)
        }
    }
}
