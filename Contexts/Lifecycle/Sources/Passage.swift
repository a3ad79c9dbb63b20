import Kernel

/// The day on which a lifecycle entered a phase, and why. Together they are the history; the last by day is the current phase.
package struct Passage: Record {
    package var id = ID<Passage>("")
    package var lifecycle = ID<Course>("")
    package var phase = ""
    package var entered: Day?
    package var reason = Text()
    package var source = ""

    package init() {}

    package var title: Text { Text(same: entered.map { "\(phase) (\($0))" } ?? phase) }
    package func title(with names: Names) -> Text {
        let name = names.called("phase", of: self)
        guard let entered else { return name }
        return Text("\(name.shown(.nl)), \(entered.shown(.nl))", "\(name.shown(.en)), \(entered.shown(.en))")
    }

    package static let naming = Naming(
        "passage", "passages", Text("Faseovergang", "Phase entered"), Text("Faseovergangen", "Phases entered"),
        meaning: Text(
            "De dag waarop een levensloop in een fase kwam, en waarom.",
            "The day on which a lifecycle entered a phase, and why."))

    package static let fields: [Field<Passage>] = [
        Field("lifecycle", \.lifecycle, Text("Levensloop", "Lifecycle"), required: true),
        Field(
            "phase", \.phase, Text("Fase", "Phase"),
            help: Text("Een fase uit de methode van die levensloop.", "A phase of that lifecycle's method."),
            required: true),
        Field("entered", \.entered, Text("In deze fase sinds", "Entered on"), required: true),
        Field(
            "reason", \.reason, Text("Reden", "Reason"),
            help: Text("Verplicht als u teruggaat.", "Required when you go back."), shape: .text(long: true)),
        .source(\.source),
    ]

    /// Order in the history: by day, and within a day by id, numbers in it by their value.
    static func precedes(_ one: Passage, _ other: Passage) -> Bool {
        if let first = one.entered, let second = other.entered, first != second { return first < second }
        return idPrecedes(one.id.rawValue, other.id.rawValue)
    }

    private static func idPrecedes(_ one: String, _ other: String) -> Bool {
        for (left, right) in zip(one.split(separator: "-"), other.split(separator: "-")) where left != right {
            if let first = Int(left), let second = Int(right), first != second { return first < second }
            return left < right
        }
        return (one.utf8.count, one) < (other.utf8.count, other)
    }
}
