/// What a verification found.
package struct VerificationReport: Sendable, Hashable {
    /// Entries that were found to be in order, before the failure if there is one.
    package internal(set) var entries = 0
    package internal(set) var ecosystems = 0
    /// Entries whose payload was erased, with a record of that.
    package internal(set) var erased = 0
    /// Root of the tree over `entries` leaves.
    package internal(set) var root = TreeHash.empty
    /// Size of the checkpoint kept beside the store; nil when there is none. Entries after it are not signed for yet.
    package internal(set) var signedSize: Int?
    /// Snapshots that do not fit and are therefore not used. They are a cache, so this is no failure.
    package internal(set) var unfitSnapshots: [String] = []
    package internal(set) var failure: Failure?

    /// Size of the tree that was verified.
    package var size: Int { entries }

    /// The first thing that is wrong.
    package struct Failure: Error, Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable {
            case changed, missing, reordered, forked, rolledBack, damaged, unreadable

            /// What is the matter, in a few words.
            package var words: String {
                switch self {
                case .changed, .missing, .damaged: rawValue
                case .reordered: "in another order"
                case .forked: "another history than was signed"
                case .rolledBack: "rolled back"
                case .unreadable: "not readable"
                }
            }
        }

        package let kind: Kind
        /// Where it is, as far as can be told.
        package let leaf: Int?
        package let ecosystem: String?
        package let sequence: Int?
        package let message: String

        init(_ kind: Kind, leaf: Int? = nil, ecosystem: String? = nil, sequence: Int? = nil, _ message: String) {
            self.kind = kind
            self.leaf = leaf
            self.ecosystem = ecosystem
            self.sequence = sequence
            self.message = message
        }
    }
}

extension VerificationReport.Failure: CustomStringConvertible {
    package var description: String {
        var place: [String] = []
        if let leaf { place.append("entry \(leaf)") }
        if let ecosystem { place.append("ecosystem \(ecosystem)") }
        if let sequence { place.append("sequence \(sequence)") }
        return ([kind.words] + (place.isEmpty ? [] : [place.joined(separator: ", ")])).joined(separator: " at ")
            + ": " + message
    }
}

extension VerificationReport.Failure {
    /// An error as a failure, at the place that was reached.
    init(_ error: any Error, leaf: Int?) {
        switch error {
        case let failure as Self: self = failure
        default:
            let refusal = LedgerRefusal(error)
            switch refusal {
            case .damaged: self.init(.damaged, leaf: leaf, refusal.message)
            case .forked: self.init(.forked, refusal.message)
            case .rolledBack(let stored, _): self.init(.rolledBack, leaf: stored, refusal.message)
            default: self.init(.unreadable, refusal.message)
            }
        }
    }
}
