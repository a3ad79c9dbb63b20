import Ecosystems
import Kernel

/// What changes in the ecosystem when a proposal is adopted: one change to one record.
package struct Effect: Part {
    package var action = Action.change
    /// Plural name of the kind, such as `clauses` or `participations`.
    package var kind = ""
    package var record = ""
    /// The fields as a JSON object; empty for a removal.
    package var fields = ""
    /// Only when this option wins; empty for whenever the proposal is adopted.
    package var option = ""
    package var summary = Text()

    package init() {}

    package static let fields: [Field<Effect>] = [
        Field("action", \.action, Text("Wat", "What"), required: true),
        Field("kind", \.kind, Text("Soort", "Kind"), required: true, longest: 60),
        Field("record", \.record, Text("Gegeven", "Record"), required: true, longest: Identifier.longest),
        Field(
            "fields", \.fields, Text("Velden", "Fields"), help: Text("Een JSON-object.", "A JSON object."), shape: .code
        ),
        Field("option", \.option, Text("Alleen bij optie", "Only with option"), longest: 60),
        Field("summary", \.summary, Text("In gewone woorden", "In plain words"), longest: 500),
    ]

    package enum Action: String, ChoiceValue {
        case add
        case change
        case remove

        package var label: Text {
            switch self {
            case .add: Text("toevoegen", "add")
            case .change: Text("wijzigen", "change")
            case .remove: Text("weghalen", "remove")
            }
        }
    }

    package var place: String { "\(kind)/\(record)" }

    /// As a change of records. Refuses fields that are no JSON object.
    func change() throws(Problem) -> RecordChange {
        if action == .remove { return RecordChange(kind, record, .remove) }
        let value: Value
        do throws(Problem) { value = try JSONReader.read(Array(fields.utf8)) } catch { throw error.under("fields") }
        guard let entries = value.map else { throw .noFields }
        return RecordChange(kind, record, action == .add ? .add(entries) : .patch(entries))
    }
}

extension Problem {
    fileprivate static let noFields = Problem(
        "effect.fields", at: ["fields"],
        Text("Hier hoort een JSON-object met velden.", "This should be a JSON object with fields."),
        mend: Text("Bijvoorbeeld {\"status\": \"joined\"}.", "For example {\"status\": \"joined\"}."))
}
