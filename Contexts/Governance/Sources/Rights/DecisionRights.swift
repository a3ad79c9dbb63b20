import Ecosystems
import Kernel
import Parties

/// The matrix of decision rights: subjects in rows, bodies in columns.
package struct DecisionRights: Sendable, Hashable {
    /// What a body may do about a subject: the letters of one cell.
    package struct Cell: Sendable, Hashable {
        package let body: ID<Body>
        package let shares: [RightShare]
    }

    package struct Row: Sendable, Hashable {
        package let right: DecisionRight
        /// In the order of `bodies`; a body without rights here has an empty cell.
        package let cells: [Cell]
        /// Nobody decides in ordinary circumstances.
        package var isOpen: Bool { !right.shares.contains { $0.right == .decides && $0.holds(in: .ordinary) } }
    }

    /// Bodies that exist on the day, or have a right; those that others answer to first.
    package let bodies: [Body]
    /// By subject.
    package let rows: [Row]

    package static func of(_ reader: Reader, on day: Day? = nil) -> DecisionRights {
        let rights = reader.records(DecisionRight.self)
        let named = Set(rights.flatMap(\.shares).map(\.body))
        let bodies = BodyOrder.sorted(reader.records(Body.self)).filter {
            $0.period.contains(day ?? reader.today) || named.contains($0.id)
        }
        let rows = rights.sorted { ($0.subject.nl, $0.id) < ($1.subject.nl, $1.id) }.map { right in
            Row(right: right, cells: bodies.map { body in Cell(body: body.id, shares: right.shares(of: body.id)) })
        }
        return DecisionRights(bodies: bodies, rows: rows)
    }
}

extension DecisionRight {
    /// In the order of the rights, ordinary before emergency.
    package func shares(of body: ID<Body>) -> [RightShare] {
        let order = RightShare.Right.allCases
        func place(_ share: RightShare) -> (Int, Int) {
            (order.firstIndex(of: share.right) ?? 0, share.mode == .emergency ? 1 : 0)
        }
        return shares.filter { $0.body == body }.sorted { place($0) < place($1) }
    }

    /// Who decides about an amount: the lowest limit that holds it, or else who has no limit; nil when nobody does.
    package func decider(of amount: Money?, in mode: RightShare.Mode) -> RightShare? {
        let special = shares.filter { $0.right == .decides && $0.mode == mode }
        let all = special + shares.filter { $0.right == .decides && $0.mode == nil }
        let fitting = all.filter { share in
            guard let limit = share.limit else { return true }
            guard let amount else { return false }
            return amount.currency == limit.currency && amount.cents <= limit.cents
        }
        // What is said of an emergency goes before what holds always.
        for group in [fitting.filter { $0.mode == mode }, fitting] {
            let limited = group.filter { $0.limit != nil }.min { ($0.limit?.cents ?? 0) < ($1.limit?.cents ?? 0) }
            if let found = limited ?? group.first { return found }
        }
        return nil
    }
}

/// Bodies in an order in which whoever answers to another comes after it.
package enum BodyOrder {
    package static func sorted(_ bodies: [Body]) -> [Body] {
        let known = Set(bodies.map(\.id))
        let below = Dictionary(grouping: bodies.sorted { ($0.name.nl, $0.id) < ($1.name.nl, $1.id) }) { body in
            body.parent.flatMap { known.contains($0) ? $0 : nil } ?? ID<Body>("")
        }
        func walk(_ parent: ID<Body>) -> [Body] {
            (below[parent] ?? []).flatMap { [$0] + walk($0.id) }
        }
        return walk(ID(""))
    }

    /// How many bodies stand above one; a circle ends where it closes.
    package static func depth(of body: Body, in state: EcosystemState) -> Int {
        var (depth, next, seen) = (0, body.parent, Set([body.id]))
        while let parent = next, seen.insert(parent).inserted, let found = state[Body.self][parent] {
            depth += 1
            next = found.parent
        }
        return depth
    }
}
