import ArgumentParser
import Kernel
import MethodLibrary

/// Shows the method library.
package struct Methods: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "methods", abstract: "List the method library, or show one method.",
        discussion: """
            Without an argument: every method, by family. With a family (\(MethodFamily.allCases.map(\.rawValue)
                .joined(separator: ", "))) those of that family, with an id the method itself, and with what a field can
            name (\(FieldShape.MethodEntry.allCases.map(\.rawValue).joined(separator: ", "))) the ids to choose from.
            """)

    @Argument(help: "A family, the id of a method, or what a field can name.") var subject: String?
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let library = try House.open().methods
        guard let subject else { return list(library.methods) }
        if let family = MethodFamily(rawValue: subject) { return list(library.methods(of: family)) }
        if let method = library.method(subject) { return show(method) }
        guard let entry = FieldShape.MethodEntry(rawValue: subject) else {
            throw Problem(
                "method.unknown", Text("Er is geen methode “\(subject)”.", "There is no method “\(subject)”."),
                mend: Text("Bekijk ze met: stelsel methods.", "See them with: stelsel methods."))
        }
        list(library.choices(for: entry))
    }

    private func list(_ methods: [Method]) {
        if json { return Console.out(json: .list(methods.map(\.summaryJSON))) }
        for family in MethodFamily.allCases {
            let own = methods.filter { $0.family == family }
            guard !own.isEmpty else { continue }
            Console.out("\(family.label.shown(language)) (\(family.rawValue))")
            Console.out(rows: own.map { ["  " + $0.id, $0.name.shown(language)] })
        }
    }

    private func list(_ choices: [MethodChoice]) {
        if json {
            return Console.out(
                json: .list(
                    choices.map { ["id": .string($0.id), "label": $0.label.json, "group": $0.group.json] }))
        }
        Console.out(rows: choices.map { [$0.id, $0.label.shown(language), $0.group.shown(language)] })
    }

    private func show(_ method: Method) {
        guard json else {
            return Console.out(method.yaml.hasSuffix("\n") ? String(method.yaml.dropLast()) : method.yaml)
        }
        var object = method.summaryJSON.map ?? [:]
        object["yaml"] = .string(method.yaml)
        Console.out(json: .map(object))
    }
}

extension Method {
    fileprivate var summaryJSON: Value {
        [
            "id": .string(id), "family": .string(family.rawValue), "version": .whole(version), "name": name.json,
            "summary": summary.json,
        ]
    }
}
