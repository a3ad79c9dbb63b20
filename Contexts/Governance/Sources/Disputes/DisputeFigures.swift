import Ecosystems
import Kernel

/// Numbers of disputes and how long they took, without anything of what they are about or whose they are: for who monitors.
package struct DisputeFigures: Sendable, Hashable {
    package let open: Int
    /// Open and past the term of their step.
    package let late: Int
    package let closed: Int
    /// How many of each sort, open and closed.
    package let sorts: [Dispute.Sort: Int]
    package let outcomes: [Dispute.Outcome: Int]
    /// Days from raising to closing, of what is closed; sorted.
    package let leadTimes: [Int]
    /// The mean of all marks that parties gave, from 1 to 5; nil while there are none.
    package let meanMark: Double?

    /// - Parameter since: only what was raised on this day or later.
    package init(_ state: EcosystemState, on day: Day, since: Day? = nil) {
        let known = state[Dispute.self].records.filter { dispute in
            guard let raised = dispute.raised, raised <= day else { return false }
            return since.map { raised >= $0 } ?? true
        }
        let closed = known.filter { $0.closed.map { $0 <= day } ?? false }
        self.closed = closed.count
        open = known.count - closed.count
        late = known.count { $0.isLate(on: day) }
        sorts = known.reduce(into: [:]) { $0[$1.sort, default: 0] += 1 }
        outcomes = closed.reduce(into: [:]) { counts, dispute in
            if let outcome = dispute.outcome { counts[outcome, default: 0] += 1 }
        }
        leadTimes = closed.compactMap(\.leadTime).sorted()
        let marks = closed.flatMap { $0.feedback.map(\.mark) }
        meanMark = marks.isEmpty ? nil : Double(marks.reduce(0, +)) / Double(marks.count)
    }

    package var total: Int { open + closed }

    /// The lead time that half of the closed ones stayed within; nil while none is closed.
    package var medianLeadTime: Int? { leadTimes.lowerMedian }
    package var longestLeadTime: Int? { leadTimes.last }
}

extension [Int] {
    /// Of numbers in order: the one that half of them stay within; nil of none.
    var lowerMedian: Int? { isEmpty ? nil : self[(count - 1) / 2] }
}

extension Reader {
    /// Whether the caller may see numbers of disputes: who takes part, orchestrates or administers, and who keeps confidences.
    package var readsDisputeFigures: Bool { rights.participates || rights.seesEverything || rights.confides }
}
