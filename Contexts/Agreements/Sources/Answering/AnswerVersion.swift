import Ecosystems
import Foundation
import Kernel
import Parties

/// Records what a party declared about a version, with the proof: the declaration that `AnswerWish` drew up, signed.
///
/// Refuses, each with its own rule: what may not be declared today (`AnswerRules`), a declaration that is too old or from the
/// future, a key that is unknown, of another, expired or revoked, and a signature that does not hold.
package struct AnswerVersion: Command {
    /// How long a declaration may be on its way (ours): by key a day, by passkey ten minutes.
    package static let longestWay: (key: Int64, passkey: Int64) = (86_400, 600)
    /// How far a clock elsewhere may be ahead, in seconds (ours).
    package static let clockDrift: Int64 = 300

    package let declaration: Declaration
    package let proof: SignatureProof?
    /// Milliseconds since 1970: when it is handed in.
    package let now: Int64
    /// The persons as whom the caller may act: without a key, one of them must be who declares. Nil: not judged, for who
    /// stands at the machine itself.
    package let persons: [String]?

    package init(declaration: Declaration, proof: SignatureProof?, now: Int64, persons: [String]?) {
        self.declaration = declaration
        self.proof = proof
        self.now = now
        self.persons = persons
    }

    /// A key proves by itself who declares, so any participant may hand it in.
    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        proof?.method == .key ? .participate : .represent([declaration.party])
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let rules = try AnswerRules(declaration, in: situation)
        let key = registered(in: situation.state)
        var proof = proof
        if proof?.method == .key, proof?.key == nil { proof?.key = key?.id }
        var problems = freshnessProblems + rules.problems
        if proof?.method != .key, persons?.contains(declaration.person) == false { problems.append(.someoneElse) }
        if proof == nil, rules.fixed.text.kind.isBinding { problems.append(.proofMissing) }
        if let proof {
            let keyProblem = key.flatMap { $0.fault(on: situation.today) ?? $0.fault(now: situation.today) }
            problems += [proof.fault(over: declaration, key: key), keyProblem].compactMap { $0 }
        }
        guard problems.isEmpty else {
            throw problems.contains { $0.rule == "signature.twice" } ? .conflict(problems[0]) : .invalid(problems)
        }
        let record = signature(rules, proof, on: situation.today)
        let change = RecordChange(Signature.naming.plural, record.id.rawValue, .add(record.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }

    /// The key by its name, or else by what it is.
    private func registered(in state: EcosystemState) -> SigningKey? {
        guard let proof, proof.method == .key else { return nil }
        if let name = proof.key { return state[SigningKey.self][name] }
        return state[SigningKey.self].records.first { $0.publicKey == proof.publicKey }
    }

    private var freshnessProblems: [Problem] {
        guard let moment = declaration.moment else { return [] }  // told among the faults of the declaration
        let age = DeclaredMoment(milliseconds: now).seconds - moment.seconds
        let longest = proof?.method == .passkey ? Self.longestWay.passkey : Self.longestWay.key
        if age > longest { return [.declaredLongAgo(longest)] }
        return age < -Self.clockDrift ? [.declaredAhead] : []
    }

    private func signature(_ rules: AnswerRules, _ proof: SignatureProof?, on day: Day) -> Signature {
        var record = Signature(id: Self.name(declaration, rules.standing.facts))
        record.agreement = rules.agreement.id
        record.version = rules.fixed.version.id
        record.party = rules.party
        record.answer = declaration.answer
        record.reason = declaration.reason
        record.except = declaration.except
        record.person = ID(declaration.person)
        record.mandate = declaration.mandate.map { ID($0.id) }
        record.on = day
        record.declaration = declaration.json
        record.proof = proof
        return record
    }

    /// Says of which version and party, and orders what one party says on one day.
    private static func name(_ declaration: Declaration, _ facts: AgreementFacts) -> String {
        let count = facts.signatures.count { $0.party.rawValue == declaration.party } + 1
        let number = place(count)
        let name = "\(declaration.agreement)-v\(declaration.version)-\(number)-\(declaration.party)"
        return Identifier.isValid(name) ? name : "s-\(number)-\(Hash.hex(declaration.json))"
    }

    /// A number as ids sort it: 01 … 99, a100 … a999, b1000 and so on, because a letter comes after every digit.
    static func place(_ count: Int) -> String {
        let digits = count < 10 ? "0\(count)" : String(count)
        let longer = UInt8(clamping: min(digits.count - 2, 26))
        return longer == 0 ? digits : String(UnicodeScalar(UInt8(ascii: "a") + longer - 1)) + digits
    }
}

extension SigningKey {
    /// The day of revocation is the first on which nothing new is taken.
    fileprivate func fault(now today: Day) -> Problem? { revoked == today ? .keyRevoked(self, today) : nil }
}
