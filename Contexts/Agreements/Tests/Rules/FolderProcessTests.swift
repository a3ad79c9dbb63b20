import Foundation
import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("What a text folder does to what was signed")
struct FolderProcessTests {
    private func rules(of sample: Sample, _ change: (URL) throws -> Void) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try FolderWriter.write(try FolderWriter.files(sample.state, catalogue: Sample.catalogue), to: folder.path)
        try change(folder)
        let content = FolderReader.read(folder.path, catalogue: Sample.catalogue)
        do { return try applied(content, to: sample) } catch let refusal as Refusal {
            return refusal.problems.map { "\($0.rule) \($0.path.joined(separator: "/"))" }
        }
    }

    /// A folder says of which ecosystem it is.
    private func named() throws -> Sample {
        var sample = try Sample.offered()
        try sample.put(Profile.naming.plural, "buurt", ["name": "Buurt", "languages": ["nl"]])
        return sample
    }

    private func applied(_ content: FolderContent, to sample: Sample) throws -> [String] {
        try ApplyFolder(content, reason: "").decide(in: sample.situation, catalogue: Sample.catalogue).map { "\($0)" }
    }

    @Test("A folder without a signature or version is refused, and says which; as it was exported it changes nothing")
    func missing() throws {
        var sample = try named()
        try sample.answer("net")
        #expect(try rules(of: sample) { _ in }.isEmpty)
        let unsigned = try rules(of: sample) {
            try FileManager.default.removeItem(at: $0.appending(path: "signatures.yaml"))
        }
        #expect(unsigned == ["folder.process-missing signatures/samen-v1-01-net"])
        let bare = try rules(of: sample) { folder in
            for kind in ["signatures", "offerings", "versions"] {
                try FileManager.default.removeItem(at: folder.appending(path: "\(kind).yaml"))
            }
        }
        #expect(
            bare == ["folder.process-missing versions/samen-v1", "folder.process-missing signatures/samen-v1-01-net"])
    }

    @Test("A folder does not change a version that was fixed")
    func changed() throws {
        let sample = try named()
        let found = try rules(of: sample) { folder in
            let file = folder.appending(path: "versions.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing("2026-03-02", with: "2026-03-01").write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(found == ["version.fixed versions/samen-v1"])
    }
}
