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
            var key = SigningKey(id: id)
            guard name == "keys/\(id).json", told == .map(fields.merging(["id": .string(id)]) { $1 }),
                key.write(fields).isEmpty, key.verifier != nil
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
        do throws(Problem) { declaration = try Declaration(reading: told["declaration"]) } catch {
            throw .bundle("signature", name, error.message.asClause)
        }
        let id = told["id"].string ?? ""
        var signature = Signature(id: id)
        let problems = signature.write(try folded(id, Signature.naming.singular, "signature"))
        guard problems.isEmpty, name == "signatures/\(id).json", signature.version == version.id,
            signature.declaration == declaration.json, signature.says(declaration), let on = signature.on,
            told == .map(signature.toldInBundle(declaration))
        else {
            throw .bundle(
                "signature", name, Text("het logboek heeft iets anders vastgelegd", "the log recorded something else"))
        }
        let key = signature.proof?.key.flatMap { keys[$0.rawValue] }
        let faults =
            declaration.faults(in: text, hash: hash, on: on)
            + signature.proofFaults(declaration, text, key: key, on: on)
        if let first = faults.first { throw .bundle("signature", name, first.message.asClause) }
        try check(declaration.mandate)
        used.insert(name)
        return BundleReport.Answer(signature: signature, declaration: declaration, key: key)
    }

    private mutating func check(_ mandate: DeclaredMandate?) throws(Problem) {
        guard let mandate else { return }
        let name = mandate.bundleName
        guard try json(name, "mandate") == mandate.value else {
            throw .bundle("mandate", name, Text("de verklaring noemt een ander", "the declaration names another"))
        }
        used.insert(name)
    }
}
