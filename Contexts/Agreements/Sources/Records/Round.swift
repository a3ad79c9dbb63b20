import Kernel

/// A period in which parties react to a version, clause by clause.
package struct Round: Record {
    package var id = ID<Round>("")
    package var agreement = ID<Agreement>("")
    package var version = ID<AgreementVersion>("")
    package var opens: Day?
    package var closes: Day?
    package var note = Text()
    /// The first day on which nobody reacts any more, when that is before it would close by itself.
    package var closed: Day?
    /// Why it was closed early.
    package var reason = Text()

    package init() {}

    package var title: Text { Text(same: "\(version) \(closes?.description ?? "")") }
    package func title(with names: Names) -> Text {
        let name = names[version]
        return Text("Consultatie over \(name.dutch)", "Consultation on \(name.english)")
    }

    package static let naming = Naming(
        "round", "rounds", Text("Consultatieronde", "Consultation round"),
        Text("Consultatierondes", "Consultation rounds"),
        meaning: Text(
            "Een periode waarin partijen per bepaling op een versie reageren.",
            "A period in which parties react to a version, clause by clause."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Round>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("agreementVersion", \.version, Text("Versie", "Version"), required: true),
        Field("opens", \.opens, Text("Opent", "Opens"), required: true),
        Field("closes", \.closes, Text("Sluit", "Closes"), required: true),
        Field("note", \.note, Text("Toelichting", "Note"), shape: .text(long: true)),
        Field(
            "closed", \.closed, Text("Eerder gesloten op", "Closed early on"),
            help: Text("De eerste dag zonder reacties.", "The first day without remarks.")),
        Field("reason", \.reason, Text("Waarom eerder gesloten", "Why closed early"), shape: .text(long: true)),
    ]

    package func problems() -> [Problem] {
        guard let opens, let closes else { return [] }
        if closes < opens { return [.closesFirst] }
        guard let closed else { return [] }
        return (closed < opens || closed > closes ? [.closedOutside] : []) + (reason.isEmpty ? [.closedWhy] : [])
    }

    /// The last day on which parties react.
    package var lastDay: Day? { closes.map { closes in closed.map { min(closes, $0 + -1) } ?? closes } }

    package func isOpen(on day: Day) -> Bool { Period(from: opens, until: lastDay).contains(day) && opens != nil }

    /// Whether it took remarks on a day: on the day that it was closed early there may be some from before.
    func took(on day: Day) -> Bool { isOpen(on: day) || (day == closed && opens.map { $0 <= day } == true) }
}

extension Problem {
    fileprivate static let closesFirst = Problem(
        "round.order", at: ["closes"],
        Text("De ronde sluit voordat zij opent.", "The round closes before it opens."),
        mend: Text("Kies een later einde.", "Choose a later end."))

    fileprivate static let closedOutside = Problem(
        "round.closed", at: ["closed"],
        Text("Op die dag liep de ronde niet.", "The round did not run on that day."),
        mend: Text("Kies een dag van de ronde.", "Choose a day of the round."))

    fileprivate static let closedWhy = Problem(
        "round.reason", at: ["reason"],
        Text("Er staat niet waarom de ronde eerder sluit.", "It does not say why the round closes early."),
        mend: Text("Schrijf waarom.", "Write why."))
}
