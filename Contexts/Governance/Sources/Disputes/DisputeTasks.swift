import Ecosystems
import Kernel
import Parties

/// What disputes and risks ask of somebody. Asked of who may see the dispute and of nobody else: it reads what the caller may read.
package enum DisputeTasks {
    /// Ours: reading and answering, a step of the ladder, finding who guides it, looking back, and looking at a risk again.
    package enum Minutes {
        package static let reply = 20
        package static let step = 30
        package static let guide = 5
        package static let back = 5
        package static let risk = 10
    }

    /// From how many days before the end of a term its parties are asked; who guides it is asked from the start (ours).
    package static let stepAhead = 7

    /// How long after closing a party is asked to look back, in days (ours).
    package static let lookingBack = 30

    package static func forCaller(_ reader: Reader) -> [PersonalTask] {
        reader.records(Dispute.self).sorted { $0.id < $1.id }.flatMap { dispute in
            dispute.isOpen ? open(dispute, reader) : closed(dispute, reader)
        } + RiskTasks.forCaller(reader)
    }

    private static func open(_ dispute: Dispute, _ reader: Reader) -> [PersonalTask] {
        let own = dispute.parties.filter { reader.rights.represents.contains($0.rawValue) }
        let due = dispute.current?.due
        func task(_ title: Text, _ why: Text, _ minutes: Int) -> PersonalTask {
            PersonalTask(
                title, why: why, due: due, minutes: minutes, kind: Dispute.naming.plural, record: dispute.id.rawValue)
        }
        let name = dispute.subject
        var tasks = own.filter { $0 != dispute.raisedBy && !dispute.hasReplied($0) }.map { party in
            let who = reader.title(Organisation.naming.plural, party.rawValue)
            return task(
                Text("Geef uw kant van “\(name.dutch)”", "Give your side of “\(name.english)”"),
                Text(
                    "\(who.dutch) is partij en gaf nog geen antwoord.",
                    "\(who.english) is a party and has not answered yet."),
                Minutes.reply)
        }
        let guides = dispute.handler.map { reader.rights.persons.contains($0.rawValue) } ?? false
        if let due, guides || tasks.isEmpty && !own.isEmpty && due <= reader.today + stepAhead {
            let step = reader.library.method(dispute.ladder)?.ladder?.step(dispute.current?.step ?? "")?.name ?? Text()
            tasks.append(
                task(
                    Text("Sluit “\(name.dutch)”, of ga een trede hoger", "Close “\(name.english)”, or go a step up"),
                    Text(
                        "De termijn van deze trede loopt af: \(step.dutch).",
                        "The term of this step ends: \(step.english)."),
                    Minutes.step))
        }
        if dispute.handler == nil, reader.rights.confides, dispute.needsGuide {
            tasks.append(
                task(
                    Text("Zoek een begeleider voor “\(name.dutch)”", "Find a guide for “\(name.english)”"),
                    Text(
                        "U behandelt wat vertrouwelijk is; niemand begeleidt dit nog.",
                        "You handle what is confidential; nobody guides this yet."),
                    Minutes.guide))
        }
        return tasks
    }

    private static func closed(_ dispute: Dispute, _ reader: Reader) -> [PersonalTask] {
        guard let closed = dispute.closed, reader.today <= closed + lookingBack else { return [] }
        let given = Set(dispute.feedback.map(\.organisation))
        return dispute.parties.filter { reader.rights.represents.contains($0.rawValue) && !given.contains($0) }.map {
            _ in
            PersonalTask(
                Text(
                    "Kijk terug op “\(dispute.subject.dutch)”", "Look back on “\(dispute.subject.english)”"),
                why: Text("Het is gesloten; hoe is het gegaan?", "It is closed; how did it go?"),
                due: closed + lookingBack,
                minutes: Minutes.back, kind: Dispute.naming.plural, record: dispute.id.rawValue)
        }
    }
}

extension Dispute {
    package func hasReplied(_ party: ID<Organisation>) -> Bool { replies.contains { $0.organisation == party } }

    /// Above the conversation between parties, or when there is no other party to talk to.
    var needsGuide: Bool { isOpen && (steps.count > 1 || parties.count == 1) }
}

/// What risks ask: an owner of who orchestrates, a new look of who owns one.
enum RiskTasks {
    static func forCaller(_ reader: Reader) -> [PersonalTask] {
        reader.records(Risk.self).filter { $0.closed == nil }.sorted { $0.id < $1.id }.compactMap { risk in
            guard let owner = risk.owner else { return reader.rights.orchestrates ? ownerless(risk) : nil }
            guard reader.rights.represents.contains(owner.rawValue) else { return nil }
            return review(risk, reader) ?? measure(risk)
        }
    }

    private static func task(_ risk: Risk, _ title: Text, _ why: Text, _ field: String, due: Day? = nil) -> PersonalTask
    {
        PersonalTask(
            title, why: why, due: due, minutes: DisputeTasks.Minutes.risk, kind: Risk.naming.plural,
            record: risk.id.rawValue, doing: .change(field))
    }

    private static func ownerless(_ risk: Risk) -> PersonalTask {
        task(
            risk, Text("Zoek een eigenaar voor “\(risk.name.dutch)”", "Find an owner for “\(risk.name.english)”"),
            Text("Een risico zonder eigenaar blijft liggen.", "A risk without an owner is left lying."), "owner")
    }

    private static func review(_ risk: Risk, _ reader: Reader) -> PersonalTask? {
        guard let day = risk.review, day <= reader.today + GovernanceTasks.ahead else { return nil }
        return task(
            risk, Text("Kijk opnieuw naar “\(risk.name.dutch)”", "Look again at “\(risk.name.english)”"),
            Text("Uw organisatie is eigenaar van dit risico.", "Your organisation owns this risk."), "review", due: day)
    }

    private static func measure(_ risk: Risk) -> PersonalTask? {
        guard risk.measure.isEmpty, (risk.weight ?? 0) >= DisputeParts.heavy else { return nil }
        return task(
            risk,
            Text("Kies een maatregel tegen “\(risk.name.dutch)”", "Choose a measure against “\(risk.name.english)”"),
            Text("Het weegt zwaar, en uw organisatie is eigenaar.", "It is heavy, and your organisation owns it."),
            "measure")
    }
}
