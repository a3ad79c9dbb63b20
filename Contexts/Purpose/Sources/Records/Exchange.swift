import Kernel
import Parties

/// What one party gives another.
package struct Exchange: Record {
    package var id = ID<Exchange>("")
    package var from = ID<Organisation>("")
    package var to = ID<Organisation>("")
    package var what = Text()
    package var form = Form.service
    package var amount: Money?
    package var benefits: [ID<Organisation>] = []
    package var activity: ID<Activity>?
    package var source = ""

    package init() {}

    package var title: Text { what }

    package enum Form: String, ChoiceValue {
        case money
        case hours
        case goods
        case data
        case knowledge
        case licence
        case service

        package var label: Text {
            switch self {
            case .money: Text("geld", "money")
            case .hours: Text("uren", "hours")
            case .goods: Text("middelen", "goods")
            case .data: Text("gegevens", "data")
            case .knowledge: Text("kennis", "knowledge")
            case .licence: Text("licentie", "licence")
            case .service: Text("dienst", "service")
            }
        }
    }

    package static let naming = Naming(
        "exchange", "exchanges", Text("Ruil", "Exchange"), Text("Ruilen", "Exchanges"),
        meaning: Text("Wat de ene partij aan de andere geeft.", "What one party gives another."))

    /// Only the giver: what one is given, one cannot record for another.
    package static let owners = ["from"]

    package static let fields: [Field<Exchange>] = [
        Field("from", \.from, Text("Van", "From"), required: true),
        Field("to", \.to, Text("Aan", "To"), required: true),
        Field("what", \.what, Text("Wat", "What"), required: true),
        Field("form", \.form, Text("Vorm", "Form"), required: true),
        Field("amount", \.amount, Text("Bedrag of waarde", "Amount or value")),
        Field(
            "benefits", \.benefits, Text("Komt ten goede aan", "Benefits"),
            help: Text("Ook anderen dan de ontvanger.", "Others than the receiver too.")),
        Field("activity", \.activity, Text("Bij de activiteit", "For the activity")),
        .source(\.source),
    ]

    /// Nobody trades with themselves, and nobody gives less than nothing.
    package func problems() -> [Problem] {
        var problems = (amount?.unpayable ?? []).map { $0.under("amount") }
        if !from.isEmpty, from == to {
            problems.append(
                Problem(
                    "exchange.same", at: ["to"],
                    Text(
                        "Gever en ontvanger zijn dezelfde organisatie.", "Giver and receiver are the same organisation."
                    ),
                    mend: Text("Kies een andere ontvanger.", "Choose another receiver.")))
        }
        return problems
    }
}
