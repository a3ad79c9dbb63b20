import Kernel

/// How two organisations stand to each other, from less than the sum of both to more (city-book-1 M17, the arithmetic of owls; the ids
/// are ours).
package enum TieQuality: String, ChoiceValue, Comparable {
    /// The same subject, and in each other's way: together less than one.
    case disturbing
    /// The same subject, without knowing of each other: double work, together one.
    case unaware
    /// Each its own subject, and telling each other: together two.
    case exchanging
    /// One interest, and trust to question each other: together more than two.
    case shared

    package var label: Text {
        switch self {
        case .disturbing: Text("zit elkaar in de weg", "in each other's way")
        case .unaware: Text("werkt langs elkaar heen", "unaware of each other")
        case .exchanging: Text("wisselt kennis uit", "exchanging knowledge")
        case .shared: Text("deelt een belang", "sharing an interest")
        }
    }

    package static func < (one: TieQuality, other: TieQuality) -> Bool { one.rank < other.rank }

    /// From 1 to 4.
    package var rank: Int {
        switch self {
        case .disturbing: 1
        case .unaware: 2
        case .exchanging: 3
        case .shared: 4
        }
    }
}
