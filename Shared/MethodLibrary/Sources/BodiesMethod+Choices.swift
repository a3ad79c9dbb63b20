import Kernel

extension BodiesMethod {
    /// What sort of body it is.
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

    /// What someone does in a body besides taking part.
    package enum Position: String, ChoiceValue {
        case member
        case chair
        case lead
        case secretary

        package var label: Text {
            switch self {
            case .member: Text("lid", "member")
            case .chair: Text("voorzitter", "chair")
            case .lead: Text("trekker", "lead")
            case .secretary: Text("secretaris", "secretary")
            }
        }
    }
}
