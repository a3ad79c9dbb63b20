import Foundation
import Kernel
import Notation

/// Reads a text folder: `ecosystem.yaml`, one file per kind in the plural, and `methods/`.
package struct FolderReader {
    let folder: URL
    private let catalogue: Catalogue
    var content = FolderContent()
    /// What is in the folder and below its `methods`, hidden things left out, by relative path; also links that lead nowhere.
    private(set) var present: Set<String> = []

    /// Never throws: everything that is wrong is in the messages.
    package static func read(_ path: String, catalogue: Catalogue) -> FolderContent {
        var reader = FolderReader(folder: URL(fileURLWithPath: path, isDirectory: true), catalogue: catalogue)
        reader.read()
        return reader.content
    }

    private init(folder: URL, catalogue: Catalogue) {
        self.folder = folder
        self.catalogue = catalogue
    }

    private mutating func read() {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
            return say(
                "ecosystem.yaml", nil, "folder.missing", "De map \(folder.path) bestaat niet.",
                "There is no folder \(folder.path).")
        }
        guard isFolder.boolValue else {
            let around = folder.deletingLastPathComponent().path
            return say(
                folder.lastPathComponent, nil, "folder.file", "Dit is een bestand, en geen map.",
                "This is a file, not a folder.",
                mend: Text("Geef de map waarin het staat: \(around).", "Give the folder that it is in: \(around)."))
        }
        let files = FileManager.default
        let methods = files.enumerator(atPath: folder.appendingPathComponent("methods").path)
        let all =
            ((try? files.contentsOfDirectory(atPath: folder.path)) ?? [])
            + (methods?.compactMap { ($0 as? String).map { "methods/\($0)" } } ?? [])
        present = Set(all.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } })
        readProfile()
        for kind in catalogue.kinds
        where kind.plural != Profile.naming.plural && kind.plural != AdaptedMethod.naming.plural {
            readList(kind)
        }
        readMethods()
        refuseStrangers()
    }

    private mutating func readProfile() {
        guard let kind = catalogue.kind(Profile.naming.plural) else { return }
        guard let located = located("ecosystem.yaml") else {
            content.gaps.kinds.insert(kind.plural)
            if content.messages.isEmpty {
                say(
                    "ecosystem.yaml", nil, "folder.no-ecosystem", "ecosystem.yaml ontbreekt.",
                    "ecosystem.yaml is missing.")
            }
            return
        }
        content.id = (try? String(located.value["id"])) ?? ""
        take(located, kind, "ecosystem.yaml")
    }

    private mutating func readList(_ kind: Kind) {
        let file = "\(kind.plural).yaml"
        guard let located = located(file) else {
            if present.contains(file) { content.gaps.kinds.insert(kind.plural) }
            return
        }
        guard !located.value.isNull else { return }
        guard located.value.list != nil else {
            content.gaps.kinds.insert(kind.plural)
            return say(file, located.place, "folder.list", "Hier hoort een lijst.", "Expected a list here.")
        }
        for item in located.items { take(item, kind, file) }
    }

    private mutating func readMethods() {
        guard let kind = catalogue.kind(AdaptedMethod.naming.plural) else { return }
        let names = present.filter { $0.hasPrefix("methods/") }.map { String($0.dropFirst(8)) }
        for name in names.sorted() where name.hasSuffix(".yaml") && !name.contains("/") {
            guard let text = text("methods/\(name)") else {
                content.gaps.methods = true
                continue
            }
            let start = Located(value: .null, place: .init(line: 1, column: 1), items: [], entries: [:])
            add(kind, String(name.dropLast(5)), ["yaml": .string(text)], "methods/\(name)", start)
        }
    }

    private mutating func refuseStrangers() {
        let apart = [Profile.naming.plural, AdaptedMethod.naming.plural]
        let lists = catalogue.kinds.map(\.plural).filter { !apart.contains($0) }
        let known = Set(lists.map { "\($0).yaml" } + ["ecosystem.yaml"])
        for name in present.sorted() where Self.looksLikeYAML(name) && !known.contains(name) {
            if name.hasPrefix("methods/"), name.hasSuffix(".yaml"), !name.dropFirst(8).contains("/") { continue }
            content.gaps.kinds.formUnion(lists.filter { !present.contains("\($0).yaml") })
            say(
                name, nil, "folder.unknown-file", "Dit bestand hoort bij geen enkele soort.",
                "This file belongs to no kind.",
                mend: Text(
                    "Bekende bestanden: \(known.sorted().joined(separator: ", ")), methods/ID.yaml.",
                    "Known files: \(known.sorted().joined(separator: ", ")), methods/ID.yaml."))
        }
    }

    private static func looksLikeYAML(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    private mutating func take(_ located: Located, _ kind: Kind, _ file: String) {
        guard case .map(var values) = located.value else {
            content.gaps.kinds.insert(kind.plural)
            return say(
                file, located.place, "folder.record", "Hier horen velden van één \(kind.naming.label.nl).",
                "Expected the fields of one \(kind.naming.label.en).")
        }
        let id = values.removeValue(forKey: "id") ?? .null
        do throws(Problem) {
            let text = try String(id)
            if !text.isEmpty { return add(kind, text, values, file, located) }
            say(file, located.place, "id.missing", "De id ontbreekt.", "The id is missing.")
        } catch { say(file, located.place(at: ["id"]), error.under("id")) }
        content.gaps.kinds.insert(kind.plural)
    }

    private mutating func add(_ kind: Kind, _ id: String, _ values: [String: Value], _ file: String, _ located: Located)
    {
        let key = "\(kind.plural)/\(id)"
        if let earlier = content.places[key] {
            let line = content.entries[earlier].located.place.line
            return say(
                file, located.place(at: ["id"]), "record.duplicate", "“\(id.inShort)” staat ook op regel \(line).",
                "“\(id.inShort)” is also on line \(line).",
                mend: Text("Geef elk een eigen id.", "Give each its own id."))
        }
        content.places[key] = content.entries.count
        content.entries.append(.init(kind: kind, id: id, values: values, file: file, located: located))
    }
}
