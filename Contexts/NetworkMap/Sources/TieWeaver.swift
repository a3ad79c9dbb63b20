import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Makes ties of relations and of what other records imply, between organisations that are given.
struct TieWeaver {
    private let ids: [String]
    private let places: [String: Int]
    private let question: MapQuestion
    private let reader: Reader
    private let directed: Set<String>
    private var ties: [NetworkTie] = []
    private(set) var implied: [ImpliedTie] = []
    private(set) var crowds: [EcosystemNetwork.Crowd] = []

    init(_ ids: [String], _ question: MapQuestion, _ reader: Reader) {
        (self.ids, self.question, self.reader) = (ids, question, reader)
        // By plain strings: the generic id hashes at half the speed.
        places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        directed = Set(
            reader.library.choices(for: .relationKind).map(\.id).filter {
                reader.library.relationKind($0)?.directed ?? false
            })
    }

    mutating func weaveRelations() {
        let told = lastWords
        reader.scan(Relation.self) { relation in
            guard question.admits(relation), let from = places[relation.from.rawValue],
                let to = places[relation.to.rawValue], from != to
            else { return }
            let isDirected = directed.contains(relation.kind)
            let id = relation.id.rawValue
            ties.append(
                NetworkTie(
                    id: id, from: from, to: to, kind: relation.kind, isDirected: isDirected, weight: relation.weight,
                    period: relation.period, sides: told[id].map { seen(relation, by: $0) } ?? TieSides(), cause: nil))
        }
    }

    /// What was last told of each relation, by who told it; up to the last day that is asked for.
    private var lastWords: [String: [String: Observation]] {
        let last = question.during?.until ?? reader.today
        var words: [String: [String: Observation]] = [:]
        reader.scan(Observation.self) { told in
            guard let on = told.on, on <= last else { return }
            let (relation, by) = (told.relation.rawValue, told.by.rawValue)
            if let known = words[relation]?[by], (known.on ?? on, known.id) > (on, told.id) { return }
            words[relation, default: [:]][by] = told
        }
        return words
    }

    private func seen(_ relation: Relation, by told: [String: Observation]) -> TieSides {
        TieSides(from: told[relation.from.rawValue]?.quality, to: told[relation.to.rawValue]?.quality)
    }

    mutating func weaveImplied() {
        for tie in reader.impliedTies where question.admits(kind: tie.kind) && question.covers(tie.period) {
            let cause = implied.count
            implied.append(tie)
            switch tie.ends {
            case .arrow(let from, let to): add(tie, cause, from, to, isDirected: true)
            case .star(let middle, let others):
                for other in others { add(tie, cause, middle, other, isMany: true) }
            case .circle(let members): addCircle(members, tie, cause)
            }
        }
    }

    private mutating func addCircle(_ members: [ImpliedTie.Member], _ tie: ImpliedTie, _ cause: Int) {
        let present = members.filter { places[$0.organisation] != nil && question.covers($0.period) }
        let known = Set(present.compactMap { places[$0.organisation] })
        let count = known.count
        guard count <= EcosystemNetwork.largestCircle else {
            crowds.append(EcosystemNetwork.Crowd(source: tie.source, about: tie.about, members: known.sorted()))
            return
        }
        guard count > 1 else { return }
        for (place, one) in present.enumerated() {
            for other in present[(place + 1)...] {
                guard let period = one.period.shared(with: other.period)?.shared(with: tie.period),
                    question.covers(period)
                else { continue }
                add(
                    tie, cause, one.organisation, other.organisation, isMany: count > 2, period: period,
                    weight: 1 / Double(count - 1))
            }
        }
    }

    private mutating func add(
        _ tie: ImpliedTie, _ cause: Int, _ one: String, _ other: String, isDirected: Bool = false, isMany: Bool = false,
        period: Period? = nil, weight: Double? = nil
    ) {
        guard let from = places[one], let to = places[other], from != to else { return }
        let (first, second) = isDirected || from < to ? (from, to) : (to, from)
        let name = "\(tie.source.kind)/\(tie.source.id)"
        ties.append(
            NetworkTie(
                id: isMany ? "\(name)/\(ids[first])/\(ids[second])" : name, from: first, to: second, kind: tie.kind,
                isDirected: isDirected, weight: weight, period: period ?? tie.period, sides: TieSides(), cause: cause))
    }

    /// By their ends, then by id and period.
    var sorted: [NetworkTie] {
        let order = ties.indices.map { (ends: UInt64(ties[$0].from) << 32 | UInt64(ties[$0].to), place: $0) }
            .sorted { one, other in
                if one.ends != other.ends { return one.ends < other.ends }
                let (first, second) = (ties[one.place], ties[other.place])
                if first.id != second.id { return bytesPrecede(first.id, second.id) }
                return first.period.order < second.period.order
            }
        return order.map { ties[$0.place] }
    }
}

extension Period {
    /// The days that both have; nil when they have none.
    func shared(with other: Period) -> Period? {
        guard overlaps(other) else { return nil }
        let from = [from, other.from].compactMap { $0 }.max()
        return Period(from: from, until: [until, other.until].compactMap { $0 }.min())
    }

    fileprivate var order: (Int, Int) { (from?.number ?? .min, until?.number ?? .max) }
}
