import Kernel
import Parties

/// How far each organisation is, as the findings and queries of this context need it.
struct Standing {
    private let statuses: [ID<Organisation>: Participation.Status]

    init(_ participations: some Sequence<Participation>) {
        statuses = Dictionary(
            participations.map { ($0.organisation, $0.status) }, uniquingKeysWith: { first, _ in first })
    }

    func status(of organisation: ID<Organisation>) -> Participation.Status? { statuses[organisation] }

    /// Left, or said no: does not carry or receive anything any more.
    func isGone(_ organisation: ID<Organisation>) -> Bool {
        switch statuses[organisation] {
        case .left, .declined: true
        default: false
        }
    }

    func takesPart(_ organisation: ID<Organisation>) -> Bool {
        switch statuses[organisation] {
        case .joined, .leaving: true
        default: false
        }
    }

    /// In the order of their ids.
    var joined: [ID<Organisation>] { statuses.filter { $0.value == .joined }.keys.sorted() }

    var known: [ID<Organisation>] { Array(statuses.keys) }
}
