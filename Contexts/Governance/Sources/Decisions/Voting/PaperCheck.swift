import Counting
import Ecosystems
import Kernel

/// Whether a vote fits its ballot, judged by the counting itself on a file with this vote alone: an unknown option, more weight than is held,
/// a choice that the method does not know.
struct PaperCheck {
    let ballot: Ballot
    let proposal: Proposal

    /// Parts of a rule that say nothing about one vote, and may be impossible with one seat.
    private static let ofTheWhole = [
        "quorum", "majorities", "tie", "chair", "lot", "statusQuo", "proxies", "standAsides", "base", "threshold",
        "reached", "places",
    ]

    /// Everything that is wrong with a vote, with the path in the vote.
    func problems(_ vote: Vote) -> [Problem] {
        guard let seat = ballot[vote.seat] else { return [.noSeat(vote.seat)] }
        guard seat.votes else { return [.observerVotes(vote.seat)] }
        if vote.papers.isEmpty { return [.emptyVote] }
        if vote.papers.count > 1, vote.papers.contains(where: { $0.weight.isEmpty }) { return [.partsNeedWeight] }
        let file = vote.papers.map { paper in paper.told(ballot.method).merging(["seat": "zetel"]) { $1 } }
        return problems(file.map(Value.map), weight: seat.weight)
    }

    /// The same for a paper of a secret ballot.
    func problems(_ paper: BallotPaper, weight: Int) -> [Problem] {
        if !paper.weight.isEmpty { return [.secretInParts] }
        return problems([.map(paper.told(ballot.method).merging(["seat": "zetel"]) { $1 })], weight: weight)
    }

    private func problems(_ ballots: [Value], weight: Int) -> [Problem] {
        var rule = ballot.ruleEntries.filter { !Self.ofTheWhole.contains($0.key) }
        if ballot.method == "doubleMajority" { rule["method"] = "majority" }
        if ballot.method == "qualified" { rule["threshold"] = "2/3" }
        if let places = ballot.ruleEntries["places"] { rule["places"] = places }
        var file: [String: Value] = [
            "rule": .map(rule), "seats": [["id": "zetel", "weight": .whole(weight)]], "ballots": .list(ballots),
        ]
        if !proposal.options.isEmpty {
            file["options"] = .list(proposal.options.map { .string($0.key) })
        }
        do throws(Refusal) {
            _ = try Count(try BallotFile.read(.map(file)))
            return []
        } catch {
            return error.problems.map { problem in
                var problem = problem
                if problem.path.first == "ballots" { problem.path[0] = "papers" }
                return problem
            }
        }
    }
}

extension Ballot {
    /// Everything that is wrong with a ballot that opens like this: a rule that can never pass, a quorum larger than the body, seats that
    /// contradict each other. A lot that waits for its seed is counted with any.
    func openingProblems(_ proposal: Proposal) -> [Problem] {
        let waiting = usesLot && givenSeed == nil ? LotSeed(size: 0, root: "-") : nil
        let evidence = BallotEvidence(self, proposal, seed: waiting ?? givenSeed)
        do throws(Refusal) {
            _ = try Count(try BallotFile.read(evidence.value))
            return secrecy == .secret ? SecretClass.problems(of: self) : []
        } catch { return error.problems }
    }
}
