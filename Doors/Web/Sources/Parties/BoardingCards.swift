import Ecosystems
import Hummingbird
import Kernel
import Markup
import Parties

/// The welcome and farewell of an organisation, with steps to tick.
extension EcosystemVisit {
    func boardingCards(_ party: OrganisationPage, _ refused: RefusedForm?) -> HTML {
        guard !party.boardings.isEmpty else { return noBoarding(party) }
        return party.boardings.html { boardingCard($0, party.organisation.id.rawValue, refused) } + beginBoarding(party)
    }

    private func noBoarding(_ party: OrganisationPage) -> HTML {
        let start = beginBoarding(party)
        guard !start.isEmpty else { return "" }
        return """
            <section class="card"><h2>\(say("Aansluiten en uittreden", "Onboarding and offboarding"))</h2>
            <p class="quiet">\(say("Een vaste lijst met stappen en data helpt om niets te vergeten.", "A fixed list of steps with dates helps to forget nothing."))</p>\(start)</section>
            """
    }

    /// Buttons to begin what fits how far the organisation is.
    private func beginBoarding(_ party: OrganisationPage) -> HTML {
        let running = Set(party.boardings.filter { $0.finished == nil }.map(\.direction))
        let status = party.participation?.status
        let direction: Boarding.Direction = status == .joined || status == .leaving ? .offboarding : .onboarding
        guard mayAdd("boardings"), !running.contains(direction), status != .left,
            let checklist = reader.library.methods(of: .checklists).first(where: {
                $0.checklist?.use.rawValue == direction.rawValue
            })
        else { return "" }
        return beginForm(party.organisation.id.rawValue, direction, checklist: checklist.id)
    }

    /// Only what cannot be known: who guides, and from which day.
    private func beginForm(_ party: String, _ direction: Boarding.Direction, checklist: String) -> HTML {
        let label =
            direction == .onboarding
            ? say("Begin met toetreden", "Begin onboarding") : say("Begin met uittreden", "Begin offboarding")
        let hidden: HTML = [("organisation", party), ("direction", direction.rawValue), ("checklist", checklist)].html {
            "<input type=\"hidden\" name=\"f.\($0.0)\" value=\"\($0.1)\">"
        }
        let hosts: HTML = reader.records(Participation.self).filter { $0.status == .joined }.map {
            ($0.organisation.rawValue, say(reader.title(Organisation.naming.plural, $0.organisation.rawValue)))
        }
        .filter { $0.0 != party }.sorted { $0.1.lowercased() < $1.1.lowercased() }.html {
            option($0.0, $0.1, chosen: "")
        }
        return """
            <details><summary>\(label)</summary><form method="post" action="\(Path.records(id, Boarding.naming.plural))">\(visit.token)\(hidden)
            <div class="field"><label for="boarding-host">\(say("Wie begeleidt", "Who guides"))</label>\
            <select id="boarding-host" name="f.host"><option value="">–</option>\(hosts)</select></div>
            \(dayField("boarding-start", "f.started", say("Vanaf", "From"), "\(reader.today)"))
            <button class="button">\(label)</button></form></details>
            """
    }

    private func boardingCard(_ boarding: BoardingOverview, _ party: String, _ refused: RefusedForm?) -> HTML {
        let view = ValueView(self)
        let title =
            boarding.direction == .onboarding ? say("Aansluiten", "Onboarding") : say("Uittreden", "Offboarding")
        let host: HTML =
            boarding.host.map { " \(say("Gastheer:", "Host:")) \(view.link("organisations", $0.id))." } ?? ""
        let mayTick = mayChange("boardings", boarding.id)
        let steps = boarding.steps.map { step in
            ListedStep(
                id: step.id, text: step.text, why: step.why, due: step.due, done: step.done, isLate: step.isLate,
                who: [
                    step.doer.map { view.link("organisations", $0.id) },
                    step.person.map { view.link("persons", $0.id) },
                ].compactMap { $0 }.joined(separator: " · "))
        }
        let list: HTML =
            steps.isEmpty
            ? "<p class=\"quiet\">\(say("De stappen zien alleen deelnemers.", "Only participants see the steps."))</p>"
            : stepList(
                steps, sendTo: mayTick && boarding.finished == nil ? .boardingSteps(id, party, boarding.id) : nil,
                seen: reader.state.table("boardings")?.version(of: boarding.id))
        return """
            <section class="card" id="boarding-\(boarding.id)"><h2>\(title)</h2><p>\(sentence(boarding))\(host)</p>\(farewellNote(boarding))\
            \(troubles(refused, in: "boarding-\(boarding.id)"))
            <details\(if: boarding.finished == nil || refused.isAbout("boarding-\(boarding.id)"), " open")><summary>\(say("Stappen", "Steps"))</summary>\(list)</details>
            \(mayTick ? finishForm(boarding, party) : "")<p><a href="\(Path.record(id, "boardings", boarding.id))">\(say("Alle gegevens", "All details"))</a></p></section>
            """
    }

