import Kernel
import MethodLibrary

/// What a field of plain words may name, such as a phase of the lifecycle that another field names; so that a form offers a choice.
package struct FieldOffer: Sendable {
    let place: String
    private let choices: @Sendable (_ values: [String: Value], _ situation: Situation) -> [MethodChoice]

    /// - Parameter path: the field; for a field in a list of parts, that list and the field.
    package init<R: Record>(
        _ type: R.Type, _ path: String...,
        choices: @escaping @Sendable (_ values: [String: Value], _ situation: Situation) -> [MethodChoice]
    ) {
        place = Self.place(R.naming.plural, path)
        self.choices = choices
    }

    /// The names to choose from, given what else the record holds; when it does not say enough, those of every possibility.
    package func choices(for values: [String: Value], in situation: Situation) -> [MethodChoice] {
        choices(values, situation)
    }

    static func place(_ plural: String, _ path: [String]) -> String { ([plural] + path).joined(separator: "/") }
}

extension Library {
    /// The items of the checklist that a field names, or of every checklist for these uses while it names none.
    package func items(of checklist: Value?, for uses: Set<ChecklistMethod.Use>) -> [MethodChoice] {
        let named = checklist?.string.flatMap { method($0) }
        let lists =
            named.map { [$0] } ?? methods(of: .checklists).filter { uses.contains($0.checklist?.use ?? .diagnosis) }
        return lists.flatMap { list in
            (list.checklist?.items ?? []).map { MethodChoice(id: $0.id, label: $0.text, group: list.name) }
        }
    }
}
