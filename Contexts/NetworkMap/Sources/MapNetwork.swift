import Ecosystems
import Kernel
import Parties

/// The organisations and ties that pass the filters of a question, as bare indices: 480,000 relations go through here.
struct MapNetwork {
    let network: EcosystemNetwork
    private(set) var ids: [String]
    /// Ties between those organisations, and at the same place the indices of their ends in `ids`.
    private(set) var ties: [NetworkTie]
    private(set) var pairs: [(Int, Int)]
    private(set) var focus: Int?

    init(_ question: MapQuestion, _ reader: Reader) {
        network = EcosystemNetwork(reader, question)
        ids = network.organisations
        ties = network.ties
        pairs = network.ties.map { ($0.from, $0.to) }
        focus = question.focus.flatMap { focus in network.organisations.firstIndex(of: focus) }
        if !question.showsLonely { dropLonely() }
    }

    private mutating func dropLonely() {
        var isTied = [Bool](repeating: false, count: ids.count)
        for (from, to) in pairs { (isTied[from], isTied[to]) = (true, true) }
        if let focus { isTied[focus] = true }
        keep { isTied[$0] }
    }

    /// Only the organisations for which this holds, by index, and what ties them to each other.
    mutating func keep(_ isKept: (Int) -> Bool) {
        var places = [Int](repeating: -1, count: ids.count)
        var kept: [String] = []
        for index in ids.indices where isKept(index) {
            places[index] = kept.count
            kept.append(ids[index])
        }
        let inside = pairs.indices.filter { places[pairs[$0].0] >= 0 && places[pairs[$0].1] >= 0 }
        ties = inside.map { ties[$0] }
        pairs = inside.map { (places[pairs[$0].0], places[pairs[$0].1]) }
        ids = kept
        focus = focus.flatMap { places[$0] >= 0 ? places[$0] : nil }
    }

    /// Indices of the organisations to draw, and how many more there was no room for.
    func chosen(_ question: MapQuestion) -> (indices: [Int], leftOut: Int) {
        let (limit, depth) = (question.saneLimit, question.saneDepth)
        let chosen = MapSelection.choose(ids: ids, edges: pairs, limit: limit, focus: focus, depth: depth)
        guard let focus, let depth else { return (chosen, ids.count - chosen.count) }
        guard chosen.count == limit else { return (chosen, 0) }
        let steps = Adjacency(count: ids.count, edges: pairs).distances(from: focus)
        return (chosen, steps.count { $0 >= 0 && $0 <= depth } - chosen.count)
    }
}

/// The filters over organisations, with what they need to know looked up once.
struct PartyFilter {
    private let question: MapQuestion
    private var holders: Set<ID<Organisation>>?
    private var participants: Set<ID<Organisation>>?
    private var absent: Set<ID<Organisation>> = []

    init(_ question: MapQuestion, _ reader: Reader) {
        self.question = question
        if !question.roles.isEmpty {
            var found: Set<ID<Organisation>> = []
            reader.scan(Assignment.self) { assignment in
                guard question.covers(assignment.period) else { return }
                let roles = [assignment.role, reader.library.wholeRole(assignment.role)]
                if !question.roles.isDisjoint(with: roles) { found.insert(assignment.organisation) }
            }
            holders = found
        }
        guard !question.statuses.isEmpty || question.during != nil else { return }
        var found: Set<ID<Organisation>> = []
        reader.scan(Participation.self) { participation in
            if question.statuses.contains(participation.status) { found.insert(participation.organisation) }
            if let during = question.during, !participation.holds(during) { absent.insert(participation.organisation) }
        }
        if !question.statuses.isEmpty { participants = found }
    }

    func admits(_ organisation: Organisation) -> Bool {
        if !question.sectors.isEmpty, !question.sectors.contains(organisation.sector) { return false }
        if let holders, !holders.contains(organisation.id) { return false }
        if let participants, !participants.contains(organisation.id) { return false }
        return !absent.contains(organisation.id)
    }
}

extension MapQuestion {
    func admits(_ relation: Relation) -> Bool {
        admits(kind: relation.kind) && covers(relation.period)
    }

    func admits(kind: String) -> Bool { kinds.isEmpty || kinds.contains(kind) }

    func covers(_ period: Period) -> Bool { during.map(period.overlaps) ?? true }
}

extension Participation {
    /// Whether it held at some time in a period. A participation tells the day of its last step only: what was before is taken to have
    /// held, except that who came in was not there before.
    func holds(_ period: Period) -> Bool {
        switch status {
        case .declined: return false
        case .left: return since.map { day in period.from.map { $0 < day } ?? true } ?? false
        default: return since.map { day in period.until.map { day <= $0 } ?? true } ?? true
        }
    }
}

extension Period {
    /// Whether the two have a day in common.
    func overlaps(_ other: Period) -> Bool {
        if let until, let start = other.from, until < start { return false }
        if let from, let end = other.until, end < from { return false }
        return true
    }
}

extension Reader {
    /// Visits the records of a kind in no order, without what the caller may not see. Fast where everyone may see the kind; fields with a
    /// visibility of their own must then not be used.
    func scan<R: Record>(_ type: R.Type, _ body: (R) -> Void) {
        if R.visibility == .everyone || rights.seesEverything {
            for row in state[type].rows.values { body(row.record) }
        } else {
            for record in records(type) { body(record) }
        }
    }
}
