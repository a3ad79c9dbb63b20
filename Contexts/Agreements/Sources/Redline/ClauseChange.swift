import Documents
import Kernel

/// What happened to one clause.
package struct ClauseChange: Sendable, Hashable {
    package enum Fate: String, ChoiceValue {
        case kept
        case changed
        case added
        case removed

        package var label: Text {
            switch self {
            case .kept: Text("gelijk", "the same")
            case .changed: Text("gewijzigd", "changed")
            case .added: Text("nieuw", "new")
            case .removed: Text("vervallen", "gone")
            }
        }
    }

    package let id: String
    package let fate: Fate
    /// It stands at another place among the others.
    package let isMoved: Bool
    /// Its number in the old text; nil when it was not there.
    package let oldNumber: Int?
    package let newNumber: Int?
    package let heading: TextChange
    package let text: TextChange
    package let variables: [VariableChange]
    /// Whether a party may leave it out, before and after.
    package let wasOptional: Bool
    package let isOptional: Bool
    /// Whether a party stays held to it after leaving, before and after.
    package let wasSurviving: Bool
    package let isSurviving: Bool

    /// At least one of the two is there.
    init(_ old: DocumentClause?, _ new: DocumentClause?, isMoved: Bool) {
        id = new?.id ?? old?.id ?? ""
        self.isMoved = isMoved
        oldNumber = old?.number
        newNumber = new?.number
        heading = TextChange(from: old?.heading ?? Text(), to: new?.heading ?? Text())
        text = TextChange(from: old?.text ?? Text(), to: new?.text ?? Text())
        variables = VariableChange.all(old?.variables ?? [], new?.variables ?? [])
        wasOptional = old?.optional ?? false
        isOptional = new?.optional ?? false
        wasSurviving = old?.survives ?? false
        isSurviving = new?.survives ?? false
        let differs =
            heading.changes || text.changes || !variables.isEmpty || wasOptional != isOptional
            || wasSurviving != isSurviving
        fate = old == nil ? .added : new == nil ? .removed : differs ? .changed : .kept
    }
}
