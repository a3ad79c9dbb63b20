import Drawing

/// By what the nodes of a map get their places.
package enum Arrangement: Sendable, Hashable {
    /// Who is connected stands near.
    case springs
    /// Each group on a ground of its own; nodes in no group stand in a list below.
    case groups([NodeBand])
    /// Around a middle, the first band innermost; nodes in no band are in the outermost.
    case rings([NodeBand])
}

/// Nodes that stand together, and what to call them.
package struct NodeBand: Sendable, Hashable {
    package var title: String
    /// Ids of nodes, in an order to keep where nothing else decides.
    package var members: [String]
    /// Where the title leads; "" for nowhere.
    package var href: String

    package init(title: String, members: [String], href: String = "") {
        (self.title, self.members, self.href) = (title, members, href)
    }
}

/// What lies behind nodes that stand together, in px.
struct Backdrop: Sendable {
    enum Form: Sendable {
        case ground
        case ring
    }

    var form: Form
    var box: Box
    var title: LabelText
    var href: String
    var count: Int

    /// Room that the title takes: above the nodes of a ground, in the line of a ring at its top.
    var titleBox: Box {
        switch form {
        case .ground:
            Box(
                minX: box.minX + 12, minY: box.minY + 8, maxX: box.minX + 12 + title.width,
                maxY: box.minY + 8 + title.height)
        case .ring: Self.titleBox(top: box.minY, middle: (box.minX + box.maxX) / 2, title)
        }
    }

    static func titleBox(top: Double, middle: Double, _ title: LabelText) -> Box {
        Box(
            minX: middle - title.width / 2 - 6, minY: top - title.height / 2, maxX: middle + title.width / 2 + 6,
            maxY: top + title.height / 2)
    }

    func moved(x: Double, y: Double) -> Backdrop {
        var moved = self
        moved.box = box.moved(x: x, y: y)
        return moved
    }
}

extension NodeBand {
    /// The title on one line.
    var text: LabelText {
        let line = Lettering(12, .bold).shortened(PlainText.clean(title, limit: 200), to: Self.widest)
        return LabelText(line, size: 12, isBold: true, oneLine: Self.widest + 20, widest: Self.widest + 20)
    }

    private static let widest = 260.0

    /// The places of the members of each band among sorted ids; a node is in the first band that names it.
    static func places(_ bands: [NodeBand], in ids: [String]) -> (bands: [[Int]], rest: [Int]) {
        let places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var isTaken = [Bool](repeating: false, count: ids.count)
        let found = bands.map { band in
            band.members.compactMap { id -> Int? in
                guard let place = places[id], !isTaken[place] else { return nil }
                isTaken[place] = true
                return place
            }
        }
        return (found, ids.indices.filter { !isTaken[$0] })
    }
}
