import Foundation

/// A folder of its own that goes when nothing holds it any more.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("stelsel-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    subscript(name: String) -> String { "\(path)/\(name)" }

    func text(_ name: String) throws -> String { try String(contentsOfFile: self[name], encoding: .utf8) }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: self[name])
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func file(_ name: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: self[name], contents: nil)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: self[name]))
    }

    /// A copy of an example to do with as one likes; gives its path.
    func copy(of example: String) throws -> String {
        let source = Program.repository.appendingPathComponent("Examples/\(example)").path
        try FileManager.default.copyItem(atPath: source, toPath: self[example])
        return self[example]
    }

    /// Every YAML file below a folder, by relative path.
    func yaml(in name: String) throws -> [String: String] {
        var files: [String: String] = [:]
        for case let file as String in FileManager.default.enumerator(atPath: self[name]) ?? .init()
        where file.hasSuffix(".yaml") {
            files[file] = try text("\(name)/\(file)")
        }
        return files
    }
}

/// An ecosystem small enough to read whole; tests break what they are about.
enum Small {
    static let ecosystem = """
        id: buurt
        name: De buurt
        languages: [nl]

        """

    static let organisations = """
        - id: bakker
          name: De Bakker
          sector: company
        - id: gemeente
          name: De Gemeente
          sector: government

        """

    static func folder(_ files: [String: String] = [:]) throws -> Folder {
        let folder = try Folder()
        let all = ["ecosystem.yaml": ecosystem, "organisations.yaml": organisations].merging(files) { $1 }
        for (name, text) in all { try folder.write(text, to: "buurt/\(name)") }
        return folder
    }
}
