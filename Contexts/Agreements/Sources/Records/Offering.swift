import Kernel

/// A version laid before the parties to sign, until a day.
package struct Offering: Record {
    package var id = ID<Offering>("")
    package var agreement = ID<Agreement>("")
    package var version = ID<AgreementVersion>("")
    package var on: Day?
    package var until: Day?
    package var withdrawn: Day?
    /// Once in force, the version before ends for everyone. Only when everyone must accept.
    package var endsPrevious = false
    package var note = Text()

    package init() {}

    package var title: Text { Text(same: "\(version) \(on?.description ?? "")") }
    package func title(with names: Names) -> Text {
        let name = names[version]
        return Text("Voorlegging van \(name.dutch)", "Offering of \(name.english)")
    }

    package static let naming = Naming(
        "offering", "offerings", Text("Voorlegging", "Offering"), Text("Voorleggingen", "Offerings"),
        meaning: Text(
            "Een versie die de partijen ter ondertekening krijgen, tot een dag.",
            "A version that the parties get to sign, until a day."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Offering>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("agreementVersion", \.version, Text("Versie", "Version"), required: true),
        Field("on", \.on, Text("Voorgelegd op", "Offered on"), required: true),
        Field("until", \.until, Text("Tekenen kan tot en met", "Signing until")),
        Field("withdrawn", \.withdrawn, Text("Ingetrokken op", "Withdrawn on")),
        Field(
            "endsPrevious", \.endsPrevious,
            Text("De vorige versie eindigt voor iedereen", "Ends the earlier version for all"),
            help: Text("Kan alleen als iedereen moet aanvaarden.", "Only when everyone must accept.")),
        Field("note", \.note, Text("Toelichting", "Note"), shape: .text(long: true)),
    ]

    /// Whether signatures are taken on a day.
    package func isOpen(on day: Day) -> Bool {
        guard let on, day >= on, withdrawn.map({ day < $0 }) ?? true else { return false }
        return until.map { day <= $0 } ?? true
    }
}
