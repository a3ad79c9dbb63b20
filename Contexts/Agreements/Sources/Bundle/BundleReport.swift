import Kernel
import Parties
import Signing

/// What a bundle proves, once all of it fits.
package struct BundleReport: Sendable {
    /// One proved declaration.
    package struct Answer: Sendable {
        package let signature: Signature
        package let declaration: Declaration
        /// Nil for a passkey, and for a confirmation without a proof.
        package let key: SigningKey?
    }

    package let text: AgreementDocument
    package let hash: String
    /// In the order in which they were given.
    package let answers: [Answer]
    /// The first day on which it was in force; nil when too few accepted it.
    package let entered: Day?
    package let logKey: String
    package let logSize: Int
    /// In hexadecimal.
    package let logRoot: String
}

extension BundleReport {
    /// For machines.
    package var value: Value {
        [
            "ok": true, "ecosystem": .string(text.ecosystem), "agreement": .string(text.agreement),
            "kind": .string(text.kind.rawValue), "version": .whole(text.number), "hash": .string(hash),
            "inForceSince": entered.value, "answers": .list(answers.map(\.value)),
            "log": ["key": .string(logKey), "size": .whole(logSize), "root": .string(logRoot)],
        ]
    }

    /// In words, one fact to a line.
    package func lines(_ language: Language) -> [String] {
        let dutch = language == .nl
        var lines = [
            dutch ? "Alles klopt." : "Everything fits.",
            "\(text.name.shown(language)) (\(text.agreement), \(text.kind.label.shown(language).lowercased())), "
                + (dutch ? "versie \(text.number)" : "version \(text.number)"),
            "SHA-256 \(hash)",
        ]
        lines += answers.flatMap { $0.lines(language, text) }
        if answers.isEmpty { lines.append(dutch ? "Nog niemand heeft geantwoord." : "Nobody has answered yet.") }
        if let entered {
            lines.append(dutch ? "Van kracht vanaf \(entered.written(.nl))." : "In force from \(entered.written(.en)).")
        } else {
            lines.append(
                dutch ? "Niet van kracht: te weinig partijen zeiden ja." : "Not in force: too few parties said yes.")
        }
        lines.append(
            dutch
                ? "In het logboek van \(logSize) gebeurtenissen, getekend met \(logKey)"
                : "In the log of \(logSize) events, signed with \(logKey)")
        lines.append(
            dutch
                ? "Vergelijk die sleutel met de sleutel die de beheerder publiceert."
                : "Compare that key with the one that its keeper publishes.")
        return lines
    }
}

extension BundleReport.Answer {
    fileprivate var value: Value {
        var value: [String: Value] = [
            "party": .string(declaration.party), "answer": declaration.answer.value, "on": signature.on.value,
            "declaredAt": .string(declaration.declaredAt), "person": .string(declaration.person),
            "method": .string(signature.proof?.method.rawValue ?? "none"),
        ]
        if let mandate = declaration.mandate { value["mandate"] = .string(mandate.id) }
        if let key { value["key"] = .string(key.id.rawValue) }
        if !declaration.except.isEmpty { value["except"] = declaration.except.value }
        if let site { value["site"] = .string(site) }
        return .map(value)
    }

    /// The domain at which a passkey was used.
    private var site: String? {
        guard let proof = signature.proof, proof.method == .passkey, let client = Base64URL.decode(proof.clientData),
            let data = Base64URL.decode(proof.authenticatorData)
        else { return nil }
        let assertion = PasskeyAssertion(
            clientDataJSON: client, authenticatorData: data, signature: .init(), publicKey: .init())
        do throws(PasskeyFault) { return try assertion.recordedSite().id } catch { return nil }
    }

    fileprivate func lines(_ language: Language, _ text: AgreementDocument) -> [String] {
        let dutch = language == .nl
        let party = text.parties.first { $0.id == declaration.party }?.name.shown(language) ?? declaration.party
        let day = signature.on?.written(language) ?? ""
        var lines = ["\(party) \(declaration.answer.label.shown(language)) (\(day))"]
        if !declaration.except.isEmpty {
            lines.append((dutch ? "  zonder: " : "  without: ") + declaration.except.joined(separator: ", "))
        }
        if !declaration.reason.isEmpty { lines.append("  " + declaration.reason.shown(language).onOneLine) }
        if let mandate = declaration.mandate {
            let limit = mandate.limit.map { dutch ? ", tot \($0.shown(.nl))" : ", up to \($0.shown(.en))" } ?? ""
            let (by, from) = dutch ? ("door", "gegeven door") : ("by", "granted by")
            lines.append(
                "  \(by) \(declaration.person), \(mandate.scope.shown(language).onOneLine)\(limit), \(from) "
                    + mandate.grantor.shown(language).onOneLine)
        } else {
            lines.append((dutch ? "  door " : "  by ") + declaration.person)
        }
        lines.append("  " + proofLine(dutch))
        return lines
    }

    private func proofLine(_ dutch: Bool) -> String {
        if let key {
            let end = key.revoked.map {
                dutch ? ", ingetrokken op \($0.written(.nl))" : ", revoked on \($0.shown(.en))"
            }
            return (dutch ? "met de sleutel " : "with the key ") + "\(key.id) (\(key.algorithm.label.en))" + (end ?? "")
        }
        if let site { return (dutch ? "met een passkey op " : "with a passkey at ") + site }
        return dutch ? "bevestigd, zonder handtekening" : "confirmed, without a signature"
    }
}
