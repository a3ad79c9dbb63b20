import Kernel

/// Sorts of parties, and helix compositions of them.
package struct SectorsMethod: MethodBody {
    package var sectors: [Sector] = []
    package var compositions: [Composition] = []

    package init() {}

    package static let fields: [Field<SectorsMethod>] = [
        Field("sectors", \.sectors, Text("Sectoren", "Sectors"), required: true),
        Field("compositions", \.compositions, Text("Helixvormen", "Helix compositions")),
    ]

    package var body: Method.Body { .sectors(self) }
    package func problems() -> [Problem] { [] }
}

extension SectorsMethod {
    package struct Sector: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        /// How the map draws parties of this sector.
        package var shape = Shape.circle
        package var helix = Helix.other
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Sector>] =
            head("sectors") + [
                Field("shape", \.shape, Text("Vorm op de kaart", "Shape on the map"), required: true),
                Field("helix", \.helix, Text("Helix", "Helix"), required: true),
            ] + provenance
    }

    /// Which strands an ecosystem needs to be called, say, a triple helix.
    package struct Composition: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var needs: [Helix] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Composition>] =
            head("compositions") + [Field("needs", \.needs, Text("Nodig", "Needed"), required: true)] + provenance
    }

    package enum Shape: String, ChoiceValue {
        case circle
        case square
        case triangle
        case diamond
        case hexagon
        case ring

        package var label: Text {
            switch self {
            case .circle: Text("cirkel", "circle")
            case .square: Text("vierkant", "square")
            case .triangle: Text("driehoek", "triangle")
            case .diamond: Text("ruit", "diamond")
            case .hexagon: Text("zeshoek", "hexagon")
            case .ring: Text("ring", "ring")
            }
        }
    }

    /// A strand of a helix.
    package enum Helix: String, ChoiceValue {
        case government
        case business
        case knowledge
        case citizens
        case other

        package var label: Text {
            switch self {
            case .government: Text("overheid", "government")
            case .business: Text("bedrijfsleven", "business")
            case .knowledge: Text("kennis", "knowledge")
            case .citizens: Text("burgers", "citizens")
            case .other: Text("overig", "other")
            }
        }
    }
}
