import Kernel
import MethodLibrary

/// Who is held to a norm.
package struct NormBearer: Sendable, Hashable, Comparable {
    package enum Sort: String, Sendable, Hashable {
        case organisation
        case body
        /// A role that nobody who is bound fulfils.
        case role
    }

    package let sort: Sort
    /// Id of the organisation or body, or `method/role`.
    package let id: String

    package init(_ sort: Sort, _ id: String) {
        self.sort = sort
        self.id = id
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.id, left.sort.rawValue) < (right.id, right.sort.rawValue)
    }
}

/// A bearer held to a norm of a version, from a day until and including a day.
package struct Tenure: Sendable, Hashable {
    package let bearer: NormBearer
    /// The day since which it has been held to this norm without a break, also under earlier versions.
    package let since: Day
    /// The first day under this version.
    package let from: Day
    /// The last day; nil while it goes on.
    package let until: Day?

    func holds(on day: Day) -> Bool { day >= from && until.map { day <= $0 } ?? true }
}
