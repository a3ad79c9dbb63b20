import Ecosystems
import Kernel

/// Organisations whose names look as if they are the same organisation, recorded twice. Sorts names and compares
/// neighbours, so that tens of thousands of names take well under a second.
struct Lookalikes {
    /// Ids in order; at least two.
    typealias Group = [String]

    /// Same name, alias or registered number once spelling is taken away.
    private(set) var same: [Group] = []
    /// A slip of the pen apart, or one the abbreviation of the other.
    private(set) var near: [Group] = []
    private let parents: [String: String]
    /// For each organisation in a group, another of that group, up to the one that stands for the whole.
    private var leaders: [String: String] = [:]
    private var pairs: Set<Group> = []

    /// One spelling of one organisation.
    private struct Spelling {
        let key: NameKey
        let organisation: String
    }

    init(of organisations: some Sequence<Organisation>) {
        var spellings: [Spelling] = []
        var parents: [String: String] = [:]
        var numbers: [String: Set<String>] = [:]
        for organisation in organisations {
            let id = organisation.id.rawValue
            parents[id] = organisation.parent?.rawValue
            let keys = Set(organisation.spellings.compactMap { NameKey($0) })
            spellings += keys.map { Spelling(key: $0, organisation: id) }
            for (register, number) in [("kvk", organisation.kvk), ("oin", organisation.oin), ("lei", organisation.lei)]
            where !number.isEmpty { numbers["\(register) \(number)", default: []].insert(id) }
        }
        self.parents = parents
        for ids in numbers.values { join(ids) }
        findSame(spellings)
        same = Dictionary(grouping: leaders.keys, by: leader).values.map { $0.sorted() }
        findNear(spellings)
        findAbbreviations(spellings)
        same.sort { $0.lexicographicallyPrecedes($1) }
        near = pairs.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func leader(of id: String) -> String {
        var id = id
        while let next = leaders[id], next != id { id = next }
        return id
    }

    private func isFamily(_ one: String, _ two: String) -> Bool { parents[one] == two || parents[two] == one }

    private mutating func join(_ ids: Set<String>) {
        let group = ids.sorted()
        guard let first = group.first, group.count > 1 else { return }
        if group.count == 2, isFamily(first, group[1]) { return }
        for id in group {
            let (one, two) = (leader(of: first), leader(of: id))
            leaders[max(one, two)] = min(one, two)
            leaders[min(one, two)] = min(one, two)
        }
    }

    /// Notes a pair, unless the two are in one group already or one is part of the other.
    private mutating func pair(_ one: String, _ two: String) {
        guard one != two, leader(of: one) != leader(of: two), !isFamily(one, two) else { return }
        pairs.insert([min(one, two), max(one, two)])
    }

    private mutating func findSame(_ spellings: [Spelling]) {
        for group in Dictionary(grouping: spellings, by: \.key.letters).values where group.count > 1 {
            let bodies = Set(group.compactMap(\.key.body))
            if bodies.count < 2 {
                join(Set(group.map(\.organisation)))
            } else {
                for body in bodies { join(Set(group.filter { $0.key.body == body }.map(\.organisation))) }
            }
        }
    }

    /// Compares each long name with its neighbours, sorted from the front and from the back.
    private mutating func findNear(_ spellings: [Spelling]) {
        let long = spellings.filter { $0.key.body == nil && $0.key.letters.utf8.count >= Slip.shortest }
        let names = long.map { Slip(Array($0.key.letters.utf8)) }
        for readings in [
            long.map(\.key.letters), long.map { String(decoding: $0.key.letters.utf8.reversed(), as: UTF8.self) },
        ] {
            let starts = readings.map { Array($0.utf8.prefix(Self.shared)) }
            let order = readings.indices.sorted { readings[$0] < readings[$1] }
            for (place, index) in order.enumerated() {
                for other in order[(place + 1)...].prefix(Self.neighbours) {
                    guard starts[index] == starts[other] else { break }
                    guard names[index].isSlip(of: names[other]) else { continue }
                    pair(long[index].organisation, long[other].organisation)
                }
            }
        }
    }

    /// “DHM” beside one “DHM Infra”; when several names begin that way, the short one says too little.
    private mutating func findAbbreviations(_ spellings: [Spelling]) {
        var byFirstWord: [String: Set<String>] = [:]
        for spelling in spellings where spelling.key.body == nil {
            if let word = spelling.key.firstWord { byFirstWord[word, default: []].insert(spelling.organisation) }
        }
        for spelling in spellings where spelling.key.isAcronym {
            guard let longer = byFirstWord[spelling.key.letters], longer.count == 1, let other = longer.first,
                other != spelling.organisation
            else { continue }
            pair(spelling.organisation, other)
        }
    }

    private static let neighbours = 12
    private static let shared = 4
}