    /// Who says goodbye looks first at what must be taken over.
    private func farewellNote(_ boarding: BoardingOverview) -> HTML {
        guard boarding.direction == .offboarding, boarding.finished == nil else { return "" }
        let words = say("Bekijk wat eraan hangt en wie het overneemt.", "See what hangs on it and who takes it over.")
        return "<p><a href=\"#impact\">\(words)</a></p>"
    }

    private func sentence(_ boarding: BoardingOverview) -> String {
        let today = reader.today
        var words = ""
        if let started = boarding.started {
            words = say("Begonnen \(say.day(started, today: today)). ", "Started \(say.day(started, today: today)). ")
        }
        if let finished = boarding.finished {
            return words
                + say("Afgerond \(say.day(finished, today: today)).", "Finished \(say.day(finished, today: today)).")
        }
        guard !boarding.steps.isEmpty else { return words }
        words += say(
            "\(boarding.doneCount) van \(boarding.steps.count) stappen klaar",
            "\(boarding.doneCount) of \(boarding.steps.count) steps done")
        if boarding.lateCount > 0 { words += say(", \(boarding.lateCount) te laat", ", \(boarding.lateCount) late") }
        return words + "."
    }

    private func finishForm(_ boarding: BoardingOverview, _ party: String) -> HTML {
        guard boarding.finished == nil, !boarding.steps.isEmpty, boarding.doneCount == boarding.steps.count else {
            return ""
        }
        return """
            <form method="post" action="\(Path.boardingSteps(id, party, boarding.id))">\(visit.token)
            <p>\(say("Alle stappen zijn klaar.", "All steps are done."))</p>\
            <button class="button" name="finished" value="\("\(reader.today)")">\(say("Rond af", "Finish"))</button></form>
            """
    }

    func stepBoarding() async throws -> Response {
        let party = try visit.part("organisation")
        let record = try visit.part("boarding")
        let form = try await visit.form()
        guard let boarding = reader.record(Boarding.self, record), boarding.organisation.rawValue == party else {
            throw Refusal.notFound(.noSuchRecord(Kind(Boarding.self), record))
        }
        var fields: [String: Value] = [:]
        if form.has("finished") {
            fields["finished"] = .string(form.first("finished").trimmed)
        } else {
            fields["steps"] =
                boarding.steps(ticking: form.first("step"), on: day(form.first("done")), by: helper(of: boarding)).value
        }
        let change = RecordChange("boardings", record, .patch(fields), seen: Int(form.first("seen")))
        let then = Path.organisation(id, party).url + "#boarding-\(record)"
        return try await perform(ChangeRecords([change]), of: "boarding-\(record)", sent: form, then: then) {
            try await showOrganisation(after: $0)
        }
    }

    /// The visitor's own person at the party or its host, who then did the step.
    private func helper(of boarding: Boarding) -> ID<Person>? {
        caller.persons.map { ID<Person>($0) }.first { person in
            guard let organisation = reader.state[Person.self][person]?.organisation else { return false }
            return organisation == boarding.organisation || organisation == boarding.host
        }
    }
}

extension Boarding {
    /// The steps with one of them done on a day, or open again.
    fileprivate func steps(ticking step: String, on day: Day?, by person: ID<Person>?) -> [BoardingStep] {
        var steps = self.steps
        let index = steps.firstIndex { $0.step == step } ?? steps.endIndex
        if index == steps.endIndex {
            var new = BoardingStep()
            new.step = step
            steps.append(new)
        }
        steps[index].done = day
        steps[index].person = day == nil ? nil : person ?? steps[index].person
        return steps.filter { $0.done != nil || $0.due != nil || $0.person != nil }
    }
}
