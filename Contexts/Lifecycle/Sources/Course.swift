import Kernel

/// A lifecycle that the ecosystem goes through: which method it follows and for what. One ecosystem may have several at once.
package struct Course: Record {
    package var id = ID<Course>("")
    package var method = ""
    package var started: Day?
    package var scope = Text()
    package var source = ""

    package init() {}

    package var title: Text { scope.isEmpty ? Text(same: method) : scope }
    package func title(with names: Names) -> Text { scope.isEmpty ? names[.lifecycle, method] : scope }

    package static let naming = Naming(
        "lifecycle", "lifecycles", Text("Levensloop", "Lifecycle"), Text("Levenslopen", "Lifecycles"),
        meaning: Text(
            "De fasen die dit ecosysteem, of een deel ervan, doorloopt.",
            "The phases that this ecosystem, or a part of it, goes through."))

    package static let fields: [Field<Course>] = [
        Field(
            "method", \.method, Text("Methode", "Method"),
            help: Text("De methode die de fasen beschrijft.", "The method that describes the phases."),
            shape: .method(.lifecycle), required: true),
        Field("started", \.started, Text("Begonnen op", "Started on")),
        Field(
            "scope", \.scope, Text("Waarvoor", "For what"),
            help: Text("Het hele ecosysteem, of welk deel.", "The whole ecosystem, or which part.")),
        .source(\.source),
    ]
}
