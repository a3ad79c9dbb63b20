import Ecosystems
import Kernel
import MethodLibrary

/// How one bearer stands to one norm: for one period, one time that it was called for, or as a whole.
package struct NormStatus: Sendable {
    package enum State: String, ChoiceValue, Comparable {
        case breached
        case atRisk = "at-risk"
        case due
        case unchecked = "not-yet-checkable"
        case kept

        package var label: Text {
            switch self {
            case .breached: Text("niet nagekomen", "breached")
            case .atRisk: Text("in gevaar", "at risk")
            case .due: Text("moet nog", "due")
            case .unchecked: Text("nog niet te volgen", "not yet checkable")
            case .kept: Text("nagekomen", "kept")
            }
        }

        /// The worst first.
        package static func < (left: State, right: State) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    package let norm: WatchedNorm
    package let bearer: NormBearer
    package let state: State
    /// The day by which it must be or had to be done; the day on which it went wrong, for what is forbidden.
    package let due: Day?
    package let grounds: NormGrounds
    /// The day on which it was looked at.
    package let day: Day
    let shown: ArraySlice<EvidenceItem>
    let table: EvidenceRows?
    let telling: NormTelling

    /// The records that count, the last twenty at most; the first first.
    package var evidence: [EvidenceLink] {
        guard let table else { return [] }
        return shown.suffix(20).map { EvidenceLink(kind: table.kind, id: table.ids[Int($0.row)]) }
    }

    /// How many records count.
    package var evidenceCount: Int { shown.count }

    /// What happens when it is not kept, in the words of the agreement.
    package var consequence: Text { norm.rule.consequence }

    /// Stable as long as norm, bearer and occasion are the same.
    package var key: String {
        "\(norm.agreement)/\(norm.id)/\(bearer.id)/\(grounds.occasion)"
    }
}

/// A record that shows something.
package struct EvidenceLink: Sendable, Hashable {
    /// Plural name of the kind.
    package let kind: String
    package let id: String
}

/// The ids of the rows of a table, kept for links.
struct EvidenceRows: Sendable {
    let kind: String
    let ids: [String]
}

/// What a status rests on, in numbers. Quantities are in hundredths.
package enum NormGrounds: Sendable, Hashable {
    /// So much of what is needed in a span; `lacking`: a counterparty that got too little.
    case done(Int, of: Int, NormSpan, last: Day?, lacking: NormLack?)
    /// So much of what is allowed; with a counterparty when it is counted for each.
    case used(Int, of: Int, NormSpan, counterparty: String)
    /// Called for by a record; done on a day, or not yet.
    case called(by: EvidenceLink, on: Day, done: Day?)
    /// Done without the cover that it needs.
    case uncovered(EvidenceLink, on: Day)
    /// Every one of these was answered in time.
    case answered(Int, last: Day?)
    /// What is forbidden was done.
    case forbidden(Int, last: Day?)
    case unchecked(NormHindrance)

    /// Which period or occasion it is about.
    var occasion: String {
        switch self {
        case .done(_, _, let span, _, _): span.id
        case .used(_, _, let span, let counterparty): "\(span.id)/\(counterparty)"
        case .called(let link, _, _), .uncovered(let link, _): "\(link.kind)/\(link.id)"
        case .answered: "answered"
        case .forbidden: "forbidden"
        case .unchecked: "unchecked"
        }
    }
}

/// For a norm that counts for each counterparty: how many have what they are owed, and one that has not.
package struct NormLack: Sendable, Hashable {
    package let counterparty: String
    package let served: Int
    package let of: Int
}
