import Ecosystems
import Kernel
import MethodLibrary

/// Watches norms: from those in force, the state and a day to how each bearer stands. Pure.
///
/// Only evidence up to and including the day counts, so that any day can be asked for.
package enum NormWatch {
    /// Ours: something is at risk when less than one in so many of its time, or of what a limit leaves, remains.
    package static let risk = 4
    /// Ours: a first calendar period counts when at least one in so many of its days remained when the bearer was bound;
    /// otherwise the norm begins with the next period, in which there is a fair chance to keep it.
    package static let fairShare = 2

    /// By agreement and norm, then by bearer, the worst first.
    package static func statuses(of norms: NormsInForce, in situation: Situation) -> [NormStatus] {
        let watched = norms.entries.filter(\.norm.isWatched)
        let base = EvidenceBase(situation.state, for: watched.map(\.norm))
        let telling = NormTelling(situation)
        var result: [NormStatus] = []
        result.reserveCapacity(watched.count * 2)
        var start = 0
        while start < watched.count {
            // The same norm in later versions of one agreement is told together.
            let end = watched[start...].firstIndex { $0.norm.agreement != watched[start].norm.agreement }
            let agreement = watched[start..<(end ?? watched.count)]
            start = end ?? watched.count
            let order = agreement.reversed().reduce(into: (ids: [String](), seen: Set<String>())) {
                if $0.seen.insert($1.norm.id).inserted { $0.ids.append($1.norm.id) }
            }
            let byNorm = Dictionary(grouping: agreement, by: \.norm.id)
            for id in order.ids.reversed() {
                let entries = byNorm[id] ?? []
                let begin = result.count
                for entry in entries {
                    NormJudge(entry, base: base, day: norms.day, telling: telling).add(to: &result)
                }
                if entries.count > 1 { result[begin...].sort { $0.comes(before: $1) } }
            }
        }
        return result
    }
}

extension NormStatus {
    /// By bearer, the worst first, then what is due first.
    func comes(before other: NormStatus) -> Bool {
        if bearer != other.bearer { return bearer < other.bearer }
        if state != other.state { return state < other.state }
        let (early, late) = (due?.number ?? .max, other.due?.number ?? .max)
        return early == late ? grounds.occasion < other.grounds.occasion : early < late
    }
}
