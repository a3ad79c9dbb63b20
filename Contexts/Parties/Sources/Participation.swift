import Kernel

/// How far an organisation is on its way into, through or out of the ecosystem. One per organisation, with the same id.
package struct Participation: Record {
    package var id = ID<Participation>("")
    package var organisation = ID<Organisation>("")
    package var status = Status.identified
    package var layer: Layer?
    package var since: Day?
    package var reason = Text()
    package var source = ""

    package init() {}

    package var title: Text { Text(same: organisation.rawValue) }
    package func title(with names: Names) -> Text {
        let name = names[organisation]
        return Text("Deelname van \(name.dutch)", "Participation of \(name.english)")
    }

    package static let naming = Naming(
        "participation", "participations", Text("Deelname", "Participation"), Text("Deelnames", "Participations"),
        meaning: Text(
            "Hoe ver een organisatie is: van in beeld tot deelnemer, en weer eruit.",
            "How far an organisation is: from in sight to participant, and out again."))

    package static let fields: [Field<Participation>] = [
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("status", \.status, Text("Status", "Status"), required: true),
        Field(
            "layer", \.layer, Text("Schil", "Layer"),
            help: Text("Hoe dicht bij de kern de organisatie staat.", "How close to the core the organisation is.")),
        Field(
            "since", \.since, Text("Sinds", "Since"),
            help: Text("De dag van de laatste stap.", "The day of the last step.")),
        Field(
            "reason", \.reason, Text("Reden", "Reason"),
            help: Text("Waarom deze stap is gezet.", "Why this step was taken."), shape: .text(long: true)),
        .source(\.source),
    ]
}

extension Participation {
    package enum Status: String, ChoiceValue {
        case identified
        case approached
        case planning
        case applying
        case onboarding
        case joined
        case leaving
        case left
        case declined
        case unknown

        package var label: Text {
            switch self {
            case .identified: Text("in beeld", "identified")
            case .approached: Text("benaderd", "approached")
            case .planning: Text("van plan mee te doen", "planning to join")
            case .applying: Text("aangemeld", "applying")
            case .onboarding: Text("sluit aan", "onboarding")
            case .joined: Text("doet mee", "joined")
            case .leaving: Text("treedt uit", "leaving")
            case .left: Text("uitgetreden", "left")
            case .declined: Text("doet niet mee", "declined")
            case .unknown: Text("onbekend", "unknown")
            }
        }
    }

    package enum Layer: String, ChoiceValue {
        case core
        case project
        case citizens

        package var label: Text {
            switch self {
            case .core: Text("kern", "core")
            case .project: Text("project", "project")
            case .citizens: Text("burgers", "citizens")
            }
        }
    }
}
