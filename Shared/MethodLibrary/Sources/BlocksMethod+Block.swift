import Kernel

extension BlocksMethod {
    /// One subject on which parties can agree.
    package struct Block: NamedPart {
        package var id = ""
        package var name = Text()
        /// What it is for.
        package var summary = Text()
        package var questions: [MethodItem] = []
        package var why = Text()
        /// When to leave it out.
        package var whyNot = Text()
        package var importance: [Importance] = []
        /// Types of a typology for which it is meant, such as `horizons/horizon-3`; empty: all.
        package var horizons: [String] = []
        /// Empty: both.
        package var principles: [Principle] = []
        package var kinds: [DocumentKind] = []
        /// Part of even the smallest agreement of these kinds.
        package var essential = false
        package var clauses: [ClauseText] = []
        /// Other blocks, as `method/block`.
        package var dependsOn: [String] = []
        package var conflictsWith: [String] = []
        package var mechanisms: [String] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Block>] =
            head("blocks") + [
                Field("questions", \.questions, Text("Richtvragen", "Guiding questions"), required: true),
                Field(
                    "why", \.why, Text("Waarom wel", "Why"), shape: .text(long: true), required: true),
                Field("whyNot", \.whyNot, Text("Wanneer niet", "When not"), shape: .text(long: true), required: true),
                Field("importance", \.importance, Text("Belang per fase", "Importance per phase"), required: true),
                Field("horizons", \.horizons, Text("Horizonnen", "Horizons"), shape: .list(.method(.type))),
                Field("principles", \.principles, Text("Leidend principe", "Guiding principle")),
                Field("kinds", \.kinds, Text("Soorten documenten", "Kinds of documents"), required: true),
                Field(
                    "essential", \.essential, Text("Hoort altijd", "Always belongs"),
                    help: Text(
                        "Ook in de kleinste afspraak van deze soorten.",
                        "Even in the smallest agreement of these kinds.")),
                Field("clauses", \.clauses, Text("Bepalingen", "Clauses"), required: true),
                Field("dependsOn", \.dependsOn, Text("Vraagt om", "Depends on"), shape: .list(.method(.block))),
                Field(
                    "conflictsWith", \.conflictsWith, Text("Gaat niet samen met", "Conflicts with"),
                    shape: .list(.method(.block))),
                Field("mechanisms", \.mechanisms, Text("Mechanismen", "Mechanisms"), shape: .list(.method(.mechanism))),
            ] + provenance

        package func clause(_ id: String) -> ClauseText? { clauses.first { $0.id == id } }

        func problems() -> [Problem] {
            clauses.enumerated().flatMap { index, clause in
                clause.problems().map { $0.under(String(index)).under("clauses") }
            }
        }
    }

    /// How much a block matters in a phase. The sources lost their values with a figure: these are ours unless said otherwise.
    package struct Importance: Part {
        /// `lifecycle/phase`.
        package var phase = ""
        package var weight = Weight.medium

        package init() {}

        package static let fields: [Field<Importance>] = [
            Field("phase", \.phase, Text("Fase", "Phase"), shape: .method(.phase), required: true),
            Field("weight", \.weight, Text("Belang", "Importance"), required: true),
        ]
    }

    package enum Weight: String, ChoiceValue, Comparable {
        case small
        case medium
        case large

        package var label: Text {
            switch self {
            case .small: Text("klein", "small")
            case .medium: Text("middel", "medium")
            case .large: Text("groot", "large")
            }
        }

        package static func < (left: Weight, right: Weight) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }
}
