import Crypto
@testable import Ecosystems
import Foundation
import Kernel
import MethodLibrary
import Parties
import Signing

@testable import Agreements
@testable import Ensemble

/// How the agreements and decisions of an example came about: told as commands, one day after the other, so that every hash and signature in the
/// folder is a real one. The secret keys follow from a public phrase: they are for examples only.
struct AgreementStory {
    /// The kinds that the story makes; the rest is written by hand in the folder.
    static let made = [
        "versions", "rounds", "remarks", "replies", "offerings", "signatures", "signingKeys", "exits", "endings",
        "reviews", "proposals", "advices", "soundings", "ballots", "votes", "decisions",
    ]

    private(set) var state: EcosystemState
    let library: Library
    var today: Day
    /// A text that is proposed in a round.
    var proposed = Value.null

    /// Starts from what is written by hand in a folder.
    init(_ name: String, methods: Library) throws {
        let content = FolderReader.read("\(EnsembleTests.root)/Examples/\(name)", catalogue: .stelsel)
        var state = Catalogue.stelsel.emptyState(content.id)
        let changes = content.changes.filter { !Self.made.contains($0.kind) }
        library = methods
        today = EnsembleTests.today
        let situation = Situation(state: state, library: methods, today: today)
        for event in try ChangeRecords(changes).decide(in: situation, catalogue: .stelsel) {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: .stelsel)
        }
        self.state = state
    }

    var situation: Situation { Situation(state: state, library: library, today: today) }

    mutating func on(_ day: String, _ command: some Command) throws {
        today = Day(day) ?? today
        for event in try command.decide(in: situation, catalogue: .stelsel) {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: .stelsel)
        }
    }

    mutating func on(_ day: String, _ change: RecordChange...) throws { try on(day, ChangeRecords(change)) }

    /// Opens a round of three weeks on the latest version; the parties named agree with the whole.
    mutating func consult(_ agreement: String, from day: String, until: String, agreeing: [String]) throws {
        let version = state.versions(of: ID(agreement)).last?.id.rawValue ?? ""
        let round = "\(version)-ronde"
        try on(
            day,
            RecordChange(
                "rounds", round,
                .add([
                    "agreement": .string(agreement), "agreementVersion": .string(version), "opens": .string(day),
                    "closes": .string(until),
                ])))
        for party in agreeing {
            try remark(agreement, round, party, "", ["sort": "agree", "on": .string(day)])
        }
    }

    mutating func remark(
        _ agreement: String, _ round: String, _ party: String, _ clause: String, _ values: [String: Value]
    ) throws {
        var fields = values
        fields["agreement"] = .string(agreement)
        fields["round"] = .string(round)
        fields["party"] = .string(party)
        if !clause.isEmpty { fields["clause"] = .string(clause) }
        let id = "\(round)-\(party)\(clause.isEmpty ? "" : "-\(clause)")"
        try on(values["on"]?.string ?? "", RecordChange("remarks", id, .add(fields)))
    }

    mutating func offer(_ agreement: String, on day: String, until: String) throws {
        let version = state.versions(of: ID(agreement)).last?.id.rawValue ?? ""
        try on(
            day,
            RecordChange(
                "offerings", "\(version)-voorlegging",
                .add([
                    "agreement": .string(agreement), "agreementVersion": .string(version), "on": .string(day),
                    "until": .string(until),
                ])))
    }

    /// Signs with the key of the party, under a mandate; registers the key at its first use.
    mutating func sign(
        _ agreement: String, on day: String, _ party: String, _ mandate: String, _ answer: Signature.Answer = .accept,
        except: [String] = [], reason: Text = Text()
    ) throws {
        today = Day(day) ?? today
        let secret = try Self.key(of: party)
        let key = "voorbeeld-\(party)"
        if !state[SigningKey.self].contains(key) { try register(secret, key, party, day) }
        let person = state[Mandate.self][ID(mandate)]?.person.rawValue ?? ""
        let moment = Clock.end(of: today) - 9 * 3_600_000
        let wish = AnswerWish(
            agreement: agreement, answer: answer, party: party, person: person, mandate: mandate, except: except,
            reason: reason)
        let declaration = try wish.declaration(in: situation, now: moment)
        var proof = SignatureProof()
        proof.method = .key
        proof.key = ID(key)
        proof.publicKey = Base64URL.encode(secret.publicKey.raw)
        proof.signature = Base64URL.encode(try secret.signature(for: declaration.message))
        try on(day, AnswerVersion(declaration: declaration, proof: proof, now: moment, persons: nil))
    }

    private mutating func register(_ secret: SecretKey, _ key: String, _ party: String, _ day: String) throws {
        try on(
            day,
            RecordChange(
                "signingKeys", key,
                .add([
                    "organisation": .string(party), "algorithm": "ed25519",
                    "publicKey": .string(Base64URL.encode(secret.publicKey.raw)),
                    "label": ["nl": "Sleutel voor dit voorbeeld", "en": "Key for this example"],
                ])))
    }

    private static func key(of party: String) throws -> SecretKey {
        let seed = Data(SHA256.hash(data: Data("stelsel example \(party)".utf8)))
        guard let key = SecretKey(.ed25519, raw: seed) else { throw CocoaError(.featureUnsupported) }
        return key
    }

    /// The fields of a record as they stand.
    func values(_ kind: String, _ id: String) -> [String: Value] { state.table(kind)?.values(of: id) ?? [:] }
}
