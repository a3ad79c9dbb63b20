import Kernel
import MethodLibrary

/// A party as the document names it.
package struct DocumentParty: Part {
    package var id = ""
    package var name = Text()
    /// Chamber of Commerce number.
    package var kvk = ""
    package var place = ""
    package var capacity = Text()

    package init() {}

    package static let fields: [Field<DocumentParty>] = [
        Field("id", \.id, Text("Id", "Id"), required: true),
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("kvk", \.kvk, Text("KVK-nummer", "KVK number")),
        Field("place", \.place, Text("Plaats", "Place")),
        Field("capacity", \.capacity, Text("Hoedanigheid", "Capacity")),
    ]
}

/// A clause with its places filled in.
package struct DocumentClause: Part {
    package var id = ""
    package var number = 1
    package var block = ""
    package var heading = Text()
    package var text = Text()
    package var optional = false
    /// Still holds for a party after it left.
    package var survives = false
    package var variables: [DocumentVariable] = []
    /// Places that nobody filled in.
    package var missing: [String] = []

    package init() {}

    package static let fields: [Field<DocumentClause>] = [
        Field("id", \.id, Text("Id", "Id"), required: true),
        Field("number", \.number, Text("Nummer", "Number"), shape: .whole(1...100_000), required: true),
        Field("block", \.block, Text("Bouwsteen", "Building block")),
        Field("heading", \.heading, Text("Kop", "Heading"), required: true),
        Field("text", \.text, Text("Tekst", "Text"), required: true),
        Field("optional", \.optional, Text("Mag worden weggelaten", "May be left out")),
        Field("survives", \.survives, Text("Blijft gelden na uittreden", "Goes on after leaving")),
        Field("variables", \.variables, Text("Ingevuld", "Filled in")),
        Field("missing", \.missing, Text("Niet ingevuld", "Not filled in")),
    ]
}

/// What was filled in, as data and as words.
package struct DocumentVariable: Part {
    package var name = ""
    package var type = BlocksMethod.VariableType.text
    package var value = ""
    package var shown = Text()

    package init() {}

    package static let fields: [Field<DocumentVariable>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("type", \.type, Text("Soort", "Type"), required: true),
        Field("value", \.value, Text("Waarde", "Value")),
        Field("shown", \.shown, Text("In de tekst", "In the text")),
    ]
}

/// A norm with its places filled in.
package struct DocumentNorm: Part {
    package var id = ""
    /// Id of its clause.
    package var clause = ""
    package var rule = NormRule()

    package init() {}

    package static let fields: [Field<DocumentNorm>] = [
        Field("id", \.id, Text("Id", "Id"), required: true),
        Field("clause", \.clause, Text("Bepaling", "Clause"), required: true),
        Field("rule", \.rule, Text("Regel", "Rule"), required: true),
    ]
}
