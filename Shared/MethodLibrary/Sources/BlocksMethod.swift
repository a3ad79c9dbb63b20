import Kernel

/// Building blocks of an agreement framework, about one topic: what can be agreed, why, when, in which words, and how it is watched.
package struct BlocksMethod: MethodBody {
    package var theme = Theme.organisation
    package var blocks: [Block] = []

    package init() {}

    package static let fields: [Field<BlocksMethod>] = [
        Field("theme", \.theme, Text("Thema", "Theme"), required: true),
        Field("blocks", \.blocks, Text("Bouwstenen", "Building blocks"), required: true),
    ]

    package var body: Method.Body { .blocks(self) }

    package func problems() -> [Problem] {
        blocks.enumerated().flatMap { index, block in
            block.problems().map { $0.under(String(index)).under("blocks") }
        }
    }

    package enum Theme: String, ChoiceValue {
        case governance
        case organisation
        case technology

        package var label: Text {
            switch self {
            case .governance: Text("Governance", "Governance")
            case .organisation: Text("Organisatorisch", "Organisational")
            case .technology: Text("Technisch", "Technical")
            }
        }
    }

    /// The guiding principle of an ecosystem: who has most say.
    package enum Principle: String, ChoiceValue {
        case keystone
        case equals

        package var label: Text {
            switch self {
            case .keystone:
                Text("type 1: één partij heeft de meeste zeggenschap", "type 1: one party has most say")
            case .equals: Text("type 2: min of meer gelijke partners", "type 2: more or less equal partners")
            }
        }
    }

    /// What kind of document something belongs in.
    package enum DocumentKind: String, ChoiceValue {
        case intent
        case cooperation
        case conduct
        case accession
        case dataSharing = "data-sharing"
        case charter
        case covenant
        case exit

        package var label: Text {
            switch self {
            case .intent: Text("Intentieverklaring", "Letter of intent")
            case .cooperation: Text("Samenwerkingsovereenkomst", "Cooperation agreement")
            case .conduct: Text("Gedragscode", "Code of conduct")
            case .accession: Text("Toetredingsovereenkomst", "Accession agreement")
            case .dataSharing: Text("Voorwaarden voor datadeling", "Data-sharing terms")
            case .charter: Text("Governancehandvest", "Governance charter")
            case .covenant: Text("Convenant", "Covenant")
            case .exit: Text("Uittredingsovereenkomst", "Exit agreement")
            }
        }

        /// Whether it is meant to be enforceable. A letter of intent or code of conduct needs no binding signature.
        package var isBinding: Bool { self != .intent && self != .conduct }
    }
}
