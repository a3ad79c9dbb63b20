import Ecosystems
import Hummingbird
import Kernel
import Markup
import Parties

/// How far an organisation is, and the form for its next step.
extension EcosystemVisit {
    func participationCard(_ party: OrganisationPage, _ refused: RefusedForm?) -> HTML {
        let since: HTML =
            party.participation?.since.map {
                " <span class=\"quiet\">\(say("sinds", "since")) \(say.day($0, today: reader.today))</span>"
            } ?? ""
        let layer: HTML = party.participation?.layer.map { "<p>\(say("Schil", "Layer")): \(say($0.label))</p>" } ?? ""
        let reason: HTML =
            party.participation.flatMap { $0.reason.isEmpty ? nil : "<p class=\"reason\">“\(say($0.reason))”</p>" }
            ?? ""
        let status: HTML =
            party.participation.map { "<p>\(statusPill($0.status))\(since)</p>" }
            ?? "<p class=\"empty\">\(say("Er is nog niet vastgelegd hoe ver deze organisatie is.", "It is not recorded yet how far this organisation is."))</p>"
        let history: HTML =
            party.participation.map {
                "<p><a href=\"\(Path.versions(id, "participations", $0.id.rawValue))\">\(say("Eerdere stappen", "Earlier steps"))</a></p>"
            } ?? ""
        return """
            <section class="card"><h2>\(say("Deelname", "Participation"))</h2>\(status)\(layer)\(reason)\(history)\(stepForm(party, refused))</section>
            """
    }

    private func stepForm(_ party: OrganisationPage, _ refused: RefusedForm?) -> HTML {
        guard mayEdit, reader.may(stepping(party.organisation.id.rawValue, [:], seen: nil, "")),
            !party.nextSteps.isEmpty
        else { return "" }
        let name = "participation"
        let forward = party.nextSteps.first { next in
            party.participation.map { $0.status.isBefore(next) } ?? true
        }
        let wanted = refused.value("status", in: name, else: (forward ?? party.nextSteps.first)?.rawValue ?? "")
        let options: HTML = party.nextSteps.html { option($0.rawValue, say($0.label), chosen: wanted) }
        let layer = refused.value("layer", in: name, else: party.participation?.layer?.rawValue ?? "")
        let layers: HTML = Participation.Layer.allCases.html { option($0.rawValue, say($0.label), chosen: layer) }
        let version = party.participation.flatMap { reader.state.table("participations")?.version(of: $0.id.rawValue) }
        let seen: HTML = version.map { "<input type=\"hidden\" name=\"seen\" value=\"\($0)\">" } ?? ""
        return """
            <details\(if: refused.isAbout(name), " open")><summary>\(say("Volgende stap", "Next step"))</summary>\(troubles(refused, in: name, inputs: ["status": "step-status", "since": "step-since", "layer": "step-layer", "reason": "step-reason"], labels: stepLabels))
            <form method="post" action="\(Path.participation(id, party.organisation.id.rawValue))">\(visit.token)\(seen)
            <div class="field"><label for="step-status">\(say("Wordt", "Becomes"))</label><select id="step-status" name="status" required\(refused.state("status", in: name))>\(options)</select></div>
            \(dayField("step-since", "since", say("Sinds", "Since"), refused.value("since", in: name, else: "\(reader.today)"), state: refused.state("since", in: name)))
            <div class="field"><label for="step-layer">\(say("Schil", "Layer"))</label><select id="step-layer" name="layer"><option value="">–</option>\(layers)</select></div>
            <div class="field"><label for="step-reason">\(say("Waarom", "Why"))</label>
            <p class="help">\(say("Verplicht als het een stap terug is.", "Required when it is a step back."))</p>
            <textarea id="step-reason" name="reason" rows="2"\(refused.state("reason", in: name))>\n\(refused.value("reason", in: name))</textarea></div>
            <button class="button">\(say("Zet de stap", "Take the step"))</button></form></details>
            """
    }

    private var stepLabels: [String: String] {
        [
            "status": say("Wordt", "Becomes"), "since": say("Sinds", "Since"), "layer": say("Schil", "Layer"),
            "reason": say("Waarom", "Why"),
        ]
    }

    private func stepping(_ party: String, _ fields: [String: Value], seen: Int?, _ reason: String) -> ChangeRecords {
        let existing = reader.state[Participation.self].records.filter { $0.organisation.rawValue == party }.map(
            \.id.rawValue)
        let record = existing.contains(party) ? party : existing.min() ?? party
        let action: RecordChange.Action = existing.isEmpty ? .add(fields) : .patch(fields)
        return ChangeRecords([RecordChange("participations", record, action, seen: seen)], reason: reason)
    }

    func stepParticipation() async throws -> Response {
        let party = try visit.part("organisation")
        let form = try await visit.form()
        let reason = form.first("reason").trimmed
        let fields: [String: Value] = [
            "organisation": .string(party), "status": .string(form.first("status")),
            "since": form.first("since").trimmed.isEmpty ? .null : .string(form.first("since").trimmed),
            "layer": form.first("layer").isEmpty ? .null : .string(form.first("layer")),
            "reason": typed(reason).value,
        ]
        let command = stepping(party, fields, seen: Int(form.first("seen")), reason)
        return try await perform(command, of: "participation", sent: form, then: Path.organisation(id, party).url) {
            try await showOrganisation(after: $0)
        }
    }
}

extension Participation.Status {
    /// Whether another status lies further along the pipeline.
    fileprivate func isBefore(_ next: Self) -> Bool {
        guard let here = Self.pipeline.firstIndex(of: self), let there = Self.pipeline.firstIndex(of: next) else {
            return false
        }
        return there > here
    }
}
