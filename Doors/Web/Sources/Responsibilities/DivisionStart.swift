import Ecosystems
import Hummingbird
import Kernel
import Markup
import Responsibilities

/// Ways to begin a division: from who carries out what, and from the processes of the library.
extension EcosystemVisit {
    /// Offered while nobody has a part in some activities; nothing for who may not divide.
    func divisionStart(_ matrix: ResponsibilityMatrix, _ refused: RefusedForm?) -> HTML {
        let open = TakeOverDoers.undivided(matrix, in: reader.state)
        guard mayDivide, dividedOn == reader.today, !open.isEmpty else { return "" }
        let words = say.count(
            open.count, Text("activiteit noemt al wie haar uitvoert.", "activity says already who carries it out."),
            Text("activiteiten noemen al wie ze uitvoert.", "activities say already who carries them out."))
        return """
            <form method="post" action="\(Path.responsibilities(id, "doers"))" class="banner start">\(visit.token)\(troubles(refused, in: "doers"))
            <p>\(words) \(say("Neem dat over als R; eindverantwoordelijken kiest u daarna zelf.", "Take that over as R; you choose who is accountable afterwards."))</p>
            <button class="button" data-testid="doers">\(say("Neem over", "Take over"))</button></form>
            """
    }

    /// Nothing to divide yet: record an activity, or take processes of the library.
    func noActivities(_ refused: RefusedForm?) -> HTML {
        """
        <p class="empty">\(say("Er zijn nog geen activiteiten om te verdelen.", "There are no activities to divide yet.")) \
        \(formLink("activities", say("Leg de eerste activiteit vast", "Record the first activity")))</p>\(processStart(refused))
        """
    }

    /// The processes of the library without an activity, to choose from.
    func processStart(_ refused: RefusedForm?, on view: ResponsibilityView = .matrix) -> HTML {
        let processes = AddProcesses.unused(in: reader.situation)
        guard mayDivide, !processes.isEmpty else { return "" }
        let sent = refused.isAbout("activities") ? refused?.sent : nil
        let boxes: HTML = processes.html { process in
            let isOn = sent?.all("process").contains(process.id) ?? true
            return """
                <label class="box"><input type="checkbox" name="process" value="\(process.id)"\(if: isOn, " checked")> \(say(process.name))</label>
                """
        }
        let chosen = refused.value("organisation", in: "activities")
        let doers = OfferedParties(reader, on: reader.today)
        let options: HTML = (doers.first + doers.others.filter { $0.kind == "organisations" }).html {
            option($0.id, name(of: $0), chosen: chosen)
        }
        return """
            <section class="card"><h2>\(say("Begin met processen uit de bibliotheek", "Begin with processes of the library"))</h2>\(troubles(refused, in: "activities", inputs: ["organisation": "doer"]))
            <form method="post" action="\(Path.responsibilities(id, "activities"))">\(visit.token)<input type="hidden" name="view" value="\(view.rawValue)">
            <fieldset class="field"><legend>\(say("Operationele processen", "Operational processes"))</legend>\(boxes)</fieldset>
            <div class="field"><label for="doer">\(say("Wie voert ze uit?", "Who carries them out?"))</label><p class="help">\(say("Per activiteit kunt u dat daarna wijzigen.", "You can change that for each activity afterwards."))</p>
            <select id="doer" name="organisation"><option value=""></option>\(options)</select></div>
            <button class="button" data-testid="processes">\(say("Maak er activiteiten van", "Make activities of them"))</button></form></section>
            """
    }

    func takeOverDoers() async throws -> Response {
        let form = try await visit.form()
        return try await perform(TakeOverDoers(), of: "doers", sent: form, then: Path.responsibilities(id).url) {
            try await showMatrix(after: $0)
        }
    }

    func addProcesses() async throws -> Response {
        let form = try await visit.form()
        let command = AddProcesses(form.all("process"), by: form.first("organisation"))
        return try await perform(command, of: "activities", sent: form, then: Path.responsibilities(id).url) {
            refused in
            form.first("view") == ResponsibilityView.processes.rawValue
                ? try await showProcesses(after: refused) : try await showMatrix(after: refused)
        }
    }
}
