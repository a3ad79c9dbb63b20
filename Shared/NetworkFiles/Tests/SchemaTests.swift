import Foundation
import Kernel
import Testing

@testable import NetworkFiles

@Suite("What we write and the published schemas")
struct SchemaTests {
    /// The schema of GEXF 1.3, where it stands beside this repository or where `STELSEL_STANDARDS` says.
    static let schemas: [URL] = {
        let inside = "gexf-1.3/gexf.xsd"
        let named = ProcessInfo.processInfo.environment["STELSEL_STANDARDS"].map { URL(fileURLWithPath: $0) }
        var folders = named.map { [$0] } ?? []
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            folders.append(folder.appendingPathComponent("shared/standards"))
            folder.deleteLastPathComponent()
        }
        let found = folders.map { $0.appendingPathComponent(inside) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        guard let found else {
            print("Skipped: there is no shared/standards/\(inside) beside this repository.")
            return []
        }
        guard validator != nil else {
            print("Skipped: xmllint is not installed here.")
            return []
        }
        return [found]
    }()

    static let validator = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test("GEXF is valid, whatever the texts", arguments: schemas)
    func gexf(_ schema: URL) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stelsel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for seed in 1...20 as ClosedRange<UInt64> {
            var networks = Networks(seed, controls: false)
            let path = folder.appendingPathComponent("\(seed).gexf").path
            try networks.next().write(to: path)
            paths.append(path)
        }
        let errors = folder.appendingPathComponent("errors").path
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.validator))
        process.arguments = ["--noout", "--nonet", "--schema", schema.path] + paths
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        process.waitUntilExit()

        let told = try String(contentsOfFile: errors, encoding: .utf8)
        #expect(process.terminationStatus == 0, "\(told.suffix(2_000))")
        #expect(told.split(separator: "\n").count { $0.hasSuffix(" validates") } == paths.count)
    }
}
