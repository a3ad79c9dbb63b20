import Foundation
import Kernel
import Notation

/// Writes an ecosystem as text, in the one canonical form: files by kind, records by id, fields in the order of their declaration.
package enum FolderWriter {
    /// Every file of the folder with its content, by relative path.
    /// - Parameter confidences: whether what is confidential comes along.
    package static func files(
        _ state: EcosystemState, catalogue: Catalogue, confidences: Bool = true
    ) throws -> [String: String] {
        var files: [String: String] = [:]
        for kind in catalogue.kinds where confidences || !kind.isConfidential {
            guard let table = state.table(kind.plural), table.count > 0 else { continue }
            switch kind.plural {
            case Profile.naming.plural:
                guard let values = table.values(of: state.id) else { continue }
                files["ecosystem.yaml"] = try YAMLWriter.text(record(kind, state.id, values))
            case AdaptedMethod.naming.plural:
                for copy in state[AdaptedMethod.self].records { files["methods/\(copy.id).yaml"] = copy.yaml }
            default:
                let records = table.ids.map { record(kind, $0, table.values(of: $0) ?? [:]) }
                files["\(kind.plural).yaml"] = try YAMLWriter.text(.list(records))
            }
        }
        return files
    }

    /// Makes a folder hold exactly these files: writes what differs, removes YAML files that no longer belong.
    /// Gives the relative paths that changed.
    package static func write(_ files: [String: String], to path: String) throws -> [String] {
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        var changed: [String] = []
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let url = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            if let old = try? Data(contentsOf: url), old == Data(text.utf8) { continue }
            try Data(text.utf8).write(to: url, options: .atomic)
            changed.append(name)
        }
        for directory in ["", "methods/"] {
            let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + directory)) ?? []
            for name in present.sorted() where name.hasSuffix(".yaml") && files[directory + name] == nil {
                try FileManager.default.removeItem(at: folder.appendingPathComponent(directory + name))
                changed.append(directory + name)
            }
        }
        return changed
    }

    static func record(_ kind: Kind, _ id: String, _ values: [String: Value]) -> Outline {
        .map([("id", .value(.string(id)))] + entries(kind.fields, values))
    }

    private static func entries(_ fields: [FieldDescription], _ values: [String: Value]) -> [(String, Outline)] {
        fields.compactMap { field in values[field.name].map { (field.name, outline(field.shape, $0)) } }
    }

    private static func outline(_ shape: FieldShape, _ value: Value) -> Outline {
        switch (shape, value) {
        case (.text, .map(let texts)): ordered(texts, ["nl", "en"])
        case (.day, .string(let day)): .day(day)
        case (.period, .map(let ends)):
            .map(["from", "until"].compactMap { name in ends[name].map { (name, outline(.day, $0)) } })
        case (.money, .map(let money)): ordered(money, ["amount", "currency"])
        case (.part(let fields), .map(let values)): .map(entries(fields, values))
        case (.list(let shape), .list(let items)): .list(items.map { outline(shape, $0) })
        default: .value(value)
        }
    }

    private static func ordered(_ values: [String: Value], _ names: [String]) -> Outline {
        .map(names.compactMap { name in values[name].map { (name, .value($0)) } })
    }
}
