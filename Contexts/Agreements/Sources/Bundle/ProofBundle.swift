import Foundation
import Kernel
import Ledger

/// A page for people of what was signed, such as HTML, PDF or Markdown: its place in a bundle and its bytes.
package struct RenderedDocument: Sendable, Hashable {
    /// `agreement.html`, `agreement.nl.pdf` and so on.
    package let name: String
    package let bytes: Data

    package init(name: String, bytes: Data) {
        self.name = name
        self.bytes = bytes
    }

    /// Whether a bundle takes it by this name: `agreement`, perhaps a language, and html, pdf or md.
    package static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0] == "agreement", let kind = parts.last else { return false }
        let isLanguage = parts.count == 2 || parts[1].allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
        return ["html", "pdf", "md"].contains(kind) && isLanguage && parts.allSatisfy { !$0.isEmpty }
    }
}

/// All that proves who agreed to one version of an agreement: readable without the house it came from.
package struct ProofBundle: Sendable {
    /// The form of a bundle; readers refuse others.
    package static let format = "stelsel-bundle/1"

    package let version: AgreementVersion
    package let signatures: [Signature]
    package let keys: [SigningKey]
    package let events: [BundleEvent]
    /// Signed note.
    package let checkpoint: String
    package let logKey: String
    package let rendered: [RenderedDocument]

    /// The bundle as a zip; the same bytes for the same facts.
    package func archive() throws(Problem) -> ZipArchive {
        var files = [
            ZipArchive.File("agreement.json", Data(version.document.utf8)),
            ZipArchive.File("checkpoint", Data(checkpoint.utf8)),
            ZipArchive.File("log-key.txt", Data((logKey + "\n").utf8)),
            ZipArchive.File("README.txt", Data(BundleReadme.text.utf8)),
        ]
        var mandates: [String: Value] = [:]
        for signature in signatures {
            let declaration = try Declaration(json: signature.declaration)
            files.append(.json("signatures/\(signature.id).json", .map(signature.toldInBundle(declaration))))
            if let mandate = declaration.mandate { mandates[mandate.bundleName] = mandate.value }
        }
        files += mandates.map { .json($0.key, $0.value) }
        files += keys.map { .json("keys/\($0.id).json", $0.told) }
        files += events.map { .json($0.name, $0.value) }
        for document in rendered {
            guard RenderedDocument.isName(document.name) else {
                throw .zip(document.name, Text("deze naam kan niet", "this name cannot be"))
            }
            files.append(ZipArchive.File(document.name, document.bytes))
        }
        return try ZipArchive(files + [.json("manifest.json", BundleManifest.of(files))])
    }
}

extension Signature {
    /// The declaration with its proof, as a file of a bundle holds them.
    func toldInBundle(_ declaration: Declaration) -> [String: Value] {
        var told: [String: Value] = [
            "id": .string(id.rawValue), "on": on.value, "declaration": declaration.value,
        ]
        if let proof { told["proof"] = proof.value }
        return told
    }
}

extension SigningKey {
    /// With its id.
    var told: Value { .map(values.merging(["id": .string(id.rawValue)]) { $1 }) }
}

extension DeclaredMandate {
    /// A mandate may have changed between two signatures; each wording is a file.
    var bundleName: String { bundleName(Hash.hex(CanonicalJSON.string(value))) }

    /// - Parameter hash: of its canonical JSON.
    func bundleName(_ hash: String) -> String { "mandates/\(id)-\(hash.prefix(12)).json" }
}

extension ZipArchive.File {
    static func json(_ name: String, _ value: Value) -> ZipArchive.File {
        ZipArchive.File(name, Data(CanonicalJSON.bytes(value)))
    }
}

/// What lies in a bundle, with the hash of each file.
enum BundleManifest {
    static let name = "manifest.json"

    static func of(_ files: [ZipArchive.File]) -> Value {
        let listed: [Value] = files.sorted { $0.name < $1.name }.map {
            ["name": .string($0.name), "sha256": .string(Hash.hex($0.bytes)), "size": .whole($0.bytes.count)]
        }
        return ["format": .string(ProofBundle.format), "files": .list(listed)]
    }
}
