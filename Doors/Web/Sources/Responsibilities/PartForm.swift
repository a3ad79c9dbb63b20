import Ecosystems
import Hummingbird
import Kernel
import Markup
import Responsibilities

/// The small form of one cell: which parts a party has in one subject, from a day on.
extension EcosystemVisit {
    /// - Parameters:
    ///   - party: nil lets the visitor choose it.
    ///   - kept: what the page should still show afterwards, as its address says it.
    func partForm(
        _ matrix: ResponsibilityMatrix, _ subject: ResponsibilitySubject, _ party: ResponsibleParty?,
        _ view: ResponsibilityView, _ refused: RefusedForm?, kept: [(String, String)] = []
    ) -> HTML {
        let held = party.map { matrix[subject, $0].parts } ?? []
        let sent = refused.map { $0.sent.all("part") }
        let offered: [ResponsiblePart] = view == .shared ? [.responsible, .accountable] : ResponsiblePart.allCases
        let boxes: HTML = offered.enumerated().map { $0 }.html { index, part in
            let isOn = sent?.contains(part.rawValue) ?? held.contains(part)
            return """
                <label class="box"><input type="checkbox" name="part" value="\(part.rawValue)"\(if: isOn, " checked")\(if: index == 0, " autofocus")> \
                \(letters(ResponsibilityMatrix.Parts(part))) \(say(part.label))</label>
                """
        }
        let from = refused.value("from", in: "parts", else: "\(reader.today)")
        let back = Path.responsibilities(id, view.rawValue).with(kept) + (view == .matrix ? "#row-\(subject.id)" : "")
        return """
            \(troubles(refused, in: "parts"))<form method="post" action="\(Path.responsibilities(id, "parts").with(kept))" class="part-form">\(visit.token)
            <input type="hidden" name="subject" value="\(subject.id)"><input type="hidden" name="view" value="\(view.rawValue)">
            \(partyField(party, refused))<fieldset class="field"><legend class="hidden">\(say("Deel", "Part"))</legend>\(boxes)</fieldset>
            <div class="field"><label for="part-from">\(say("Vanaf", "From"))</label><input type="date" id="part-from" name="from" value="\(from)"></div>
            <div class="actions"><button class="button" data-testid="assign">\(say("Bewaar", "Save"))</button><a href="\(back)">\(say("Laat zo", "Leave it"))</a></div></form>
            """
    }

    private func partyField(_ party: ResponsibleParty?, _ refused: RefusedForm?) -> HTML {
        if let party { return "<input type=\"hidden\" name=\"party\" value=\"\(party.name)\">" }
        let chosen = refused.value("party", in: "parts")
        let options = partyChoice(chosen: chosen, on: dividedOn)
        return """
            <div class="field"><label for="part-party">\(say("Partij", "Party"))</label><select id="part-party" name="party">\(options)</select></div>
            """
    }

    func assignParts() async throws -> Response {
        let form = try await visit.form()
        let view = ResponsibilityView(rawValue: form.first("view")) ?? .matrix
        guard let subject = ResponsibilitySubject(id: form.first("subject")), !form.first("party").isEmpty else {
            throw Refusal.invalid([
                Problem(
                    "responsibility.subject", at: ["subject"],
                    Text("Dit formulier zegt niet waar het over gaat.", "This form does not say what it is about."),
                    mend: Text("Kies een cel van de matrix.", "Choose a cell of the matrix."))
            ])
        }
        let command = AssignParts(
            subject, ResponsibleParty(name: form.first("party")),
            Set(form.all("part").compactMap(ResponsiblePart.init(rawValue:))), from: day(form.first("from")))
        let kept = ["from", "on", "columns"].map { ($0, visit.query($0)) } + visit.queries("with").map { ("with", $0) }
        let row = view == .matrix ? "#row-\(subject.id)" : ""
        return try await perform(
            command, of: "parts", sent: form, then: Path.responsibilities(id, view.rawValue).with(kept) + row
        ) { refused in
            view == .shared ? try await showShared(after: refused) : try await showMatrix(after: refused)
        }
    }
}
