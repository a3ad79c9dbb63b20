import Ecosystems
import Foundation
import Kernel

/// A way of looking at the map that is worth keeping: what is chosen, and what it shows. Views in order are a presentation.
package struct View: Record {
    package var id = ID<View>("")
    package var name = Text()
    package var query = ""
    package var story = Text()
    package var order: Int?
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "view", "views", Text("Weergave", "View"), Text("Weergaven", "Views"),
        meaning: Text(
            "Een manier om naar de kaart te kijken, met het verhaal erbij; samen zijn ze een presentatie.",
            "A way of looking at the map, with its story; together they are a presentation."))

    package static let fields: [Field<View>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field(
            "query", \.query, Text("Wat is gekozen", "What is chosen"),
            help: Text(
                "Wat in het adres van de kaart achter het vraagteken staat, zoals view=groups&sector=company.",
                "What stands after the question mark in the address of the map, such as view=groups&sector=company."),
            longest: 1_000),
        Field(
            "story", \.story, Text("Verhaal", "Story"),
            help: Text("Wat men hier ziet en waarom het ertoe doet.", "What one sees here and why it matters."),
            shape: .text(long: true)),
        Field(
            "order", \.order, Text("Plaats in de presentatie", "Place in the presentation"),
            help: Text("Lage getallen eerst; zonder getal achteraan.", "Low numbers first; without a number last."),
            shape: .whole(0...10_000)),
        .source(\.source),
    ]

    /// What may stand in the address of the map.
    package static let parameters = [
        "view", "kind", "focus", "sector", "role", "phase", "status", "depth", "group", "shape", "lonely", "derived",
        "by",
        "what", "sort", "order",
    ]

    package func problems() -> [Problem] {
        let names = pairs.map(\.name)
        var problems = names.filter { !Self.parameters.contains($0) }.map { name in
            Problem(
                "view.query", at: ["query"],
                Text("De kaart kent geen keuze “\(name)”.", "The map knows no choice “\(name)”."),
                mend: Text(
                    "Gebruik alleen: \(Self.parameters.joined(separator: ", ")).",
                    "Use only: \(Self.parameters.joined(separator: ", ")).")
            )
        }
        if let form = pairs.first(where: { $0.name == "view" })?.value, ViewForm(rawValue: form) == nil {
            let known = ViewForm.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append(
                Problem(
                    "view.form", at: ["query"],
                    Text("Er is geen vorm “\(form)”.", "There is no form “\(form)”."),
                    mend: Text("Kies uit: \(known).", "Choose from: \(known).")))
        }
        return problems
    }

    /// The choices, in their order, decoded.
    package var pairs: [(name: String, value: String)] {
        let bare = query.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        return bare.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (decoded(halves[0]), halves.count > 1 ? decoded(halves[1]) : "")
        }
    }

    private func decoded(_ text: String) -> String { text.removingPercentEncoding ?? text }

    /// All views in the order of the presentation: by their place, then by id.
    package static func inOrder(_ reader: Reader) -> [View] {
        reader.records(View.self).sorted {
            ($0.order ?? .max, $0.id.rawValue) < ($1.order ?? .max, $1.id.rawValue)
        }
    }
}
