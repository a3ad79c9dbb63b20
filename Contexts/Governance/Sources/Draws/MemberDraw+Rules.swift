import Ecosystems
import Kernel

extension MemberDraw {
    /// Every candidate is there once and in a group of which some are drawn, every group can fill its places, and who was drawn follows from
    /// the seed: whoever reads a draw, through whatever door, gets it recomputed.
    package func problems() -> [Problem] {
        var problems = candidateProblems + quotaProblems
        if let order {
            if drawn != order.drawn || drawnOn == nil || seedSize == nil { problems.append(.otherDraw) }
        } else if !drawn.isEmpty {
            problems.append(.drawnEarly)
        }
        if withdrawn != nil, withdrawnWhy.isEmpty { problems.append(.reasonNeeded("withdrawnWhy")) }
        return problems
    }

    private var candidateProblems: [Problem] {
        var seen: Set<String> = []
        let groups = Set(quotas.map(\.group))
        return candidates.enumerated().compactMap { position, candidate in
            let path = ["candidates", String(position)]
            if candidate.key.allSatisfy(\.isWhitespace) || !candidate.key.allSatisfy(\.isPlain) {
                return .noCandidate(path)
            }
            if !seen.insert(candidate.key).inserted { return .candidateTwice(candidate.key, path) }
            return groups.contains(candidate.group) ? nil : .strangeGroup(candidate, path)
        }
    }

    private var quotaProblems: [Problem] {
        let sizes = Dictionary(grouping: candidates, by: \.group).mapValues(\.count)
        var seen: Set<String> = []
        return quotas.enumerated().compactMap { position, quota in
            let path = ["quotas", String(position)]
            if !seen.insert(quota.group).inserted { return .groupTwice(quota.group, path) }
            let there = sizes[quota.group] ?? 0
            return there < quota.seats ? .tooFewCandidates(quota, there, path) : nil
        }
    }

    /// The list is fixed with the announcement: after it a draw is held or withdrawn, once.
    static let guardian = ChangeGuard(MemberDraw.self) { old, new, _ in
        guard let old else { return [] }
        var same = new
        (same.seedSize, same.seedRoot, same.drawn, same.drawnOn) = (
            old.seedSize, old.seedRoot, old.drawn, old.drawnOn
        )
        (same.withdrawn, same.withdrawnWhy) = (old.withdrawn, old.withdrawnWhy)
        return same == old && (old.isOpen || new == old) ? [] : [.drawFixed]
    }
}

extension Character {
    /// May stand in a line that somebody copies to recompute a draw.
    fileprivate var isPlain: Bool { isLetter || isNumber || " .-_".contains(self) }
}

extension Problem {
    private static func draw(_ rule: String, _ path: [String], _ what: Text, _ mend: Text) -> Problem {
        Problem("draw.\(rule)", at: path, what, mend: mend)
    }

    fileprivate static func noCandidate(_ path: [String]) -> Problem {
        draw(
            "candidate", path + ["key"],
            Text("Dit is geen nummer of woord.", "This is no number or word."),
            Text(
                "Gebruik letters, cijfers, spaties, punten en streepjes.",
                "Use letters, digits, spaces, dots and hyphens."))
    }

    fileprivate static func candidateTwice(_ key: String, _ path: [String]) -> Problem {
        draw(
            "candidate-twice", path + ["key"],
            Text("“\(key.inShort)” staat er twee keer.", "“\(key.inShort)” is there twice."),
            Text("Ieder loot één keer mee.", "Everyone is in the draw once."))
    }

    fileprivate static func strangeGroup(_ candidate: DrawCandidate, _ path: [String]) -> Problem {
        let (key, group) = (candidate.key.inShort, candidate.group.inShort)
        return draw(
            "group", path + ["group"],
            Text(
                "Uit de groep “\(group)” van “\(key)” wordt niemand geloot.",
                "Nobody is drawn from the group “\(group)” of “\(key)”."),
            Text(
                "Geef die groep plaatsen, of haal de kandidaat weg.",
                "Give that group places, or take the candidate out."))
    }

    fileprivate static func groupTwice(_ group: String, _ path: [String]) -> Problem {
        draw(
            "group-twice", path + ["group"],
            Text("De groep “\(group.inShort)” staat er twee keer.", "The group “\(group.inShort)” is there twice."),
            Text("Noem elke groep één keer.", "Name each group once."))
    }

    fileprivate static func tooFewCandidates(_ quota: DrawQuota, _ there: Int, _ path: [String]) -> Problem {
        let name = quota.group.isEmpty ? Text() : Text(" in “\(quota.group.inShort)”", " in “\(quota.group.inShort)”")
        return draw(
            "too-few", path + ["seats"],
            Text(
                "Voor \(quota.seats) plaatsen\(name.nl) zijn er \(there) kandidaten.",
                "For \(quota.seats) places\(name.en) there are \(there) candidates."),
            Text("Zoek meer kandidaten, of loot er minder.", "Find more candidates, or draw fewer."))
    }

    fileprivate static let otherDraw = draw(
        "recomputed", ["drawn"],
        Text("Uit dit zaad volgen andere leden.", "Other members follow from this seed."),
        Text("Neem de loting over zoals zij is geëxporteerd.", "Take the draw over as it was exported."))

    fileprivate static let drawnEarly = draw(
        "early", ["drawn"], Text("Er is geloot zonder zaad.", "There was a draw without a seed."),
        Text("Leg de lijst vast en laat Stelsel loten.", "Fix the list and let Stelsel draw."))

    fileprivate static let drawFixed = draw(
        "fixed", [], Text("De lijst van deze loting staat vast.", "The list of this draw is fixed."),
        Text("Trek haar in met een reden, en begin een nieuwe.", "Withdraw it with a reason, and begin a new one."))

    static let drawSettled = draw(
        "settled", [], Text("Deze loting is al gehouden of ingetrokken.", "This draw was held or withdrawn already."),
        Text("Begin een nieuwe.", "Begin a new one."))

    package static func noSuchDraw(_ id: String) -> Problem { noSuch(Text("loting", "draw"), id, "draw.unknown") }
}
