import Kernel

/// Mechanisms with which an ecosystem is governed, and what each does to generativity and to control.
package struct MechanismsMethod: MethodBody {
    package var pillars: [Pillar] = []
    package var mechanisms: [Mechanism] = []

    package init() {}

    package static let fields: [Field<MechanismsMethod>] = [
        Field("pillars", \.pillars, Text("Pijlers", "Pillars"), required: true),
        Field("mechanisms", \.mechanisms, Text("Mechanismen", "Mechanisms"), required: true),
    ]

    package var body: Method.Body { .mechanisms(self) }

    package func problems() -> [Problem] {
        let known = pillars.map(\.id)
        return mechanisms.enumerated().compactMap { index, mechanism in
            known.contains(mechanism.pillar)
                ? nil
                : .dangling(
                    mechanism.pillar, at: ["mechanisms", String(index), "pillar"], Text("pijler", "pillar"),
                    known: known)
        }
    }

    package struct Pillar: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}
        package static let fields: [Field<Pillar>] = head("pillars") + provenance
    }

    package struct Mechanism: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var pillar = ""
        package var horizons: [String] = []
        /// What it does for new things that participants make; empty: nothing.
        package var generativity: [MethodItem] = []
        /// What it does for control; empty: nothing.
        package var control: [MethodItem] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Mechanism>] =
            head("mechanisms") + [
                Field("pillar", \.pillar, Text("Pijler", "Pillar"), shape: .reference("pillars"), required: true),
                Field("horizons", \.horizons, Text("Horizonnen", "Horizons"), shape: .list(.method(.type))),
                Field("generativity", \.generativity, Text("Generativiteit", "Generativity")),
                Field("control", \.control, Text("Controle", "Control")),
            ] + provenance
    }
}
