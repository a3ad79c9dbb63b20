import Crypto
import Foundation
import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

/// What a forger does who knows the format: changes a file and makes the manifest and the checksums fit again.
@Suite("Bundles that were forged with care")
struct ForgedBundleTests {
    private func refused(
        _ bytes: Data, _ change: (inout [String: Data]) throws -> Void
    ) throws -> (rule: String?, file: String) {
        var files = Dictionary(uniqueKeysWithValues: try ZipArchive(reading: bytes).files.map { ($0.name, $0.bytes) })
        try change(&files)
        files["manifest.json"] = nil
        let all = files.map { ZipArchive.File($0.key, $0.value) }
        let forged = try ZipArchive(all + [.json("manifest.json", BundleManifest.of(all))]).encoded
        do throws(Problem) {
            _ = try BundleCheck.report(on: forged)
            return (nil, "")
        } catch { return (error.rule, error.path.first ?? "") }
    }

    private func edit(_ files: inout [String: Data], _ name: String, _ change: (inout [String: Value]) -> Void) throws {
        var value = try JSONReader.read(try #require(files[name])).map ?? [:]
        change(&value)
        files[name] = Data(CanonicalJSON.bytes(.map(value)))
    }

    @Test("Every part is judged for what it says")
    func forged() async throws {
        let sample = try Sample.signed()
        let store = try await SignedStore(sample)
        let bytes = try await store.bundle(on: sample.today)
        let names = try ZipArchive(reading: bytes).files.map(\.name)
        let (stad, net) = ("signatures/samen-v1-01-stad.json", "signatures/samen-v1-01-net.json")
        #expect(names.contains(stad) && names.contains(net))

        #expect(try refused(bytes) { _ in }.rule == nil)
        #expect(try refused(bytes) { $0["README.txt"] = Data("lees mij".utf8) }.rule == nil)
        var found = try refused(bytes) { try edit(&$0, "agreement.json") { $0["purpose"] = "anders" } }
        #expect(found.rule == "bundle.version")
        found = try refused(bytes) { $0["agreement.json"]?.append(0x20) }
        #expect(found == ("bundle.document", "agreement.json"))
        found = try refused(bytes) { try edit(&$0, stad) { $0["on"] = "2026-03-03" } }
        #expect(found == ("bundle.signature", stad))
        found = try refused(bytes) {
            try edit(&$0, stad) { signature in
                var declaration = signature["declaration"]?.map ?? [:]
                declaration["answer"] = "reject"
                signature["declaration"] = .map(declaration)
            }
        }
        #expect(found == ("bundle.signature", stad))
        found = try refused(bytes) { try edit(&$0, stad) { $0["proof"] = nil } }
        #expect(found == ("bundle.signature", stad))
        found = try refused(bytes) { $0[net] = nil }
        #expect(found.rule == "bundle.unused")
        found = try refused(bytes) { $0["keys/k-stad.json"] = nil }
        #expect(found == ("bundle.signature", stad))
        found = try refused(bytes) { try edit(&$0, "keys/k-stad.json") { $0["organisation"] = "net" } }
        #expect(found == ("bundle.key", "keys/k-stad.json"))
        let mandate = try #require(names.first { $0.hasPrefix("mandates/m-stad") })
        found = try refused(bytes) { try edit(&$0, mandate) { $0["grantor"] = "raad" } }
        #expect(found == ("bundle.mandate", mandate))
        found = try refused(bytes) { $0["checkpoint"] = Data("x\n1\n".utf8) }
        #expect(found == ("bundle.checkpoint", "checkpoint"))
        found = try refused(bytes) { $0["signatures/x.json"] = Data("{}".utf8) }
        #expect(found == ("bundle.signature", "signatures/x.json"))
        found = try refused(bytes) { $0["iets.txt"] = Data("x".utf8) }
        #expect(found == ("bundle.unused", "iets.txt"))
        for name in names where name.hasPrefix("proofs/") {
            for field in ["header", "payload", "salt", "leaf", "hashes"] {
                found = try refused(bytes) { try edit(&$0, name) { $0[field] = Self.changed($0[field]) } }
                #expect(found == ("bundle.proof", name), "\(field)")
            }
            #expect(try refused(bytes) { $0[name] = nil }.rule != nil)
        }
    }

    private static func changed(_ value: Value?) -> Value {
        switch value {
        case .whole(let number): .whole(number + 1)
        case .string(let text):
            .string(text.hasPrefix("{") ? "{\"a\":1," + text.dropFirst() : "AAAA" + text.dropFirst(4))
        case .list(let items): .list(Array(items.dropLast()))
        default: .null
        }
    }

    @Test("A whole zip that another program packed is refused: it is not in the one form")
    func otherForm() throws {
        let archive = try ZipArchive([.init("a.txt", Data("a".utf8)), .init("b/c.txt", Data("bc".utf8))])
        let bytes = archive.encoded
        #expect(try ZipArchive(reading: bytes) == archive)
        for name in ["", "/a", "a//b", "../a", "a/../b", ".a", "é", "a b"] {
            #expect(rule { try ZipArchive([.init(name, Data())]) } == "bundle.zip", "\(name)")
        }
        #expect(rule { try ZipArchive([.init("a", Data()), .init("a", Data())]) } == "bundle.zip")
        #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    }
}
