import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// Scoring on behalf of an assessor that the visitor represents: one option at a time, with reasons.
extension EcosystemVisit {
    func scoringForms(_ selection: Selection, _ scorings: [Scoring], _ refused: RefusedForm?) -> HTML {
        guard mayEdit, selection.closed == nil else { return "" }
        let own = selection.assessors.filter {
            reader.rights.seesEverything || reader.rights.represents.contains($0.rawValue)
        }
        let forms: HTML = own.html { assessor in
            selection.options.filter { $0.organisation != assessor }.html { option in
                let given = scorings.first { $0.assessor == assessor && $0.option == option.id }
                return scoringForm(selection, assessor.rawValue, option, given, refused)
            }
        }
        return own.isEmpty
            ? ""
            : "<section class=\"card\" id=\"score\"><h2>\(say("Geef uw scores", "Give your scores"))</h2>\(forms)</section>"
    }

    private func scoringForm(
        _ selection: Selection, _ assessor: String, _ option: SelectionOption, _ given: Scoring?,
        _ refused: RefusedForm?
    ) -> HTML {
        let name = "score-\(assessor)-\(option.id)"
        let fields: HTML = selection.criteria.html { criterion in
            let old = given?.scores.first { $0.criterion == criterion.id }
            let score = refused.value("score-\(criterion.id)", in: name, else: old.map { "\($0.score)" } ?? "")
            let reason = refused.value("reason-\(criterion.id)", in: name, else: old.map { say($0.reason) } ?? "")
            let key = "\(name)-\(criterion.id)"
            return """
                <div class="score-line"><label for="\(key)">\(say(criterion.name))</label><input type="number" id="\(key)" name="score-\(criterion.id)" min="\(selection.lowest)" max="\(selection.highest)" value="\(score)" required>
                <input aria-label="\(say("Waarom", "Why"))" name="reason-\(criterion.id)" value="\(reason)" placeholder="\(say("Waarom", "Why"))"></div>
                """
        }
        let sign = given == nil ? "○" : "✓"
        return """
            <details\(if: refused.isAbout(name), " open")><summary>\(sign) \(say(option.name)) · \(say("namens", "for")) \(say(reader.title("organisations", assessor)))</summary>\(troubles(refused, in: name))
            <form method="post" action="\(Path.selectionPart(id, selection.id.rawValue, "scorings"))">\(visit.token)<input type="hidden" name="assessor" value="\(assessor)"><input type="hidden" name="option" value="\(option.id)">\(fields)
            <button class="button">\(say("Bewaar", "Save"))</button></form></details>
            """
    }

    func scoreOption() async throws -> Response {
        let name = try visit.part("selection")
        let form = try await visit.form()
        guard let selection = reader.record(Selection.self, name) else {
            throw Refusal.notFound(.noSuchSelection(name))
        }
        let (assessor, option) = (form.first("assessor"), form.first("option"))
        let known = reader.records(Scoring.self).first {
            $0.selection == selection.id && $0.assessor.rawValue == assessor && $0.option == option
        }
        var scoring = known ?? Scoring(id: freeID("\(name)-\(option)-\(assessor)", in: "scorings"))
        scoring.selection = selection.id
        scoring.assessor = ID(assessor)
        scoring.option = option
        scoring.scores = selection.criteria.compactMap { criterion in
            guard let score = Int(form.first("score-\(criterion.id)").trimmed) else { return nil }
            var line = CriterionScore()
            line.criterion = criterion.id
            line.score = score
            line.reason = typed(form.first("reason-\(criterion.id)"))
            return line
        }
        let command = ChangeRecords([RecordChange("scorings", scoring.id.rawValue, .put(scoring.values))])
        let then = Path.selection(id, name).url + "#score"
        return try await perform(command, of: "score-\(assessor)-\(option)", sent: form, then: then) {
            try await showSelection(after: $0)
        }
    }
}
