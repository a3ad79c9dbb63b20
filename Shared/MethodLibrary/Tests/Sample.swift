import Foundation
import Kernel

@testable import MethodLibrary

/// The real methods, and small ones to break.
enum Sample {
    static let methods = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Methods").standardizedFileURL.path

    static let kinds: Set<String> = [
        "organisations", "persons", "participations", "assignments", "mandates", "goals", "milestones", "interests",
        "activities", "exchanges", "boundaries", "principles", "assumptions", "terms", "relations", "answers",
        "boardings",
    ]

    static let library = Result { () throws(LibraryError) in try Library.load(folder: methods, kinds: kinds) }

    static func head(_ family: String, _ id: String) -> String {
        """
        family: \(family)
        id: \(id)
        version: 1
        name:
          nl: Naam
          en: Name
        summary:
          nl: Wat het is.
          en: What it is.
        origin: stelsel

        """
    }

    static func named(_ id: String) -> String {
        "  - id: \(id)\n    name: {nl: Naam, en: Name}\n    summary: {nl: Wat, en: What}\n"
    }

    static let roles = head("roles", "crew") + "roles:\n" + named("captain") + "    holder: person\n"

    static let lifecycle =
        head("lifecycles", "journey") + "phases:\n" + named("start")
        + "    leader: {role: captain, text: {nl: L, en: L}}\n"
        + "    requires:\n      - {id: goal, kind: goals, atLeast: 1, text: {nl: Doel, en: Goal}}\n" + named("travel")
        + "    next: [start, end]\n" + named("end") + "    ending: true\n"

    static let sectors =
        head("sectors", "strands") + "sectors:\n" + named("state") + "    shape: circle\n    helix: government\n"
        + "compositions:\n" + named("single") + "    needs: [government]\n"

    static let typology =
        head("typologies", "sizes")
        + "exclusive: true\ncharacteristics:\n  - {id: reach, name: {nl: Bereik, en: Reach}}\n"
        + "types:\n" + named("small") + "    characteristics:\n      - {id: reach, text: {nl: Klein, en: Small}}\n"
        + named("large")
            + """
            questions:
              - id: many
                text: {nl: Veel?, en: Many?}
                options:
                  - {id: "few", text: {nl: Weinig, en: Few}}
                  - {id: "lots", text: {nl: Veel, en: Lots}}
            rules:
              - type: large
                answers:
                  - {question: many, option: lots}

            """

    static let checklist =
        head("checklists", "health") + "use: diagnosis\nitems:\n"
        + "  - {id: goal, text: {nl: Er is een doel., en: There is a goal.}, wanted: \"yes\"}\n"

    static let relations = head("relation-kinds", "ties") + "kinds:\n" + named("works-with") + "    directed: false\n"

    static let all = [roles, lifecycle, sectors, typology, checklist, relations]

    /// The small methods as a library.
    static func small(changing old: String = "", to new: String = "", kinds: Set<String>? = kinds) throws -> Library {
        try with(all.map { old.isEmpty ? $0 : $0.replacingOccurrences(of: old, with: new) }, kinds: kinds)
    }

    static func with(_ files: [String], kinds: Set<String>? = kinds) throws -> Library {
        let sheets = try files.enumerated().map { try MethodSheet(bytes: $1.utf8, file: "\($0).yaml") }
        return try Library([], adding: sheets, kinds: kinds)
    }
}
