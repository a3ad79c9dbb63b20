import Foundation
import Kernel
import Ledger
import Parties

/// Recomputes everything in a bundle from its bytes alone. Pure: no store, no network, no clock.
///
/// Throws the first thing that does not fit: the file as path, the check as rule (`bundle.zip`, `.manifest`, `.document`,
/// `.checkpoint`, `.proof`, `.version`, `.key`, `.signature`, `.mandate`, `.unused`).
package struct BundleCheck {
    let archive: ZipArchive
    let files: [String: Data]
    let text: AgreementDocument
    let hash: String
    /// What was used; a bundle holds nothing else.
    var used: Set<String> = [BundleManifest.name, "README.txt"]
    var log = BundleLog()

    /// - Parameter logKey: the key that the log must be signed with; nil takes the one in the bundle.
    package static func report(on zip: Data, logKey: String? = nil) throws(Problem) -> BundleReport {
        var check = try BundleCheck(zip)
        try check.readLog(trusting: logKey)
        let version = try check.version()
        let keys = try check.keys()
        let answers = try check.answers(to: version, keys: keys)
        try check.refuseUnused()
        let facts = AgreementFacts(
            versions: [AgreementFacts.Fixed(version: version, text: check.text)], signatures: answers.map(\.signature))
        let entered = Day(year: 9999, month: 12, day: 31).flatMap { facts.entry(of: facts.versions[0], by: $0) }
        return BundleReport(
            text: check.text, hash: check.hash, answers: answers, entered: entered, logKey: check.log.key,
            logSize: check.log.size, logRoot: check.log.root)
    }

    private init(_ zip: Data) throws(Problem) {
        archive = try ZipArchive(reading: zip)
        files = Dictionary(archive.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        try Self.checkManifest(archive)
        guard let document = files["agreement.json"], let json = String(validating: document, as: UTF8.self) else {
            throw .bundle("document", "agreement.json", Text("het ontbreekt", "it is missing"))
        }
        do throws(Problem) { text = try AgreementDocument(json: json) } catch {
            throw .bundle("document", "agreement.json", error.message.asClause)
        }
        guard text.json == json else {
            throw .bundle(
                "document", "agreement.json", Text("het is geen canonieke JSON", "it is not canonical JSON"))
        }
        hash = Hash.hex(json)
        used.insert("agreement.json")
    }

    private static func checkManifest(_ archive: ZipArchive) throws(Problem) {
        let name = BundleManifest.name
        guard let bytes = archive[name] else { throw .bundle("manifest", name, Text("het ontbreekt", "it is missing")) }
        let expected = BundleManifest.of(archive.files.filter { $0.name != name })
        if CanonicalJSON.bytes(expected) == [UInt8](bytes) { return }
        var listed: [String: Value] = [:]
        do throws(Problem) {
            for file in try JSONReader.read(bytes)["files"].list ?? [] { listed[file["name"].string ?? ""] = file }
        } catch { throw .bundle("manifest", name, error.message.asClause) }
        for file in expected["files"].list ?? [] where listed[file["name"].string ?? ""] != file {
            throw .bundle(
                "manifest", file["name"].string ?? "",
                Text(
                    "de SHA-256 of lengte is niet die van manifest.json",
                    "its SHA-256 or size is not that in manifest.json"))
        }
        throw .bundle(
            "manifest", name,
            Text("het noemt iets anders dan wat er ligt", "it lists something else than what is there"))
    }

    /// What a file holds. Its form says nothing: what is in it is compared with what was hashed.
    func json(_ name: String, _ check: String) throws(Problem) -> Value {
        guard let bytes = files[name] else { throw .bundle(check, name, Text("het ontbreekt", "it is missing")) }
        do throws(Problem) { return try JSONReader.read(bytes) } catch {
            throw .bundle(check, name, error.message.asClause)
        }
    }

    /// The names in a folder of the bundle, sorted.
    func names(in folder: String) -> [String] {
        archive.files.map(\.name).filter { $0.hasPrefix(folder + "/") }
    }

    private func refuseUnused() throws(Problem) {
        for file in archive.files where !used.contains(file.name) && !RenderedDocument.isName(file.name) {
            throw .bundle("unused", file.name, Text("het hoort nergens bij", "it belongs to nothing"))
        }
    }
}

extension Text {
    /// A sentence as part of another.
    var asClause: Text {
        func clause(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
        return Text(clause(nl), clause(en))
    }
}
