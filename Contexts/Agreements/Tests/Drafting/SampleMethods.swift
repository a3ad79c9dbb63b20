import Kernel
import MethodLibrary

@testable import Agreements
@testable import Ecosystems

/// Methods that are as small as a rule needs them: six blocks, two mechanisms, one lifecycle.
enum SampleMethods {
    static func library() throws -> Library {
        try Library().adding(copies: [
            ("steps", steps), ("acts", acts), ("ways", ways), ("people", people), ("money", money),
        ])
    }

    private static func head(_ family: String, _ id: String) -> String {
        "family: \(family)\nid: \(id)\nversion: 1\nname: {nl: \(id) nl, en: \(id) en}\n"
            + "summary: {nl: kort, en: short}\norigin: stelsel\n"
    }

    private static func named(_ id: String) -> String {
        "id: \(id)\n    name: {nl: \(id) nl, en: \(id) en}\n    summary: {nl: kort, en: short}\n"
    }

    private static let steps =
        head("lifecycles", "steps")
        + "phases:\n  - \(named("begin"))    next: [end]\n  - \(named("end"))    ending: true\n"

    private static let acts = head("acts", "acts") + "acts:\n  - \(named("pay"))"

    private static let ways =
        head("mechanisms", "ways") + "pillars:\n  - \(named("power"))  - \(named("rules"))mechanisms:\n"
        + mechanism("vote", "power", free: 2, held: 1) + mechanism("veto", "power", free: 0, held: 3)
        + mechanism("code", "rules", free: 1, held: 0)

    private static func mechanism(_ id: String, _ pillar: String, free: Int, held: Int) -> String {
        func effects(_ name: String, _ count: Int) -> String {
            guard count > 0 else { return "" }
            let items = (1...count).map { "{id: \(name)\($0), text: {nl: \(name)\($0), en: \(name)\($0)}}" }
            return "    \(name): [\(items.joined(separator: ", "))]\n"
        }
        return "  - \(named(id))    pillar: \(pillar)\n" + effects("generativity", free) + effects("control", held)
    }

    /// One block. `more` are lines of YAML at the level of its fields.
    private static func block(_ id: String, weight: String, _ more: String = "", clauses: String? = nil) -> String {
        let texts =
            clauses
            ?? "      - {id: plain, heading: {nl: Kop \(id), en: Heading \(id)}, text: {nl: Tekst \(id)., en: Text \(id).}}\n"
        return "  - \(named(id))    questions: [{id: q, text: {nl: Wat?, en: What?}}]\n"
            + "    why: {nl: daarom, en: because}\n    whyNot: {nl: soms, en: sometimes}\n"
            + "    importance: [{phase: steps/begin, weight: \(weight)}]\n    kinds: [cooperation, charter]\n"
            + more + "    clauses:\n" + texts
    }

    private static let people =
        head("blocks", "people") + "theme: governance\nblocks:\n"
        + block("goal", weight: "small", "    essential: true\n    mechanisms: [vote]\n")
        + block("steering", weight: "large", "    dependsOn: [people/roles]\n    mechanisms: [vote, veto]\n")
        + block("roles", weight: "small", "    mechanisms: [code]\n")
        + block("boss", weight: "large", "    principles: [keystone]\n    conflictsWith: [people/goal]\n")

    private static let money =
        head("blocks", "money") + "theme: organisation\nblocks:\n"
        + block("share", weight: "medium", "    principles: [equals]\n", clauses: share)
        + block("fines", weight: "medium")

    private static let share = """
              - id: fixed
                heading: {nl: Bijdrage, en: Contribution}
                text: {nl: "Elke partij draagt {share} bij vóór {when}.", en: "Each party contributes {share} before {when}."}
                variables:
                  - {id: share, name: {nl: bijdrage, en: contribution}, type: amount, suggestion: {nl: "2500", en: "2500"}}
                  - {id: when, name: {nl: wanneer, en: when}, type: day}
                norms:
                  - name: {nl: "Elke partij betaalt {share}.", en: "Each party pays {share}."}
                    form: duty
                    action: pay
                    every: year
                    measure: amount
                    least: "{share}"
              - id: free
                heading: {nl: Vrije bijdrage, en: Free contribution}
                text: {nl: Elke partij draagt bij naar vermogen., en: Each party contributes what it can.}

        """
}

/// Carries out a command as if only the methods of this sample were in use.
struct WithSampleMethods<Inner: Command>: Command {
    let inner: Inner
    let library: Library

    init(_ inner: Inner) throws {
        self.inner = inner
        library = try SampleMethods.library()
    }

    func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        inner.requirement(in: situation, catalogue: catalogue)
    }

    func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let own = Situation(state: situation.state, library: library, today: situation.today)
        return try inner.decide(in: own, catalogue: catalogue)
    }
}

extension Sample {
    /// An agreement without clauses.
    static func empty(_ extra: [String: Value] = [:]) throws -> Sample {
        var sample = try Sample()
        try sample.put(
            "agreements", "samen",
            ["name": ["nl": "Samen", "en": "Together"], "kind": "cooperation"].merging(extra) { $1 })
        return sample
    }

    @discardableResult
    mutating func draft(_ command: some Command) throws -> [DomainEvent] { try carryOut(WithSampleMethods(command)) }

    /// Ids of the clauses of the agreement in order.
    var order: [String] { AgreementDraft("samen", in: situation)?.clauses.map(\.id.rawValue) ?? [] }

    var blocksSituation: Situation {
        get throws { Situation(state: state, library: try SampleMethods.library(), today: today) }
    }
}
