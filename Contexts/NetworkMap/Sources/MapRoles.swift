import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// The roles of the organisations on a map, and the shape that each role gives.
struct MapRoles {
    /// Roles by organisation, as `method/role`, in the order of the library.
    let held: [String: [String]]
    /// Shapes by role that is no part of another; the most telling roles have a shape of their own.
    private let shapes: [(role: String, shape: NodeShape)]
    /// Roles that are no part of another, the most telling first.
    private let ranked: [String]
    private let library: Library

    init(of organisations: Set<String>, _ question: MapQuestion, _ reader: Reader) {
        let library = reader.library
        self.library = library
        var held: [String: Set<String>] = [:]
        reader.scan(Assignment.self) { assignment in
            let organisation = assignment.organisation.rawValue
            guard organisations.contains(organisation), question.covers(assignment.period) else { return }
            held[organisation, default: []].insert(assignment.role)
        }
        let order = Dictionary(
            library.choices(for: .role).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.held = held.mapValues { $0.sorted { (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1) } }
        let wholes = Set(held.values.joined().map(library.wholeRole))
        let ranked = wholes.sorted { one, other in
            let (first, second) = (library.weight(of: one), library.weight(of: other))
            return (first, order[one] ?? .max, one) < (second, order[other] ?? .max, other)
        }
        self.ranked = ranked
        let own: [NodeShape] = [.circle, .square, .triangle, .diamond]
        shapes = zip(ranked, own).map { ($0, $1) }
    }

    static let other = NodeShape.hexagon
    static let none = NodeShape.ring

    /// The shape of the most telling role of an organisation.
    func shape(of organisation: String) -> NodeShape {
        guard let roles = held[organisation] else { return Self.none }
        let wholes = Set(roles.map(library.wholeRole))
        return shapes.first { wholes.contains($0.role) }?.shape ?? Self.other
    }

    /// Rings for the most telling roles, one for all others, and one for who has none; only those that hold somebody.
    func rings(of organisations: [String]) -> [(title: Text, members: [String])] {
        let own = Array(ranked.prefix(ranked.count > Self.mostRings ? Self.mostRings - 1 : Self.mostRings))
        var members = [[String]](repeating: [], count: own.count + 2)
        for organisation in organisations {
            let wholes = Set((held[organisation] ?? []).map(library.wholeRole))
            let place = own.firstIndex(where: wholes.contains) ?? (wholes.isEmpty ? own.count + 1 : own.count)
            members[place].append(organisation)
        }
        let titles =
            own.map { library.role($0)?.name ?? Text(same: $0) }
            + [Text("een andere rol", "another role"), Text("geen rol", "no role")]
        return zip(titles, members).filter { !$1.isEmpty }.map { (title: $0, members: $1) }
    }

    /// More rings than this cannot be told apart at a glance.
    private static let mostRings = 5

    func names(of organisation: String) -> [Text] {
        (held[organisation] ?? []).map { library.role($0)?.name ?? Text(same: $0) }
    }

    /// What the shapes mean, as far as these organisations show them.
    func legend(for organisations: [String]) -> [(shape: NodeShape, text: Text)] {
        let seen = Set(organisations.map(shape))
        let named = shapes.map { ($0.shape, library.role($0.role)?.name ?? Text(same: $0.role)) }
        let rest = [
            (Self.other, Text("een andere rol", "another role")), (Self.none, Text("geen rol", "no role")),
        ]
        return (named + rest).filter { seen.contains($0.0) }.map { (shape: $0.0, text: $0.1) }
    }
}

extension Library {
    /// The role that a role is a part of, directly or in steps; the role itself when it is no part.
    func wholeRole(_ id: String) -> String {
        guard let slash = id.firstIndex(of: "/") else { return id }
        let method = id[..<slash]
        var whole = id
        // The library refuses circles; a bound keeps this short whatever happens.
        for _ in 0..<20 {
            guard let part = role(whole)?.partOf, !part.isEmpty else { return whole }
            whole = "\(method)/\(part)"
        }
        return whole
    }

    /// Lower for roles that say more about an ecosystem: who directs it, then what it cannot do without.
    fileprivate func weight(of id: String) -> Int {
        guard let role = role(id) else { return 4 }
        if role.rights.contains(.orchestrate) { return 0 }
        return role.required ? 1 : role.key ? 2 : 3
    }
}
