import Kernel
import MethodLibrary

/// The norms of a version as an ODRL 2.2 policy of type Agreement (JSON-LD), as far as that vocabulary can say them.
///
/// Limits and terms become constraints (`payAmount`, `count`, `timeInterval`, `dateTime`, `event`, `elapsedTime`). What a norm means
/// stays in `description`; the consequence of a breach is in words only, and is left out.
package struct AgreementODRL: Sendable {
    /// A norm that could not be said, and why.
    package struct Missing: Sendable, Hashable {
        package let norm: String
        package let name: Text
        package let reason: Text
    }

    /// JSON-LD.
    package let policy: Value
    package let missing: [Missing]

    package init(_ text: AgreementDocument) {
        let words = ODRLWords(text)
        var rules: [String: [Value]] = [:]
        var missing: [Missing] = []
        for norm in text.norms {
            switch ODRLRule.of(norm, words) {
            case .success(let rule): rules[rule.property, default: []].append(rule.value)
            case .failure(let lack):
                missing.append(Missing(norm: norm.id, name: norm.rule.name, reason: lack.reason))
            }
        }
        var policy: [String: Value] = [
            "@context": ["http://www.w3.org/ns/odrl.jsonld", ["stelsel": .string(ODRLWords.acts)]],
            "@type": "Agreement", "uid": .string(words.policy), "profile": .string(ODRLWords.profile),
            "dct:title": words.both(text.name), "assigner": words.everyone, "assignee": words.everyone,
        ]
        for (property, list) in rules { policy[property] = .list(list) }
        self.policy = .map(policy)
        self.missing = missing
    }
}

/// Why ODRL cannot say a norm.
struct ODRLLack: Error {
    let reason: Text
}

/// The names that a policy uses.
struct ODRLWords {
    static let acts = "urn:stelsel:act:"
    static let profile = "urn:stelsel:odrl-profile:1"

    private let text: AgreementDocument

    init(_ text: AgreementDocument) { self.text = text }

    private var base: String { "urn:stelsel:\(text.ecosystem)" }
    var policy: String { "\(base):agreements/\(text.agreement)/\(text.number)" }

    /// All parties together, as one collection.
    var everyone: Value { ["@type": "PartyCollection", "uid": .string("\(policy)#parties")] }

    func party(_ id: String) -> Value { .string("\(base):organisations/\(id)") }

    /// The parties of a rule; several stand for each of them by itself.
    func parties(_ subject: NormRule.Subject?, isEach: Bool) -> Value {
        switch subject?.who ?? .everyone {
        case .everyone: isEach ? .list(text.parties.map { party($0.id) }) : everyone
        case .organisation: party(subject?.named ?? "")
        case .body: .string("\(base):bodies/\(subject?.named ?? "")")
        case .role:
            ["@type": "PartyCollection", "uid": .string("\(base):roles/\(subject?.named ?? "")")]
        }
    }

    /// Acts that ODRL has a word for go by that word; others are of our profile.
    func action(_ id: String) -> Value {
        let known = ["use-data": "use", "share-data": "distribute", "destroy-data": "delete", "inform": "inform"]
        return .string(known[id] ?? "stelsel:\(id)")
    }

    /// What a rule is about; without an object all that the agreement covers.
    func target(_ object: String) -> Value {
        object.isEmpty
            ? ["@type": "AssetCollection", "uid": .string("\(policy)#all")] : .string("\(base):\(object)")
    }

    func event(_ evidence: NormRule.Evidence) -> Value {
        let tests = evidence.matching.map {
            $0.above.isEmpty ? "\($0.field)=\($0.value)" : "\($0.field)>\($0.above)"
        }
        let query = tests.isEmpty ? "" : "?" + tests.joined(separator: "&")
        return .string("\(base):\(evidence.kind)\(query)")
    }

    func both(_ text: Text) -> Value {
        .list(
            [("nl", text.nl), ("en", text.en)].filter { !$0.1.isEmpty }.map {
                ["@language": .string($0.0), "@value": .string($0.1)]
            })
    }
}
