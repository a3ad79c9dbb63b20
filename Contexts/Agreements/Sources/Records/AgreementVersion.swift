import Kernel

/// A text as it was fixed at a moment: what parties consult on and sign. Never changes.
package struct AgreementVersion: Record {
    package var id = ID<AgreementVersion>("")
    package var agreement = ID<Agreement>("")
    package var number = 1
    package var on: Day?
    /// What changed since the version before, and why.
    package var changes = Text()
    /// The whole text as canonical JSON (RFC 8785); see `AgreementDocument`.
    package var document = ""
    /// SHA-256 of `document`, in hexadecimal.
    package var hash = ""

    package init() {}

    package var title: Text { Text("Versie \(number)", "Version \(number)") }
    package func title(with names: Names) -> Text {
        let name = names[agreement]
        return Text("\(name.dutch), versie \(number)", "\(name.english), version \(number)")
    }

    package static let naming = Naming(
        "version", "versions", Text("Versie", "Version"), Text("Versies", "Versions"),
        meaning: Text(
            "De tekst van een afspraak zoals die op een moment is vastgelegd.",
            "The text of an agreement as it was fixed at a moment."))

    package static let isProcess = true

    package static let fields: [Field<AgreementVersion>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("number", \.number, Text("Nummer", "Number"), shape: .whole(1...100_000), required: true),
        Field("on", \.on, Text("Vastgelegd op", "Fixed on"), required: true),
        Field("changes", \.changes, Text("Wat er veranderde", "What changed"), shape: .text(long: true)),
        Field("document", \.document, Text("Document", "Document"), shape: .code, required: true),
        Field("hash", \.hash, Text("Hash", "Hash"), required: true),
    ]
}
