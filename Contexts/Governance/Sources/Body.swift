import Kernel
import Parties

/// A group that meets, advises or decides: a steering group, a working group, a council.
package struct Body: Record {
    package var id = ID<Body>("")
    package var name = Text()
    package var sort = Sort.workingGroup
    package var purpose = Text()
    package var members: [ID<Organisation>] = []
    package var lead: ID<Organisation>?
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "body", "bodies", Text("Orgaan", "Body"), Text("Organen", "Bodies"),
        meaning: Text(
            "Een groep die bijeenkomt, adviseert of besluit, met wie erin zitten.",
            "A group that meets, advises or decides, with who is in it."))

    package static let fields: [Field<Body>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("sort", \.sort, Text("Soort", "Sort"), required: true),
        Field("purpose", \.purpose, Text("Doel", "Purpose"), shape: .text(long: true)),
        Field("members", \.members, Text("Leden", "Members")),
        Field("lead", \.lead, Text("Trekker", "Lead")),
        .source(\.source),
    ]

    package enum Sort: String, ChoiceValue {
        case steeringGroup = "steering-group"
        case coreGroup = "core-group"
        case workingGroup = "working-group"
        case council
        case board
        case committee
        case panel
        case forum

        package var label: Text {
            switch self {
            case .steeringGroup: Text("stuurgroep", "steering group")
            case .coreGroup: Text("kerngroep", "core group")
            case .workingGroup: Text("werkgroep", "working group")
            case .council: Text("raad", "council")
            case .board: Text("bestuur", "board")
            case .committee: Text("commissie", "committee")
            case .panel: Text("panel", "panel")
            case .forum: Text("forum", "forum")
            }
        }
    }
}
