import Ecosystems
import Kernel
import MethodLibrary

/// Writes clauses of building blocks into one agreement, as changes to carry out together.
struct ClauseWriter {
    let agreement: ID<Agreement>
    let situation: Situation
    /// In the order of the document, with what was written since.
    private(set) var order: [ID<Clause>]
    private var positions: [ID<Clause>: Int]
    private var taken: Set<String>
    private var written: [Clause] = []
    private var norms: [Norm] = []

    /// Refuses an agreement that is not there.
    init(_ id: String, in situation: Situation) throws(Refusal) {
        guard let draft = AgreementDraft(id, in: situation) else { throw .notFound(.noSuchAgreement(id)) }
        agreement = draft.agreement.id
        self.situation = situation
        order = draft.clauses.map(\.id)
        positions = Dictionary(draft.clauses.map { ($0.id, $0.position) }) { first, _ in first }
        taken = Set(situation.state[Clause.self].records.map(\.id.rawValue))
    }

    /// What must change so that the document is as written.
    var changes: [RecordChange] {
        let places = placed
        let moved = order.filter { id in
            positions[id].map { $0 != places[id] } ?? false
        }
        return moved.map { id in
            RecordChange(Clause.naming.plural, id.rawValue, .patch(["position": .whole(places[id] ?? 0)]))
        }
            + written.map { clause in
                var clause = clause
                clause.position = places[clause.id] ?? 0
                return RecordChange(Clause.naming.plural, clause.id.rawValue, .add(clause.values))
            }
            + norms.map { RecordChange(Norm.naming.plural, $0.id.rawValue, .add($0.values)) }
    }

    /// Adds a clause of a block, at the end or after another one.
    /// - Parameter choice: which of its texts; nil: the first.
    mutating func add(_ block: BlocksMethod.Block, as id: String, choice: String?, after: ID<Clause>?) throws(Refusal) {
        guard let text = choice.map({ block.clause($0) }) ?? block.clauses.first else {
            throw .invalid([.noClauseText(choice ?? "", block)])
        }
        var clause = Clause(id: free(for: "\(agreement)-\(block.id)"))
        clause.agreement = agreement
        clause.block = id
        clause.heading = text.heading
        clause.text = text.text
        clause.variables = text.variables.map(ClauseVariable.init)
        written.append(clause)
        norms += text.norms.enumerated().map { index, rule in
            var norm = Norm(id: Self.fitting("\(clause.id)-\(index + 1)"))
            norm.agreement = agreement
            norm.clause = clause.id
            norm.rule = rule
            return norm
        }
        try place(clause.id, after: after)
    }

    /// Puts a clause after another one; nil: at the end; an empty id: at the beginning.
    mutating func place(_ id: ID<Clause>, after other: ID<Clause>?) throws(Refusal) {
        var rest = order.filter { $0 != id }
        guard let other else {
            order = rest + [id]
            return
        }
        let index = rest.firstIndex(of: other)
        guard other.isEmpty || index != nil else { throw .invalid([.noSuchClause(other)]) }
        rest.insert(id, at: index.map { $0 + 1 } ?? 0)
        order = rest
    }

    /// Positions in order: what can keep its own does; otherwise all are set anew, ten apart.
    private var placed: [ID<Clause>: Int] {
        var places: [ID<Clause>: Int] = [:]
        var last = 0
        let moved = Redline.movedClauses(
            positions.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key.rawValue), order.map(\.rawValue))
        for (index, id) in order.enumerated() {
            if let own = positions[id], !moved.contains(id.rawValue), own > last {
                places[id] = own
            } else {
                let next = order[(index + 1)...].first { positions[$0] != nil && !moved.contains($0.rawValue) }
                guard let room = Self.between(last, next.flatMap { positions[$0] }) else { return anew }
                places[id] = room
            }
            last = places[id] ?? last
        }
        return places
    }

    private static func between(_ last: Int, _ next: Int?) -> Int? {
        guard let next else { return last + 10 <= 100_000 ? last + 10 : nil }
        return next - last > 1 ? (last + next) / 2 : nil
    }

    private var anew: [ID<Clause>: Int] {
        let step = max(1, min(10, 100_000 / max(order.count, 1)))
        return Dictionary(order.enumerated().map { ($1, ($0 + 1) * step) }) { first, _ in first }
    }

    /// An id that no clause has yet.
    private mutating func free(for wish: String) -> String {
        let wish = Self.fitting(wish)
        var id = wish
        var number = 2
        while taken.contains(id) {
            id = "\(wish)-\(number)"
            number += 1
        }
        taken.insert(id)
        return id
    }

    /// Short enough that a number still fits behind it.
    private static func fitting(_ id: String) -> String { Identifier.suggested(for: String(id.prefix(90))) }
}
