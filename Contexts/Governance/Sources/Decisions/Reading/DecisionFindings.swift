import Ecosystems
import Kernel

/// What deserves attention on the way to a decision and after it.
enum DecisionFindings {
    static let rule = FindingRule { situation in
        situation.state[Ballot.self].sorted.compactMap { waiting($0, in: situation) }
            + situation.state[Vote.self].sorted.compactMap { objection($0, in: situation) }
            + situation.state[Decision.self].sorted.compactMap { undone($0, in: situation) }
    }

    static let words: [String: FindingWords] = [
        "ballot.to-close": FindingWords(
            Text("Stemmingen wachten op sluiting en telling", "Ballots wait to be closed and counted"),
            action: Text("Sluit en tel", "Close and count"), .look),
        "objection.open": FindingWords(
            Text("Bezwaren zijn nog open", "Objections are still open"),
            action: Text("Bespreek het bezwaar", "Discuss the objection"), .look),
        "decision.not-carried-out": FindingWords(
            Text("Besluiten zijn nog niet uitgevoerd", "Decisions have not been carried out"),
            action: Text("Voer het besluit uit", "Carry out the decision"), .look),
        "decision.not-ratified": FindingWords(
            Text("Noodbesluiten zijn nog niet bekrachtigd", "Emergency decisions are not ratified yet"),
            action: Text("Laat het orgaan bekrachtigen", "Have the body ratify it"), .look),
    ]

    private static func waiting(_ ballot: Ballot, in situation: Situation) -> Finding? {
        let isOver = ballot.state == .closed || ballot.state == .open && !ballot.isOpen(on: situation.today)
        guard isOver else { return nil }
        let name = situation.state[Proposal.self][ballot.proposal]?.name ?? Text()
        return Finding(
            "ballot.to-close", .warning,
            Text(
                "De stemming over “\(name.dutch)” is voorbij en nog niet geteld.",
                "The ballot on “\(name.english)” is over and not counted yet."),
            why: Text(
                "Wie stemde, wacht op de uitslag.", "Who voted waits for the outcome."),
            kind: Ballot.naming.plural, record: ballot.id.rawValue, due: ballot.closes)
    }

    private static func objection(_ vote: Vote, in situation: Situation) -> Finding? {
        guard vote.objection == .open, let ballot = situation.state[Ballot.self][vote.ballot],
            ballot.state == .open || ballot.state == .closed
        else { return nil }
        let seat = ballot[vote.seat]?.name ?? Text(same: "\(vote.seat)")
        return Finding(
            "objection.open", .warning,
            Text(
                "\(seat.dutch) heeft een bezwaar dat nog open is.",
                "\(seat.english) has an objection that is still open."),
            why: Text(
                "Een bezwaar met een argument wordt opgelost of vastgelegd voordat er wordt geteld.",
                "An argued objection is resolved or recorded before the count."),
            kind: Ballot.naming.plural, record: ballot.id.rawValue, due: ballot.closes)
    }

    private static func undone(_ decision: Decision, in situation: Situation) -> Finding? {
        guard decision.stands, decision.isPositive else { return nil }
        let name = situation.state[Proposal.self][decision.proposal]?.name ?? Text()
        if decision.urgent, decision.ratification == nil {
            return Finding(
                "decision.not-ratified", .warning,
                Text(
                    "Het noodbesluit “\(name.dutch)” is niet bekrachtigd.",
                    "The emergency decision “\(name.english)” is not ratified."),
                why: Text(
                    "Wat in nood werd besloten, legt het orgaan achteraf vast.",
                    "What was decided in an emergency is confirmed by the body afterwards."),
                kind: Matter.naming.plural, record: decision.matter.rawValue, due: decision.on)
        }
        guard !decision.effects.isEmpty, decision.carriedOut == nil else { return nil }
        return Finding(
            "decision.not-carried-out", .notice,
            Text(
                "Het besluit “\(name.dutch)” is nog niet uitgevoerd.",
                "The decision “\(name.english)” has not been carried out."),
            why: Text("Besloten is nog niet gedaan.", "Decided is not done yet."),
            kind: Matter.naming.plural, record: decision.matter.rawValue, due: decision.on)
    }
}
