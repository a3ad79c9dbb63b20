import Kernel
import MethodLibrary

/// What a clause obliges, allows, forbids or empowers, so that it can be watched.
package struct Norm: Record {
    package var id = ID<Norm>("")
    package var agreement = ID<Agreement>("")
    package var clause = ID<Clause>("")
    package var rule = NormRule()
    /// The day on which the text of its clause changed while the norm did not, until somebody says that it still fits.
    package var doubt: Day?
    package var source = ""

    package init() {}

    package var title: Text { rule.name }

    package static let naming = Naming(
        "norm", "norms", Text("Norm", "Norm"), Text("Normen", "Norms"),
        meaning: Text(
            "Wat een bepaling van wie verlangt, zo dat te zien is of het gebeurt.",
            "What a clause asks of whom, so that it shows whether it happens."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Norm>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("clause", \.clause, Text("Bepaling", "Clause"), required: true),
        Field("rule", \.rule, Text("Regel", "Rule"), required: true),
        Field(
            "doubt", \.doubt, Text("Tekst gewijzigd op", "Text changed on"),
            help: Text(
                "Sindsdien is niet bevestigd dat de norm nog bij de tekst past.",
                "Since then nobody has confirmed that the norm still fits the text.")),
        .source(\.source),
    ]

    package func problems() -> [Problem] { rule.problems().map { $0.under("rule") } }
}
