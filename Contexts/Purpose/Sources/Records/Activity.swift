import Kernel
import Parties

/// Work that brings a goal closer: who does it, who pays for it and who is better off.
package struct Activity: Record {
    package var id = ID<Activity>("")
    package var name = Text()
    package var organisations: [ID<Organisation>] = []
    package var goal: ID<Goal>?
    package var payers: [ID<Organisation>] = []
    package var beneficiaries: [ID<Organisation>] = []
    /// The part of the goal that this work covers, in per cent.
    package var share: Int?
    /// The operational process that it is a step of, as `method/process` of the library; "" when it is none.
    package var process = ""
    package var period = Period()
    package var about = Text()
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "activity", "activities", Text("Activiteit", "Activity"), Text("Activiteiten", "Activities"),
        meaning: Text(
            "Werk dat een doel dichterbij brengt: wie het doet, wie betaalt en wie er baat bij heeft.",
            "Work that brings a goal closer: who does it, who pays for it and who is better off."))

    package static let owners = ["organisations"]

    package static let fields: [Field<Activity>] = [
        Field("title", \.name, Text("Activiteit", "Activity"), required: true),
        Field(
            "organisations", \.organisations, Text("Uitvoerders", "Carried out by"),
            help: Text("De organisaties die het werk doen.", "The organisations that do the work."), required: true),
        Field("goal", \.goal, Text("Voor het doel", "For the goal")),
        Field("payers", \.payers, Text("Betalers", "Payers")),
        Field(
            "beneficiaries", \.beneficiaries, Text("Baathebbers", "Beneficiaries"),
            help: Text("Wie er beter van wordt.", "Who is better off by it.")),
        Field(
            "share", \.share, Text("Aandeel in het doel (%)", "Share of the goal (%)"),
            help: Text(
                "Alleen als de partijen het hebben afgesproken; laat het anders leeg.",
                "Only when the parties agreed on it; otherwise leave it empty."),
            shape: .whole(0...100)),
        Field(
            "process", \.process, Text("Operationeel proces", "Operational process"),
            help: Text(
                "Waar dit werk een stap van is, zoals storingen verhelpen.",
                "What this work is a step of, such as mending disruptions.")),
        Field("period", \.period, Text("Periode", "Period")),
        Field("description", \.about, Text("Toelichting", "Description"), shape: .text(long: true)),
        .source(\.source),
    ]

    /// A share is a share of something.
    package func problems() -> [Problem] {
        guard share != nil, goal == nil else { return [] }
        return [
            Problem(
                "activity.share-goal", at: ["share"],
                Text("Dit aandeel hoort bij geen enkel doel.", "This share belongs to no goal."),
                mend: Text("Kies het doel, of laat het aandeel leeg.", "Choose the goal, or leave the share empty."))
        ]
    }
}
