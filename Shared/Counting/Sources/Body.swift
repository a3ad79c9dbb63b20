import Kernel

/// The seats that a body has, and what each weighs.
package struct Body: Sendable {
    private(set) var ids: [String] = []
    /// Exact weights as given; `units` has them as whole numbers of one size.
    private(set) var weights: [Fraction] = []
    private(set) var groupOf: [Int32] = []
    private(set) var groups: [String] = []
    private(set) var presence: [Presence] = []
    /// Which may vote; an observer has a seat and no vote.
    private(set) var votes: [Bool] = []
    private var indexes: [String: Int32] = [:]
    private var groupIndexes: [String: Int32] = [:]
    enum Presence: UInt8, Sendable { case unknown, present, absent }

    func index(of id: String) -> Int? { indexes[id].map(Int.init) }

    func group(named name: String) -> Int? { groupIndexes[name].map(Int.init) }

    var voters: Int { votes.count { $0 } }

    /// The members of a group that may vote; nil for the whole body.
    func voters(in group: Int?) -> [Int] {
        ids.indices.filter { votes[$0] && (group == nil || groupOf[$0] == Int32(group ?? -1)) }
    }

    /// Makes room, so that a large body need not move while it grows.
    mutating func expect(_ seats: Int) {
        ids.reserveCapacity(seats)
        indexes.reserveCapacity(seats)
    }

    /// False when a seat with this id is there already.
    mutating func add(_ seat: Seat) -> Bool {
        guard indexes.updateValue(Int32(ids.count), forKey: seat.id) == nil else { return false }
        ids.append(seat.id)
        weights.append(seat.weight)
        votes.append(seat.mayVote)
        presence.append(seat.isPresent.map { $0 ? .present : .absent } ?? .unknown)
        groupOf.append(seat.group.map { groupIndex($0) } ?? -1)
        return true
    }

    private mutating func groupIndex(_ name: String) -> Int32 {
        if let known = groupIndexes[name] { return known }
        let index = Int32(groups.count)
        groups.append(name)
        groupIndexes[name] = index
        return index
    }
}

/// One seat of a body.
package struct Seat: Sendable, Hashable {
    package var id = ""
    package var weight = Fraction(1)
    package var group: String?
    /// Nil when the file does not say.
    package var isPresent: Bool?
    package var mayVote = true
}
