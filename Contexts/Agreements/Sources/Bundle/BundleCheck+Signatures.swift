import Foundation
import Kernel
import Parties

extension BundleCheck {
    /// The version as the log has it, provided its text is the one in the bundle.
    mutating func version() throws(Problem) -> AgreementVersion {
        guard let event = log.version else {
            throw .bundle(
                "version", "agreement.json", Text("de tekst staat niet in het logboek", "the text is not in the log"))
        }
        var version = AgreementVersion(id: event.record)
        let problems = version.write(try folded(event.record, AgreementVersion.naming.singular, "version"))
        guard problems.isEmpty, version.document == text.json, version.hash == hash, version.number == text.number,
            version.agreement.rawValue == text.agreement
        else {
            throw .bundle(
                "version", event.file, Text("het logboek heeft een andere tekst", "the log has another text"))
        }
        return version
    }

    /// The registered keys, as the log made them.
    mutating func keys() throws(Problem) -> [String: SigningKey] {
        var keys: [String: SigningKey] = [:]
        for name in names(in: "keys") {
            let told = try json(name, "key")
            let id = told["id"].string ?? ""
            let fields = try folded(id, SigningKey.naming.singular, "key", changing: ["revoked", "label"])
            guard name == "keys/\(id).json", told == .map(fields.merging(["id": .string(id)]) { $1 }),
                let key = SigningKey(id, recorded: fields)
            else {
                throw .bundle("key", name, Text("het logboek heeft een andere sleutel", "the log has another key"))
            }
            used.insert(name)
            keys[id] = key
        }
        return keys
    }

    /// Every answer, each proved: by the log that it was recorded, by its key that it was made.
    mutating func answers(
        to version: AgreementVersion, keys: [String: SigningKey]
    ) throws(Problem) -> [BundleReport.Answer] {
        var answers: [BundleReport.Answer] = []
        var seen: Set<String> = []
        for name in names(in: "signatures") {
            let answer = try answer(name, try json(name, "signature"), to: version, keys: keys)
            if !seen.insert(answer.signature.declaration).inserted {
                throw .bundle(
                    "signature", name, Text("deze verklaring ligt er al", "this declaration is there already"))
            }
            answers.append(answer)
        }
        let unused = Set(keys.keys).subtracting(answers.compactMap { $0.key?.id.rawValue }).sorted()
        if let first = unused.first {
            throw .bundle("unused", "keys/\(first).json", Text("er is niet mee getekend", "nothing was signed with it"))
        }
        return answers.sorted {
            ($0.signature.on?.number ?? 0, $0.signature.id) < ($1.signature.on?.number ?? 0, $1.signature.id)
        }
    }

    private mutating func answer(
        _ name: String, _ told: Value, to version: AgreementVersion, keys: [String: SigningKey]
    ) throws(Problem) -> BundleReport.Answer {
        let declaration: Declaration
        var signature = Signature(id: told["id"].string ?? "")
        do throws(Problem) {
            declaration = try Declaration(complete: told["declaration"])
            signature.proof = try Optional<SignatureProof>(told["proof"])
            signature.on = try Optional<Day>(told["on"])
        } catch { throw .bundle("signature", name, error.message.asClause) }
        signature.take(declaration, told["declaration"], of: version)
        var fields = try folded(signature.id.rawValue, Signature.naming.singular, "signature")
        // Logs of before the field had its present name say the same under `version`.
        if fields["agreementVersion"] == nil { fields["agreementVersion"] = fields.removeValue(forKey: "version") }
        guard name == "signatures/\(signature.id).json", let on = signature.on,
            fields == Self.recorded(told, signature)
        else {
            throw .bundle(
                "signature", name, Text("het logboek heeft iets anders vastgelegd", "the log recorded something else"))
        }
        let key = signature.proof?.key.flatMap { keys[$0.rawValue] }
        let faults =
            declaration.faults(in: text, hash: hash, on: on)
            + signature.proofFaults(declaration, text, key: key, on: on)
        if let first = faults.first { throw .bundle("signature", name, first.message.asClause) }
        if let mandate = declaration.mandate { try check(mandate, told["declaration"]["mandate"]) }
        used.insert(name)
        return BundleReport.Answer(signature: signature, declaration: declaration, key: key)
    }

    /// The fields that the log must have recorded for what a file tells; nil when the file tells more.
    private static func recorded(_ told: Value, _ signature: Signature) -> [String: Value]? {
        let parts: Set<String> = ["id", "on", "declaration", "proof"]
        guard told.map?.keys.allSatisfy(parts.contains) == true else { return nil }
        let declaration = told["declaration"]
        var fields: [String: Value] = [
            "agreement": .string(signature.agreement.rawValue),
            "agreementVersion": .string(signature.version.rawValue),
            "declaration": .string(signature.declaration), "on": told["on"], "proof": told["proof"],
            "mandate": declaration["mandate"]["id"],
        ]
        for name in ["answer", "party", "person", "reason", "except"] { fields[name] = declaration[name] }
        return fields.filter { !$0.value.isNull }
    }

    private mutating func check(_ mandate: DeclaredMandate, _ value: Value) throws(Problem) {
        let bytes = CanonicalJSON.bytes(value)
        let name = mandate.bundleName(Hash.hex(Data(bytes)))
        guard let file = files[name], [UInt8](file) == bytes else {
            throw .bundle("mandate", name, Text("de verklaring noemt een ander", "the declaration names another"))
        }
        used.insert(name)
    }
}

extension Signature {
    /// Says what a declaration says, about a version.
    /// - Parameter value: the declaration as it was read, which is in its one form.
    fileprivate mutating func take(_ declaration: Declaration, _ value: Value, of fixed: AgreementVersion) {
        agreement = fixed.agreement
        version = fixed.id
        party = ID(declaration.party)
        answer = declaration.answer
        reason = declaration.reason
        except = declaration.except
        person = ID(declaration.person)
        mandate = declaration.mandate.map { ID($0.id) }
        self.declaration = CanonicalJSON.string(value)
    }
}

extension SigningKey {
    /// A key as the log recorded it; nil when that is none. Whether it can be checked with shows when it is used.
    fileprivate init?(_ id: String, recorded fields: [String: Value]) {
        self.init(id: id)
        organisation = ID(fields["organisation"]?.string ?? "")
        publicKey = fields["publicKey"]?.string ?? ""
        do throws(Problem) {
            algorithm = try Algorithm(fields["algorithm"] ?? .null)
            label = try Text(fields["label"] ?? .null)
            validity = try Period(fields["validity"] ?? .null)
            revoked = try Optional<Day>(fields["revoked"] ?? .null)
        } catch { return nil }
    }
}
