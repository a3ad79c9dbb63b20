import Counting
import Ecosystems
import Kernel

/// A ballot as the file that docs/ballots describes: all that decides about its outcome, in bytes that anyone can count again.
package struct BallotEvidence: Sendable {
    let ballot: Ballot
    let proposal: Proposal
    let votes: [Vote]
    let proxies: [Proxy]
    /// The seed of a lot; nil while it is not known.
    var seed: LotSeed?

    /// - Parameter votes: those of this ballot, in any order.
    init(_ ballot: Ballot, _ proposal: Proposal, votes: [Vote] = [], proxies: [Proxy] = [], seed: LotSeed? = nil) {
        self.ballot = ballot
        self.proposal = proposal
        self.votes = votes.sorted { $0.seat < $1.seat }
        self.proxies = proxies.sorted { $0.from < $1.from }
        self.seed = seed
    }

    /// With what the ecosystem holds of a ballot; nil when it holds no such ballot or proposal.
    package init?(_ id: ID<Ballot>, in state: EcosystemState, seed: LotSeed? = nil) {
        guard let ballot = state[Ballot.self][id], let proposal = state[Proposal.self][ballot.proposal] else {
            return nil
        }
        let day = ballot.closed ?? ballot.closes ?? ballot.opens
        let proxies = ballot.follows ? state.proxies(for: ballot, on: day) : []
        self.init(ballot, proposal, votes: state.votes(in: id), proxies: proxies, seed: seed ?? ballot.givenSeed)
    }

    /// The canonical JSON of the file.
    package var json: String { CanonicalJSON.string(value) }

    package var value: Value {
        var file: [String: Value] = [
            "title": proposal.name.both,
            "note": .string("\(ballot.id), \(ballot.body), text \(ballot.number)"), "rule": .map(rule),
            "seats": .list(seats), "ballots": .list(ballots),
        ]
        if !proposal.options.isEmpty { file["options"] = .list(proposal.options.map(\.told)) }
        let delegations = proxies.filter { isSeated($0.from) && isSeated($0.to) }
        if !delegations.isEmpty {
            file["delegations"] = .list(delegations.map { ["from": $0.from.value, "to": $0.to.value] })
        }
        return .map(file)
    }

    private func isSeated(_ seat: ID<Seat>) -> Bool { ballot[seat]?.votes == true }

    /// The rule as it was fixed, with the seed of its lot.
    private var rule: [String: Value] {
        var rule = ballot.ruleEntries
        if let seed, ballot.usesLot { rule["lot"] = seed.told }
        return rule
    }

    private var seats: [Value] {
        guard ballot.secrecy == .secret else { return ballot.seats.map(\.told) }
        // Papers have no seat: every class gets as many nameless seats as it has.
        return SecretClass.all(of: ballot).flatMap { group in
            (1...group.seats).map { number in
                var seat: [String: Value] = ["id": .string(group.seat(number)), "weight": .whole(group.weight)]
                if !group.group.isEmpty { seat["group"] = .string(group.group) }
                return .map(seat)
            }
        }
    }

    private var ballots: [Value] {
        guard ballot.secrecy == .secret else {
            return votes.flatMap { vote in
                vote.papers.map { paper in
                    .map(paper.told(ballot.method).merging(vote.told) { $1 }.merging(["seat": vote.seat.value]) { $1 })
                }
            }
        }
        return SecretClass.all(of: ballot).flatMap { group in
            ballot.papers.filter { group.holds($0) }.enumerated().map { position, published in
                .map(
                    published.paper.told(ballot.method).merging([
                        "seat": .string(group.seat(position + 1)), "id": .string(published.code),
                    ]) { $1 })
            }
        }
    }
}

/// Where the seed of a lot was found: the root of the log at a size.
package struct LotSeed: Sendable, Hashable {
    package let size: Int
    /// Of the Merkle tree over the first `size` entries, base64, as a checkpoint writes it.
    package let root: String

    package init(size: Int, root: String) {
        self.size = size
        self.root = root
    }

    init(_ root: Ecosystem.LogRoot) { self.init(size: root.size, root: root.root) }

    var told: Value {
        [
            "seed": .string(root),
            "source": [
                "nl": .string("Wortel van het logboek met \(size) regels."),
                "en": .string("Root of the log with \(size) entries."),
            ],
        ]
    }
}

extension Ballot {
    /// The rule's keys; none when what was recorded is no JSON object, which its guard refuses.
    package var ruleEntries: [String: Value] {
        do throws(Problem) { return try JSONReader.read(Array(rule.utf8)).map ?? [:] } catch { return [:] }
    }

    package var method: String { ruleEntries["method"]?.string ?? "" }
    package var usesLot: Bool { ruleEntries["tie"]?.string == "lot" }
    package var isChangeable: Bool { ruleEntries["changeable"] == .flag(true) }
    package var mostProxies: Int? { ruleEntries["proxies"]?["most"].whole }

    /// The seed that was known when the ballot opened.
    var givenSeed: LotSeed? {
        guard seed == .given, let seedSize else { return nil }
        return LotSeed(size: seedSize, root: seedRoot)
    }
}
