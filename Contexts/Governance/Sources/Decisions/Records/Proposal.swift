import Kernel
import Parties

/// An answer to a matter that can be voted on. Its text changes by command only, and every earlier text is kept.
package struct Proposal: Record {
    package var id = ID<Proposal>("")
    package var matter = ID<Matter>("")
    package var name = Text()
    package var text = Text()
    /// What can be chosen; none for a proposal that one is for or against.
    package var options: [ProposalOption] = []
    /// Whether every vote must say why.
    package var asksReasons = false
    package var by: ID<Organisation>?
    package var on: Day?
    /// Which text this is: 1, and one more with every change.
    package var number = 1
    package var earlier: [EarlierText] = []
    package var effects: [Effect] = []
    package var withdrawn: Day?

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "proposal", "proposals", Text("Voorstel", "Proposal"), Text("Voorstellen", "Proposals"),
        meaning: Text(
            "Een antwoord op een kwestie waarover gestemd kan worden, met wat er dan verandert.",
            "An answer to a matter that can be voted on, with what would change."))

    package static let isProcess = true

    package static let fields: [Field<Proposal>] = [
        Field("matter", \.matter, Text("Kwestie", "Matter"), required: true),
        Field("name", \.name, Text("Voorstel", "Proposal"), required: true),
        Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
        Field("options", \.options, Text("Opties", "Options")),
        Field("asksReasons", \.asksReasons, Text("Vraagt om redenen", "Asks for reasons")),
        Field("by", \.by, Text("Voorgesteld door", "Proposed by")),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("number", \.number, Text("Tekst nummer", "Text number"), shape: .whole(1...10_000), required: true),
        Field("earlier", \.earlier, Text("Eerdere teksten", "Earlier texts")),
        Field("effects", \.effects, Text("Gevolgen", "Effects")),
        Field("withdrawn", \.withdrawn, Text("Ingetrokken op", "Withdrawn on")),
    ]

    package func option(_ key: String) -> ProposalOption? { options.first { $0.key == key } }

    package func problems() -> [Problem] {
        var problems: [Problem] = []
        var seen: Set<String> = []
        for (position, option) in options.enumerated() {
            let path = ["options", String(position), "key"]
            if !Identifier.isValid(option.key) || ProposalOption.reserved.contains(option.key) {
                problems.append(.badOption(option.key, at: path))
            } else if !seen.insert(option.key).inserted {
                problems.append(.optionTwice(option.key, at: path))
            }
        }
        for (position, effect) in effects.enumerated() where !effect.option.isEmpty && option(effect.option) == nil {
            problems.append(.noOption(effect.option, options.map(\.key), at: ["effects", String(position), "option"]))
        }
        return problems
    }
}

/// Something that can be chosen, with what it means.
package struct ProposalOption: Part {
    package var key = ""
    package var name = Text()
    package var meaning = Text()

    package init() {}

    /// Words that mean something else in a count.
    static let reserved: Set<String> = ["abstain", "blank", "for", "against", "total"]

    package static let fields: [Field<ProposalOption>] = [
        Field("key", \.key, Text("Sleutel", "Key"), required: true, longest: 60),
        Field("name", \.name, Text("Optie", "Option"), required: true),
        Field("meaning", \.meaning, Text("Betekenis", "Meaning"), shape: .text(long: true)),
    ]
}

/// How a proposal read before it was changed, and why it was.
package struct EarlierText: Part {
    package var number = 1
    package var name = Text()
    package var text = Text()
    /// The last day on which it read so.
    package var until: Day?
    package var reason = Text()
    /// The vote whose objection led to the change.
    package var objection: ID<Vote>?

    package init() {}

    package static let fields: [Field<EarlierText>] = [
        Field("number", \.number, Text("Nummer", "Number"), shape: .whole(1...10_000), required: true),
        Field("name", \.name, Text("Voorstel", "Proposal"), required: true),
        Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
        Field("until", \.until, Text("Tot en met", "Until")),
        Field("reason", \.reason, Text("Waarom veranderd", "Why changed"), shape: .text(long: true), required: true),
        Field("objection", \.objection, Text("Naar aanleiding van", "Because of")),
    ]
}
