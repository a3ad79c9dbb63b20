import Kernel
import MethodLibrary

/// What one context adds to an ecosystem: kinds of record, rules over changes, and things worth finding.
package struct ContextParts: Sendable {
    package let id: String
    package let name: Text
    package let kinds: [Kind]
    package let guards: [ChangeGuard]
    package let removals: [RemovalGuard]
    package let reactions: [Reaction]
    package let findings: [FindingRule]
    /// What its records say about who is tied to whom.
    package let ties: [TieRule]
    /// What organisations carry in its records.
    package let carrying: [CarryingRule]
    /// How its findings are told, by rule.
    package let findingWords: [String: FindingWords]
    package let offers: [FieldOffer]

    package init(
        id: String, name: Text, kinds: [Kind], guards: [ChangeGuard] = [], removals: [RemovalGuard] = [],
        reactions: [Reaction] = [], findings: [FindingRule] = [], findingWords: [String: FindingWords] = [:],
        offers: [FieldOffer] = [], ties: [TieRule] = [], carrying: [CarryingRule] = []
    ) {
        self.id = id
        self.name = name
        self.kinds = kinds
        self.guards = guards
        self.removals = removals
        self.reactions = reactions
        self.findings = findings
        self.findingWords = findingWords
        self.offers = offers
        self.ties = ties
        self.carrying = carrying
    }
}

/// What a rule may look at: a state, the methods in use there, and the day.
package struct Situation: Sendable {
    package let state: EcosystemState
    /// The methods in use: the standard ones and the ecosystem's own copies.
    package let library: Library
    /// The methods that Stelsel brings along.
    package let standard: Library
    package let today: Day

    package init(state: EcosystemState, library: Library, standard: Library? = nil, today: Day) {
        self.state = state
        self.library = library
        self.standard = standard ?? library
        self.today = today
    }
}

/// What follows from a change by itself, such as a mandate that reopens when its person changes.
package struct Reaction: Sendable {
    let changes: @Sendable (_ before: Situation, _ after: EcosystemState) -> [RecordChange]

    package init(_ changes: @escaping @Sendable (_ before: Situation, _ after: EcosystemState) -> [RecordChange]) {
        self.changes = changes
    }
}

/// A rule that looks for what deserves attention.
package struct FindingRule: Sendable {
    package let findings: @Sendable (Situation, Catalogue) -> [Finding]

    package init(_ findings: @escaping @Sendable (Situation) -> [Finding]) {
        self.findings = { situation, _ in findings(situation) }
    }

    /// For a rule that looks at what other contexts say, such as who is tied to whom. It reads as somebody who belongs to nothing: what only some may
    /// read must not show in a finding that everyone may read.
    package static func reading(_ findings: @escaping @Sendable (Reader) -> [Finding]) -> FindingRule {
        FindingRule(asking: { situation, catalogue in
            findings(Reader(situation: situation, rights: Rights(), catalogue: catalogue))
        })
    }

    private init(asking findings: @escaping @Sendable (Situation, Catalogue) -> [Finding]) { self.findings = findings }
}

/// All kinds and rules that a running Stelsel knows: the sum of its contexts.
package struct Catalogue: Sendable {
    package let contexts: [ContextParts]
    package let kinds: [Kind]
    package let rights: @Sendable (_ caller: Caller, _ situation: Situation) -> Rights
    let recordEvents: [String: (plural: String, verb: RecordVerb)]
    let guards: [String: [ChangeGuard]]
    let removals: [String: [RemovalGuard]]
    let reactions: [Reaction]
    private let findingWords: [String: FindingWords]
    private let byPlural: [String: Kind]
    private let offers: [String: FieldOffer]

    package init(
        _ contexts: [ContextParts], rights: @escaping @Sendable (_ caller: Caller, _ situation: Situation) -> Rights
    ) {
        self.contexts = contexts
        self.rights = rights
        let kinds = [Kind(Profile.self), Kind(AdaptedMethod.self)] + contexts.flatMap(\.kinds)
        self.kinds = kinds
        byPlural = Dictionary(kinds.map { ($0.plural, $0) }, uniquingKeysWith: { first, _ in first })
        guards = Dictionary(grouping: contexts.flatMap(\.guards), by: \.kind)
        removals = Dictionary(grouping: contexts.flatMap(\.removals), by: \.kind)
        reactions = contexts.flatMap(\.reactions)
        findingWords = contexts.reduce(into: [:]) { words, context in
            words.merge(context.findingWords) { first, _ in first }
        }
        offers = Dictionary(contexts.flatMap(\.offers).map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        recordEvents = kinds.reduce(into: [:]) { events, kind in
            for verb in RecordVerb.allCases {
                events["\(kind.naming.singular).\(verb.rawValue)"] = (kind.plural, verb)
            }
        }
    }

    package func kind(_ plural: String) -> Kind? { byPlural[plural] }

    /// Plural names of the kinds of which others are not even told that there are records.
    var confidentialKinds: Set<String> { Set(kinds.filter(\.isConfidential).map(\.plural)) }

    /// What a field of plain words of this kind may name; nil when it is free.
    package func offer(_ plural: String, _ path: [String]) -> FieldOffer? {
        offers[FieldOffer.place(plural, path)]
    }

    /// Whether fields inside this one have something to offer.
    package func hasOffers(_ plural: String, under path: [String]) -> Bool {
        let place = FieldOffer.place(plural, path) + "/"
        return offers.keys.contains { $0.hasPrefix(place) }
    }

    /// The kind of record that an event of the log speaks of, and what happened to it.
    package func subject(of eventKind: String) -> (kind: Kind, verb: RecordVerb)? {
        guard let event = recordEvents[eventKind], let kind = byPlural[event.plural] else { return nil }
        return (kind, event.verb)
    }

    /// How findings of a rule are told; nil when its context does not say.
    package func words(of finding: Finding) -> FindingWords? { findingWords[finding.rule] }

    /// Everything that deserves attention, the worst first and then what is due first, in a fixed order.
    package func findings(_ situation: Situation) -> [Finding] {
        contexts.flatMap { $0.findings.flatMap { $0.findings(situation, self) } }.ranked(on: situation.today)
    }

    package func emptyState(_ id: String) -> EcosystemState { EcosystemState(id: id, kinds: kinds) }
}
