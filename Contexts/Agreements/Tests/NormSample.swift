import Kernel
import MethodLibrary
import Testing

@testable import Agreements
@testable import Ecosystems

/// The agreement `samen` in force between three parties, with one norm, as the library of building blocks writes it.
struct NormSample {
    var sample: Sample

    /// - Parameters:
    ///   - rule: fields of the norm, without its name.
    ///   - variables: what the clause fills in, as name, type and value.
    ///   - signed: the day on which all three signed.
    init(
        _ rule: [String: Value], variables: [(String, String, String)] = [], signed: String = "2026-01-01",
        fixed: Bool = true
    ) throws {
        sample = try Sample.drafted()
        sample.today = try #require(Day(signed))
        try sample.patch(
            "clauses", "doel",
            [
                "variables": .list(
                    variables.map { ["name": .string($0.0), "type": .string($0.1), "value": .string($0.2)] })
            ])
        try putNorm("norm", rule)
        if fixed { try fix(signed, parties: ["stad", "net", "cloud"]) }
    }

    mutating func putNorm(_ id: String, _ rule: [String: Value]) throws {
        let name: Value = ["name": ["nl": "Een norm", "en": "A norm"]]
        let whole = rule.merging(name.map ?? [:]) { first, _ in first }
        try sample.put("norms", id, ["agreement": "samen", "clause": "doel", "rule": .map(whole)])
    }

    /// Fixes the text and lets parties accept it on a day.
    mutating func fix(_ day: String, parties: [String], except: [String: [String]] = [:]) throws {
        sample.today = try #require(Day(day))
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        let version = try #require(sample.state.versions(of: ID("samen")).last)
        for party in parties { try sign(party, version, day, except: except[party] ?? []) }
    }

    mutating func sign(_ party: String, _ version: AgreementVersion, _ day: String, except: [String] = []) throws {
        try sample.assume(
            "signatures", "\(version.id)-\(party)",
            [
                "agreement": "samen", "agreementVersion": .string(version.id.rawValue), "party": .string(party),
                "answer": "accept", "on": .string(day), "declaration": "{}",
                "except": .list(except.map(Value.string)),
            ])
    }

    mutating func act(
        _ id: String, _ what: String, by: String, on day: String, amount: Int? = nil, _ more: [String: Value] = [:]
    ) throws {
        var values: [String: Value] = ["what": .string(what), "by": .string(by), "on": .string(day)]
        if let amount { values["amount"] = ["amount": .whole(amount), "currency": "EUR"] }
        try sample.put("acts", id, values.merging(more) { $1 })
    }

    /// Every status on a day.
    func statuses(_ day: String) throws -> [NormStatus] {
        let date = try #require(Day(day))
        return NormWatch.statuses(of: NormsInForce(sample.state, on: date), in: sample.situation)
    }

    /// The states of one bearer on a day, the worst first.
    func states(_ bearer: String, _ day: String) throws -> [String] {
        try statuses(day).filter { $0.bearer.id == bearer }.map(\.state.rawValue)
    }

    func first(_ bearer: String, _ day: String) throws -> NormStatus {
        try #require(try statuses(day).first { $0.bearer.id == bearer })
    }
}

/// Evidence and rules as the building blocks write them.
enum Rules {
    static func act(_ what: String, _ more: [String: Value] = [:]) -> Value {
        let base: [String: Value] = [
            "kind": "acts", "matching": [["field": "what", "value": .string(what)]], "party": "by", "day": "on",
        ]
        return .map(base.merging(more) { $1 })
    }

    static let offer: [String: Value] = [
        "form": "duty", "action": "offer", "every": "year", "measure": "amount", "least": "{commons-value}",
        "evidence": act("offer", ["amount": "amount"]),
    ]
    static let sample: [String: Value] = [
        "form": "prohibition", "counterparty": ["who": "everyone"], "each": true, "action": "sample", "every": "year",
        "measure": "amount", "most": "{sample-value}",
        "evidence": act("sample", ["counterparty": "towards", "amount": "amount"]),
    ]
    static let report: [String: Value] = [
        "form": "duty", "action": "report", "every": "half-year", "least": "1",
        "evidence": [
            "kind": "acts",
            "matching": [["field": "what", "value": "report"], ["field": "body", "value": "{steering-group}"]],
            "party": "by", "day": "on",
        ],
    ]
    static let takePart: [String: Value] = [
        "form": "duty", "action": "take-part", "least": "2",
        "evidence": [
            "kind": "bodies", "matching": [["field": "sort", "value": "working-group"]], "party": "members",
        ],
    ]
    static let meet: [String: Value] = [
        "form": "duty", "bearer": ["who": "body", "named": "{steering-group}"], "action": "meet", "every": "quarter",
        "least": "1", "evidence": ["kind": "meetings", "party": "body", "day": "on"],
    ]
    static let respond: [String: Value] = [
        "form": "duty", "action": "respond", "trigger": act("request", ["party": "towards"]),
        "within": "{response-time}", "unit": "working-days", "evidence": act("respond", ["about": "about"]),
    ]
    static let mandate: [String: Value] = [
        "form": "prohibition", "action": "commit",
        "trigger": [
            "kind": "acts",
            "matching": [["field": "what", "value": "commit"], ["field": "amount", "above": "{mandate-limit}"]],
            "party": "by", "day": "on", "amount": "amount",
        ],
        "evidence": ["kind": "mandates", "party": "organisation", "day": "period", "amount": "limit", "covers": true],
    ]
    static let destroy: [String: Value] = [
        "form": "duty", "bearer": ["who": "role", "named": "handbook-roles/decomposer"], "action": "destroy-data",
        "trigger": [
            "kind": "acts", "matching": [["field": "what", "value": "end-project"]], "day": "on",
        ],
        "within": "{retention}", "unit": "months", "evidence": act("destroy-data", ["about": "about"]),
    ]
    static let notice: [String: Value] = [
        "form": "duty", "action": "give-notice",
        "trigger": ["kind": "exits", "party": "party", "day": "effective"], "within": "{notice}", "unit": "months",
        "before": true, "evidence": act("give-notice"),
    ]
    static let motivate: [String: Value] = [
        "form": "duty", "bearer": ["who": "organisation", "named": "stad"], "action": "motivate",
        "trigger": ["kind": "acts", "matching": [["field": "what", "value": "deviate"]], "day": "on"],
        "within": "{motivation-time}", "unit": "working-days", "evidence": act("motivate", ["about": "about"]),
    ]
}
