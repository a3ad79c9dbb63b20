import Ecosystems

/// A remark and its reply.
package struct RemarkLine: Sendable, Hashable {
    package let remark: Remark
    package let reply: Reply?
    /// The number of the version that it is about.
    package let version: Int

    /// An objection that was not met: it stays visible in the result.
    package var isMinority: Bool { remark.sort == .objection && reply?.outcome != .adopted }

    static func all(_ rounds: [Round], in standing: AgreementStanding, _ reader: Reader) -> [RemarkLine] {
        let versions = Dictionary(rounds.map { ($0.id, $0.version) }, uniquingKeysWith: { first, _ in first })
        guard !versions.isEmpty else { return [] }
        // The answer is for whoever may see what it answers.
        let replies = Dictionary(
            reader.state[Reply.self].sorted.map { ($0.remark, $0) }, uniquingKeysWith: { first, _ in first })
        return reader.records(Remark.self).filter { versions[$0.round] != nil }
            .sorted { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
            .map { remark in
                let number = versions[remark.round].flatMap { standing.facts.fixed($0)?.version.number }
                return RemarkLine(remark: remark, reply: replies[remark.id], version: number ?? 0)
            }
    }

    /// Objections to earlier versions that were not met, as long as the party has said nothing new about the clause.
    /// - Parameter number: the version that is shown; nil: the draft, after all of them.
    static func minority(
        before number: Int?, in standing: AgreementStanding, since lines: [RemarkLine], _ reader: Reader
    ) -> [RemarkLine] {
        let rounds = standing.facts.rounds.filter { round in
            let about = standing.facts.fixed(round.version)?.version.number ?? 0
            return number.map { about < $0 } ?? true
        }
        let all = all(rounds, in: standing, reader)
        return all.enumerated().filter { index, line in
            line.isMinority
                && !(all[(index + 1)...] + lines).contains {
                    $0.remark.party == line.remark.party && $0.remark.clause == line.remark.clause
                }
        }.map(\.element)
    }
}
