/// One of a fixed set, with a label for people.
package protocol ChoiceValue: FieldValue, RawRepresentable, CaseIterable where RawValue == String {
    var label: Text { get }
}

extension ChoiceValue {
    package static var shape: FieldShape {
        .choice(allCases.map { FieldShape.Choice(id: $0.rawValue, label: $0.label) })
    }

    package init(_ value: Value) throws(Problem) {
        let text = try String(value)
        guard let choice = Self(rawValue: text) else {
            let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                "field.choice",
                Text("“\(text.inShort)” is geen mogelijke keuze.", "“\(text.inShort)” is not a possible choice."),
                mend: Text("Kies uit: \(known).", "Choose from: \(known)."))
        }
        self = choice
    }

    package var value: Value { .string(rawValue) }
}
