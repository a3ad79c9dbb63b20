import Ecosystems
import Governance
import Hummingbird
import Kernel

/// What the forms on the page of a matter do.
extension EcosystemVisit {
    func propose() async throws -> Response {
        let matter = try visit.part("matter")
        let form = try await visit.form()
        var proposal = Proposal()
        proposal.matter = ID(matter)
        proposal.name = typed(form.first("name"))
        proposal.text = typed(form.first("text"))
        proposal.by = form.first("by").isEmpty ? nil : ID(form.first("by"))
        proposal.asksReasons = form.has("reasons")
        proposal.options = lines(form.first("options")).map(option)
        do throws(Refusal) { proposal.effects = try effects(in: form) } catch {
            return try await showMatter(
                matter, after: RefusedForm(name: "propose", sent: form, problems: error.problems))
        }
        return try await actOnMatter(Propose(proposal), on: matter, "propose", form, .proposalMade)
    }

    func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// “Naam: betekenis”; its key follows from the name.
    func option(_ line: String) -> ProposalOption {
        let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
        var option = ProposalOption()
        option.key = String(Identifier.suggested(for: parts.first ?? "").prefix(60))
        option.name = typed(parts.first ?? "")
        option.meaning = typed(parts.count > 1 ? parts[1] : "")
        return option
    }

    func revise() async throws -> Response {
        let (proposal, matter) = try proposalAndMatter()
        let form = try await visit.form()
        let objection = form.first("objection")
        var command = ReviseProposal(
            proposal, text: typed(form.first("text")), reason: typed(form.first("reason")),
            objection: objection.isEmpty ? nil : ID(objection))
        // A form without effects says nothing of them; one that shows them has the last word.
        if form.has("home") {
            do throws(Refusal) { command.effects = try effects(in: form) } catch {
                return try await showMatter(
                    matter, after: RefusedForm(name: "revise-\(proposal)", sent: form, problems: error.problems))
            }
        }
        return try await actOnMatter(command, on: matter, "revise-\(proposal)", form, .saved)
    }

    func advise() async throws -> Response {
        let (proposal, matter) = try proposalAndMatter()
        let form = try await visit.form()
        var advice = Advice(id: freeID("\(proposal)-\(form.first("organisation"))", in: "advices"))
        advice.proposal = ID(proposal)
        advice.number = reader.record(Proposal.self, proposal)?.number
        advice.organisation = ID(form.first("organisation"))
        advice.stance = Advice.Stance(rawValue: form.first("stance")) ?? .none
        advice.reasons = typed(form.first("reasons"))
        advice.on = reader.today
        let command = ChangeRecords([RecordChange("advices", advice.id.rawValue, .add(advice.values))])
        return try await actOnMatter(command, on: matter, "advise-\(proposal)", form, .saved)
    }

    func sound() async throws -> Response {
        let (proposal, matter) = try proposalAndMatter()
        let form = try await visit.form()
        var sounding = Sounding(id: freeID("\(proposal)-\(form.first("organisation"))", in: "soundings"))
        sounding.proposal = ID(proposal)
        sounding.number = reader.record(Proposal.self, proposal)?.number
        sounding.organisation = ID(form.first("organisation"))
        sounding.warmth = Sounding.Warmth(rawValue: form.first("warmth")) ?? .doubt
        sounding.remark = typed(form.first("remark"))
        sounding.on = reader.today
        let command = ChangeRecords([RecordChange("soundings", sounding.id.rawValue, .add(sounding.values))])
        return try await actOnMatter(command, on: matter, "sound-\(proposal)", form, .saved)
    }

    func decideUrgently() async throws -> Response {
        let (proposal, matter) = try proposalAndMatter()
        let form = try await visit.form()
        let command = DecideUrgently(proposal, reason: typed(form.first("reason")))
        return try await actOnMatter(command, on: matter, "urgent-\(proposal)", form, .decided)
    }

    func openBallot() async throws -> Response {
        let (proposal, matter) = try proposalAndMatter()
        let form = try await visit.form()
        var command = OpenBallot(proposal)
        command.rule = rule(form)
        command.secrecy = Ballot.Secrecy(rawValue: form.first("secrecy")) ?? .named
        command.closes = day(form.first("closes"))
        command.follows = form.has("follows")
        let present = form.all("present")
        command.present = present.isEmpty ? nil : Set(present.map { ID($0) })
        return try await actOnMatter(command, on: matter, "open-\(proposal)", form, .ballotOpened)
    }

    /// What the form says of the rule, as docs/ballots writes one.
    private func rule(_ form: Form) -> [String: Value] {
        var rule: [String: Value] = ["method": .string(form.first("method"))]
        for key in ["threshold", "tie", "abstentions"] where !form.first(key).trimmed.isEmpty {
            rule[key] = .string(form.first(key).trimmed)
        }
        if !form.first("quorum").trimmed.isEmpty {
            rule["quorum"] = [
                "of": .string(form.first("quorumOf")), "fraction": .string(form.first("quorum").trimmed),
                "counts": form.has("quorumPresent") ? "present" : "voted",
            ]
        }
        if form.has("changeable") { rule["changeable"] = true }
        let most = form.first("proxies").trimmed
        if !most.isEmpty { rule["proxies"] = ["most": Int(most).map(Value.whole) ?? .string(most)] }
        return rule
    }

    func actOnMatter(_ command: any Command, on matter: String, _ name: String, _ form: Form, _ done: Done) async throws
        -> Response
    {
        try await perform(command, of: name, sent: form, then: Path.matter(id, matter).url, done: done) {
            try await showMatter(matter, after: $0)
        }
    }

    private func proposalAndMatter() throws -> (proposal: String, matter: String) {
        let proposal = try visit.part("proposal")
        guard let found = reader.record(Proposal.self, proposal) else { throw Refusal.notFound(.noMatter(proposal)) }
        return (proposal, found.matter.rawValue)
    }
}
