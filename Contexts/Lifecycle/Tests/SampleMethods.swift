/// Methods that are as small as a rule needs them.
extension LifecycleSample {
    private static func head(_ family: String, _ id: String) -> String {
        "family: \(family)\nid: \(id)\nversion: 1\nname: {nl: \(id) nl, en: \(id) en}\n"
            + "summary: {nl: kort, en: short}\norigin: stelsel\n"
    }

    private static func item(_ id: String, _ more: String = "") -> String {
        "{id: \(id), text: {nl: \(id) nl, en: \(id) en}\(more)}"
    }

    private static func phase(_ id: String, _ more: String) -> String {
        "  - id: \(id)\n    name: {nl: \(id) nl, en: \(id) en}\n    summary: {nl: kort, en: short}\n\(more)"
    }

    /// start → work → harvest, with an end from everywhere.
    static let steps =
        head("lifecycles", "steps") + "phases:\n"
        + phase(
            "start",
            """
                questions: [\(item("why")), \(item("who"))]
                requires:
                  - {id: parties, kind: organisations, atLeast: 3, text: {nl: Drie partijen., en: Three parties.}}
                  - {id: answers, kind: answers, atLeast: 1, text: {nl: Eén antwoord., en: One answer.}}
                leader: {role: director, text: {nl: vraagt, en: asks}}
                next: [work, end]

            """)
        + phase("work", "    questions: [\(item("how"))]\n    next: [harvest, start, end]\n")
        + phase("harvest", "    next: [end]\n")
        + phase("end", "    ending: true\n")

    static let ends =
        head("checklists", "ends") + "use: closing\nitems:\n"
        + "  - \(item("decide", ", days: 14"))\n  - \(item("archive", ", days: 60"))\n  - \(item("party"))\n"

    static let factors =
        head("checklists", "factors") + "use: diagnosis\nitems:\n"
        + "  - \(item("goal", ", wanted: \"yes\""))\n  - \(item("fight", ", wanted: \"no\""))\n"
        + "  - \(item("money", ", wanted: \"yes\""))\n  - \(item("time", ", wanted: \"yes\""))\n"

    static let corners =
        head("typologies", "corners") + "exclusive: true\ntypes:\n" + phase("small", "") + phase("large", "")
        + "questions:\n  - {id: size, text: {nl: Hoe groot?, en: How large?}, options: [\(item("few")), \(item("many"))]}\n"
        + "rules:\n  - {type: small, answers: [{question: size, option: few}]}\n"
        + "  - {type: large, answers: [{question: size, option: many}]}\n"

    static let crew =
        head("roles", "crew") + "roles:\n" + phase("director", "    holder: organisation\n")
}
