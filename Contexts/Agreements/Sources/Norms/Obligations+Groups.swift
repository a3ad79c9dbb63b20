import Kernel

extension Obligations {
    /// How many days ahead something counts as near (ours).
    package static let nearDays = 30

    /// What asks for attention when.
    package enum Group: Int, Sendable, Hashable, CaseIterable {
        /// Not kept: too late, or done while it is forbidden.
        case overdue
        /// Due within `nearDays`, or at risk.
        case soon
        case later
        /// Cannot be watched yet.
        case unwatched
        case kept

        package var label: Text {
            switch self {
            case .overdue: Text("Te laat of niet nagekomen", "Overdue or breached")
            case .soon: Text("Binnen \(nearDays) dagen of in gevaar", "Within \(nearDays) days or at risk")
            case .later: Text("Later", "Later")
            case .unwatched: Text("Nog niet te volgen", "Not yet checkable")
            case .kept: Text("Nagekomen", "Kept")
            }
        }
    }

    package struct Grouped: Sendable {
        package let group: Group
        /// What is due first, then by bearer and norm.
        package let statuses: [NormStatus]
    }

    /// What there is, by when it asks for attention; groups without anything are left out.
    package var groups: [Grouped] {
        let all = Dictionary(grouping: statuses, by: group)
        return Group.allCases.compactMap { group in
            all[group].map { Grouped(group: group, statuses: $0.sorted { $0.isMorePressing(than: $1) }) }
        }
    }

    func group(of status: NormStatus) -> Group {
        switch status.state {
        case .breached: .overdue
        case .atRisk: .soon
        case .due: status.due.map { $0 <= day + Self.nearDays } == true ? .soon : .later
        case .unchecked: .unwatched
        case .kept: .kept
        }
    }
}
