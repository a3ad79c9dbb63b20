import Kernel
import Parties

/// What a party has to gain or to lose. Spoken out, an opposing interest can be dealt with (handbooks A12).
package struct Interest: Record {
    package var id = ID<Interest>("")
    package var organisation = ID<Organisation>("")
    package var name = Text()
    package var stance = Stance.own
    package var towards: [ID<Organisation>] = []
    package var goal: ID<Goal>?
    package var about = Text()
    package var source = ""

    package init() {}

    package var title: Text { name }

    package enum Stance: String, ChoiceValue {
        case own
        case opposing

        package var label: Text {
            switch self {
            case .own: Text("eigen belang", "own interest")
            case .opposing: Text("tegengesteld belang", "opposing interest")
            }
        }
    }

    package static let naming = Naming(
        "interest", "interests", Text("Belang", "Interest"), Text("Belangen", "Interests"),
        meaning: Text(
            "Wat een partij te winnen of te verliezen heeft, ook als dat tegenover een ander staat.",
            "What a party has to gain or to lose, also when that goes against another."))

    package static let visibility = Visibility.participants
    package static let owners = ["organisation"]

    package static let fields: [Field<Interest>] = [
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("title", \.name, Text("Belang", "Interest"), required: true),
        Field("stance", \.stance, Text("Soort", "Stance"), required: true),
        Field(
            "towards", \.towards, Text("Staat tegenover", "Goes against"),
            help: Text("Met wie dit belang botst.", "Whom this interest clashes with.")),
        Field("goal", \.goal, Text("Bij het doel", "About the goal")),
        Field("description", \.about, Text("Toelichting", "Description"), shape: .text(long: true)),
        .source(\.source),
    ]
}
