import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// One record that shows something.
struct EvidenceItem: Sendable, Hashable {
    /// Row in its table.
    let row: Int32
    /// Day number, or the first day of a period; `Int32.min` when it has no day or no beginning.
    let day: Int32
    /// The last day of a period, `Int32.max` when it has no end; the same as `day` for a single day.
    let until: Int32
    /// Hundredths; `EvidenceTable.noAmount` when there is none.
    let amount: Int
    let counterparty: Int32
    let about: Int32

    var isUndated: Bool { day == .min && until == .min }
    func isKnown(on date: Day) -> Bool { Int(day) <= date.number }
    func covers(_ date: Int32) -> Bool { isUndated || (day <= date && date <= until) }
}

/// What answers to one query over records, by the party that it is about.
final class FoundEvidence {
    struct Key: Hashable {
        let party: Int32
        let about: Int32
    }

    let table: EvidenceTable
    /// By day; under `WordCodes.none` when the query names no party.
    let byParty: [Int32: [EvidenceItem]]
    /// The same, further divided by what it is about.
    lazy var byAbout: [Key: [EvidenceItem]] = {
        var items: [Key: [EvidenceItem]] = [:]
        for (party, own) in byParty {
            for item in own { items[Key(party: party, about: item.about), default: []].append(item) }
        }
        return items
    }()
    private let namesParty: Bool

    init(table: EvidenceTable, byParty: [Int32: [EvidenceItem]], namesParty: Bool) {
        self.table = table
        self.byParty = byParty
        self.namesParty = namesParty
    }

    /// The key under which what a party did is found.
    func key(of party: Int32) -> Int32 { namesParty ? party : WordCodes.none }
    func items(of party: Int32) -> [EvidenceItem] { byParty[key(of: party)] ?? [] }
    func items(of party: Int32, about: Int32) -> [EvidenceItem] {
        byAbout[Key(party: key(of: party), about: about)] ?? []
    }
}

/// All records that the norms of one evaluation look at, read and indexed once.
final class EvidenceBase {
    let codes = WordCodes()
    private var tables: [String: EvidenceTable] = [:]
    private var fieldNames: [String: [String]] = [:]
    private var found: [NormRule.Evidence: FoundEvidence] = [:]

    /// - Parameter norms: everything that will be asked for; other fields are not read.
    init(_ state: EcosystemState, for norms: [WatchedNorm]) {
        var wanted: [String: EvidenceFields] = [:]
        for evidence in Set(norms.flatMap { [$0.trigger, $0.rule.evidence].compactMap(\.self) }) {
            wanted[evidence.kind, default: EvidenceFields()].add(evidence)
        }
        for (kind, fields) in wanted.sorted(by: { $0.key < $1.key }) {
            guard let table = state.table(kind), !table.isConfidential else { continue }
            var fields = fields
            fieldNames[kind] = table.fieldNames
            if table.fieldNames.contains(Self.agreement) { fields.words.insert(Self.agreement) }
            if kind == Mandate.naming.plural { fields.words.insert(Self.state) }
            if kind == Exit.naming.plural { fields.days.insert(EvidenceTable.announcement) }
            tables[kind] = EvidenceTable(state, kind: kind, fields: fields, codes: codes)
        }
    }

    private static let agreement = "agreement"
    private static let state = "state"

    /// The first kind or field that a query names and that is not there; nil when all are.
    func unknown(in evidence: NormRule.Evidence) -> String? {
        guard let known = fieldNames[evidence.kind] else { return evidence.kind }
        let named =
            [evidence.party, evidence.counterparty, evidence.day, evidence.amount, evidence.about]
            + evidence.matching.map(\.field)
        return named.first { !$0.isEmpty && !known.contains($0) }.map { "\(evidence.kind).\($0)" }
    }

    /// What answers to a query of a norm of an agreement. Records that belong to an agreement count for that one only.
    func find(_ evidence: NormRule.Evidence, of agreement: String) -> FoundEvidence? {
        var query = evidence
        let known = fieldNames[query.kind] ?? []
        if known.contains(Self.agreement), !query.matching.contains(where: { $0.field == Self.agreement }) {
            query.matching.append(NormRule.Match(Self.agreement, is: agreement))
        }
        if let found = found[query] { return found }
        guard let table = tables[query.kind] else { return nil }
        let answer = EvidenceSearch(query, in: table, codes: codes).found
        found[query] = answer
        return answer
    }
}

extension NormRule.Match {
    init(_ field: String, is value: String) {
        self.init()
        self.field = field
        self.value = value
    }
}
