import Ecosystems
import Ensemble
import Foundation
import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct LinterTests {
    /// The test cases of the standard itself, where it stands beside this repository.
    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: standard.path)) ?? []
        if names.isEmpty { print("Skipped: the test cases of the API design rules are not at \(standard.path).") }
        return names.sorted()
    }()

    static let standard: URL = {
        var folder = Sample.repository.deletingLastPathComponent()
        let inside = "shared/standards/nlgov-api-design-rules/testcases"
        while folder.path != "/" {
            let found = folder.appendingPathComponent(inside)
            if FileManager.default.fileExists(atPath: found.path) { return found }
            folder.deleteLastPathComponent()
        }
        return Sample.repository.deletingLastPathComponent().appendingPathComponent(inside)
    }()

    @Test("Our linter finds what the standard's own finds, in each of its test cases", arguments: cases)
    func standardCases(_ name: String) throws {
        let folder = Self.standard.appendingPathComponent(name)
        let document = try Data(contentsOf: folder.appendingPathComponent("openapi.json"))
        let told = try String(contentsOf: folder.appendingPathComponent("expected-output.txt"), encoding: .utf8)

        let expected = told.split(separator: "\n").filter { $0.contains("  error  ") }.map { line -> String in
            let words = line.split(separator: "  ", omittingEmptySubsequences: true).map {
                $0.trimmingCharacters(in: .whitespaces)
            }.filter { !$0.isEmpty }
            return words.count > 4 ? "\(words[2]) \(words[4])" : words[2]
        }

        #expect(Linter.findings(in: try JSONReader.read(document)) == Set(expected).sorted())
    }

    @Test("Our own document has no findings")
    func ownDocument() async throws {
        try await Sample().run { talk in
            let reply = try await talk.send(.get, "/openapi.json")
            #expect(reply.status == 200)
            #expect(reply.headers[.accessControlAllowOrigin] == "*")
            #expect(Linter.findings(in: reply.value) == [])
            #expect(
                try await talk.send(.get, "/openapi.json", headers: ["If-None-Match": reply.tag ?? ""]).status == 304)
        }
    }

    @Test("Every route is in the document, and everything in the document is a route")
    func completeness() async throws {
        try await Sample().run { talk in
            let paths = try await talk.send(.get, "/openapi.json")["paths"].map ?? [:]
            let described = paths.flatMap { path, item in (item.map ?? [:]).keys.map { "\($0.uppercased()) \(path)" } }
            let routes = talk.sample.book.all.map { entry in
                let path = entry.path.dropFirst(APIDoor.root.count).split(separator: "/").map {
                    $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
                }
                return "\(entry.method) /\(path.joined(separator: "/"))"
            }
            #expect(Set(described) == Set(routes))
        }
    }

    @Test("No kind has a field or an address that the API keeps for itself")
    func reservedNames() {
        let taken = [
            "summary", "events", "findings", "tasks", "search", "changes", "history", "reversions", "obligations",
            "may",
        ]
        for kind in Catalogue.stelsel.kinds {
            #expect(!taken.contains(kind.segment))
            #expect(CommonSchemas.all[kind.typeName] == nil)
            #expect(!kind.fields.contains { ["id", "version"].contains($0.name) }, "\(kind.plural)")
        }
    }
}
