import Foundation
import Kernel
import Testing

@testable import MethodLibrary

@Suite("Reading a folder of methods") struct FolderTests {
    private func rules(of files: [String: Data]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("methods-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, data) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        do throws(LibraryError) { _ = try Library.load(folder: folder.path) } catch {
            return error.problems.map { problem in
                "\(problem.file.dropFirst(folder.path.count)):\(problem.place.line) \(problem.problem.rule)"
            }
        }
        return []
    }

    @Test("accepts files that lie where they belong") func accepts() throws {
        #expect(try rules(of: ["roles/crew.yaml": Data(Sample.roles.utf8), "README.md": Data("# x".utf8)]) == [])
    }

    @Test("tells the problems of all files at once") func refuses() throws {
        let found = try rules(of: [
            "roles/crew.yaml": Data(Sample.roles.utf8), "roles/team.yaml": Data(Sample.roles.utf8),
            "sectors/ties.yaml": Data(Sample.relations.utf8), "sectors/latin.yaml": Data([0x61, 0xE9]),
            "sectors/large.yaml": Data(repeating: 0x23, count: 2_000_000),
        ])
        #expect(
            found == [
                "/roles/team.yaml:2 method.duplicate", "/roles/team.yaml:2 method.file",
                "/sectors/large.yaml:1 method.size", "/sectors/latin.yaml:1 yaml.encoding",
                "/sectors/ties.yaml:1 method.folder",
            ])
    }

    @Test("refuses a folder that is not there or empty") func noFolder() throws {
        #expect { try Library.load(folder: "/nowhere/at/all") } throws: { error in
            "\(error)".hasPrefix("/nowhere/at/all:1: library.folder")
        }
        #expect(try rules(of: ["README.md": Data()]).map { $0.split(separator: " ").last } == ["library.folder"])
    }
}
