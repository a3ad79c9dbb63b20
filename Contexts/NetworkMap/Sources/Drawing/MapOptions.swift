/// How a map is drawn and in which words. The texts come from the caller, in the language of the page.
package struct MapOptions: Sendable {
    /// The width to draw for, in px; kept between 240 and 4,000. Many long names may need more: then the drawing is wider and is scaled down.
    package var width: Double
    /// The node that the page is about: drawn with a ring and a bold name.
    package var focus: String?
    /// At most this many nodes, by `MapSelection`; kept between 1 and 1,000.
    package var limit: Int
    /// Up to this many names are all placed. Of the others those that find a free place are; the rest stay as tooltips.
    package var labelsSure: Int
    /// Larger nodes for more relations; otherwise all alike.
    package var sizeByDegree: Bool
    /// Lines under the map, in this order.
    package var legend: [LegendEntry]
    package var texts: MapTexts
    package var arrangement: Arrangement
    /// Start of the ids inside the SVG; differs between two maps on one page.
    package var identifier: String

    package init(
        width: Double = 960, focus: String? = nil, limit: Int = 300, labelsSure: Int = 120, sizeByDegree: Bool = true,
        legend: [LegendEntry] = [], texts: MapTexts = MapTexts(), arrangement: Arrangement = .springs,
        identifier: String = "map"
    ) {
        (self.width, self.focus, self.limit) = (width, focus, limit)
        (self.labelsSure, self.sizeByDegree, self.legend) = (labelsSure, sizeByDegree, legend)
        (self.texts, self.arrangement, self.identifier) = (texts, arrangement, identifier)
    }

    var saneWidth: Double { width.isFinite ? min(max(width, 240), 4000) : 960 }
    var saneLimit: Int { min(max(limit, 1), 1000) }
}

/// One line of the legend.
package enum LegendEntry: Sendable, Hashable {
    /// A shape in the colour of a sector.
    case node(shape: NodeShape, sector: String, text: String)
    /// A line in the pattern of a relation type: always the same for the same type, whatever else is on the map.
    case line(kind: String, pattern: Int, text: String)
    /// The line of what follows from other records.
    case derived(text: String)
    /// What shapes and colours tell, in words.
    case note(text: String)
}

/// The words in and around a drawing.
package struct MapTexts: Sendable, Hashable {
    /// What the drawing is, for who cannot see it.
    package var title: String
    /// How much is on it and where the table is.
    package var description: String
    /// Above the block of nodes without relations.
    package var lonely: String
    /// In the middle of a drawing without nodes.
    package var empty: String

    package init(title: String = "", description: String = "", lonely: String = "", empty: String = "") {
        (self.title, self.description, self.lonely, self.empty) = (title, description, lonely, empty)
    }
}
