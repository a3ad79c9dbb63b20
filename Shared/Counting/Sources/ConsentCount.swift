import Kernel

/// Consent: adopted unless somebody has an argued objection that is still open.
struct ConsentCount {
    private let count: Count

    init(_ count: Count) { self.count = count }

    func decide(_ outcome: inout Outcome) {
        ProposalCount(count).counts(&outcome)
        let objections = Objections(count)
        objections.tell(&outcome)
        if !objections.blocking.isEmpty {
            let words = objections.seats(objections.blocking)
            return outcome.end(
                .rejected,
                Text(
                    "Een open bezwaar met argument houdt het tegen (\(words)): niet aangenomen.",
                    "An open, argued objection blocks it (\(words)): not adopted."))
        }
        guard count.tally.yes > 0 || !objections.settled.isEmpty else {
            return outcome.end(
                .rejected, Text("Niemand gaf consent: niet aangenomen.", "Nobody consented: not adopted."))
        }
        outcome.winners = count.proposal
        outcome.end(
            .adopted, Text("Geen open bezwaar met argument: aangenomen.", "No open, argued objection: adopted."))
    }
}

/// Consensus: adopted when nobody is against; who abstains stands aside.
struct ConsensusCount {
    private let count: Count

    init(_ count: Count) { self.count = count }

    func decide(_ outcome: inout Outcome) {
        ProposalCount(count).counts(&outcome)
        let objections = Objections(count)
        objections.tell(&outcome)
        let against = objections.against
        guard against.isEmpty else {
            let words = objections.seats(against)
            return outcome.end(
                .rejected,
                Text("Er is iemand tegen (\(words)): geen consensus.", "Somebody is against (\(words)): no consensus."))
        }
        let aside = count.tally.abstain + count.tally.no
        let taking = count.tally.yes + aside
        outcome.tell(
            "standAsides", ["weight": count.value(aside), "of": count.value(taking)],
            Text(
                "Opzij gaan staan: \(count.words(aside)) van \(count.words(taking)).",
                "Stand aside: \(count.words(aside)) of \(count.words(taking))."))
        guard count.tally.yes > 0 else {
            return outcome.end(.rejected, Text("Niemand is voor: niet aangenomen.", "Nobody is for it: not adopted."))
        }
        if let most = count.file.rule.standAsides, most.compare(aside, of: taking) > 0 {
            return outcome.end(
                .rejected,
                Text(
                    "Meer dan \(most) gaat opzij staan: geen consensus.", "More than \(most) stand aside: no consensus."
                ))
        }
        outcome.winners = count.proposal
        outcome.end(.adopted, Text("Niemand is tegen: aangenomen.", "Nobody is against: adopted."))
    }
}

/// The votes against, with their arguments and what became of them.
struct Objections {
    private let count: Count
    private let all: [(seat: Int, objection: Objection, isUnargued: Bool)]

    init(_ count: Count) {
        self.count = count
        let box = count.file.box
        all = count.votes.ballots.enumerated().compactMap { index, ballot in
            guard box.marks[Int(ballot)] == .no else { return nil }
            let objection = box.objections[Int(ballot)] ?? Objection(reason: Text(), state: .open)
            return (Int(count.votes.seats[index]), objection, objection.reason.isEmpty)
        }
        .sorted { count.file.body.ids[$0.seat] < count.file.body.ids[$1.seat] }
    }

    /// Argued and open.
    var blocking: [Int] { all.filter { $0.objection.state == .open && !$0.isUnargued }.map(\.seat) }
    /// Resolved, recorded or withdrawn.
    var settled: [Int] { all.filter { $0.objection.state != .open }.map(\.seat) }
    /// Still against, argued or not.
    var against: [Int] { all.filter { $0.objection.state == .open || $0.objection.state == .recorded }.map(\.seat) }

    func seats(_ seats: [Int]) -> String {
        seats.prefix(5).map { count.file.body.ids[$0] }.joined(separator: ", ") + (seats.count > 5 ? ", …" : "")
    }

    func tell(_ outcome: inout Outcome) {
        guard !all.isEmpty else {
            return outcome.tell("objections", ["count": 0], Text("Er zijn geen bezwaren.", "There are no objections."))
        }
        outcome.details["objections"] = .list(
            all.map { seat, objection, isUnargued in
                [
                    "seat": .string(count.file.body.ids[seat]), "state": .string(objection.state.rawValue),
                    "argued": .flag(!isUnargued),
                    "reason": ["nl": .string(objection.reason.dutch), "en": .string(objection.reason.english)],
                ]
            })
        let unargued = all.count { $0.isUnargued && $0.objection.state == .open }
        let states = Objection.State.allCases.map { state in all.count { $0.objection.state == state } }
        outcome.tell(
            "objections",
            [
                "count": .whole(all.count), "open": .whole(states[0]), "resolved": .whole(states[1]),
                "recorded": .whole(states[2]), "withdrawn": .whole(states[3]), "unargued": .whole(unargued),
            ],
            Text(
                "Bezwaren: \(all.count), waarvan open \(states[0]) (zonder argument \(unargued)), opgelost \(states[1]), vastgelegd \(states[2]), ingetrokken \(states[3]).",
                "Objections: \(all.count), of which open \(states[0]) (without argument \(unargued)), resolved \(states[1]), recorded \(states[2]), withdrawn \(states[3])."
            ))
    }
}
