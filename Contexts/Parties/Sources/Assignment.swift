import Kernel

/// A role of the method library that an organisation fulfils here, possibly through one person.
package struct Assignment: Record {
    package var id = ID<Assignment>("")
    /// `method/role`.
    package var role = ""
    package var organisation = ID<Organisation>("")
    package var person: ID<Person>?
    package var deputy: ID<Person>?
    package var period = Period()
    package var scope = Text()
    package var source = ""

    package init() {}

    package var title: Text { Text(same: "\(role.split(separator: "/").last ?? "") · \(organisation)") }
    package func title(with names: Names) -> Text {
        let (role, name) = (names[.role, role], names[organisation])
        return Text("\(role.dutch) · \(name.dutch)", "\(role.english) · \(name.english)")
    }

    package static let naming = Naming(
        "assignment", "assignments", Text("Rol", "Role assignment"), Text("Rollen", "Role assignments"),
        meaning: Text(
            "Wie welke rol vervult: een organisatie, zo nodig met een persoon en een plaatsvervanger.",
            "Who fulfils which role: an organisation, where needed with a person and a deputy."))

    package static let fields: [Field<Assignment>] = [
        Field("role", \.role, Text("Rol", "Role"), shape: .method(.role), required: true),
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("person", \.person, Text("Persoon", "Person"), visibility: .participants),
        Field(
            "deputy", \.deputy, Text("Plaatsvervanger", "Deputy"),
            help: Text("Wie het overneemt als de persoon er niet is.", "Who takes over when the person is away."),
            visibility: .participants),
        Field("period", \.period, Text("Periode", "Period")),
        Field("scope", \.scope, Text("Reikwijdte", "Scope"), shape: .text(long: true)),
        .source(\.source),
    ]
}
