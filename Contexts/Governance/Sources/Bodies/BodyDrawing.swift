import Drawing
import Kernel

/// The bodies as a tree from top to bottom, each with a mark for every seat. One `<svg>` element, without styles of its own.
package struct BodyDrawing {
    package let overview: BodyOverview
    package let language: Language
    /// The address of a body's page.
    package let address: (String) -> String

    package init(_ overview: BodyOverview, language: Language, address: @escaping (String) -> String) {
        self.overview = overview
        self.language = language
        self.address = address
    }

    private static let (width, rowHeight, indent, nameWidth) = (780.0, 40.0, 26.0, 460.0)
    /// More seats than these become a number.
    private static let mostMarks = 14

    package var svg: String {
        let height = Double(overview.rows.count) * Self.rowHeight + 8
        let title = language == .nl ? "Organen en hun zetels" : "Bodies and their seats"
        let description =
            language == .nl
            ? "\(overview.rows.count) organen; dezelfde gegevens staan in de tabel eronder."
            : "\(overview.rows.count) bodies; the same data stand in the table below."
        let rows = overview.rows.enumerated().map { row($0.element, at: $0.offset) }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="bodies" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(height))" \
            role="group" aria-labelledby="bodies-title bodies-desc"><title id="bodies-title">\(title)</title>
            <desc id="bodies-desc">\(description)</desc>
            \(lines)
            \(rows.joined(separator: "\n"))
            </svg>
            """
    }

    /// From each body down to those that answer to it.
    private var lines: String {
        let places = Dictionary(
            overview.rows.enumerated().map { ($0.element.body.id, ($0.offset, $0.element.depth)) },
            uniquingKeysWith: { first, _ in first })
        return overview.rows.enumerated().compactMap { index, row -> String? in
            guard let parent = row.body.parent, let (above, depth) = places[parent] else { return nil }
            let x = 14 + Double(depth) * Self.indent
            let (from, to) = (Self.middle(above) + 13, Self.middle(index))
            return
                "<path class=\"stem\" d=\"M\(Self.number(x)) \(Self.number(from))V\(Self.number(to))H\(Self.number(x + Self.indent - 8))\"/>"
        }
        .joined(separator: "\n")
    }

    private func row(_ row: BodyOverview.Row, at index: Int) -> String {
        let (x, y) = (14 + Double(row.depth) * Self.indent, Self.middle(index))
        let full = row.body.name.shown(language)
        let name = Lettering(15, .bold).shortened(full, to: Self.nameWidth - x)
        let marks = row.seats.all.isEmpty ? empty(row, y) : marks(row.seats, y)
        return """
            <g class="body"><circle class="knot" cx="\(Self.number(x))" cy="\(Self.number(y))" r="6"/>\
            <a href="\(PlainText.escaped(address(row.body.id.rawValue)))"><title>\(PlainText.escaped(full))</title>\
            <text class="name" x="\(Self.number(x + 14))" y="\(Self.number(y + 5))">\(PlainText.escaped(name))</text></a>\(marks)</g>
            """
    }

    private func empty(_ row: BodyOverview.Row, _ y: Double) -> String {
        let count = row.organisations.count
        let words = language == .nl ? "\(count) leden, nog geen zetels" : "\(count) members, no seats yet"
        return
            "<text class=\"count\" x=\"\(Self.number(Self.nameWidth + 20))\" y=\"\(Self.number(y + 5))\">\(words)</text>"
    }

    /// Square: of an organisation; diamond: of a group; disc: of a function. Open: nobody can vote from it. A small ring: an observer.
    private func marks(_ seats: Seats, _ y: Double) -> String {
        let order = ["able", "open", "observer"]
        let sorted = seats.all.sorted { one, two in
            (order.firstIndex(of: state(one)) ?? 0, one.id) < (order.firstIndex(of: state(two)) ?? 0, two.id)
        }
        let shown = sorted.prefix(Self.mostMarks)
        let drawn = shown.enumerated().map { index, held in
            mark(held, x: Self.nameWidth + 24 + Double(index) * 19, y: y)
        }
        let rest = seats.all.count - shown.count
        let more =
            rest > 0
            ? "<text class=\"count\" x=\"\(Self.number(Self.nameWidth + 24 + Double(shown.count) * 19))\" y=\"\(Self.number(y + 5))\">+\(rest)</text>"
            : ""
        return drawn.joined() + more
    }

    private func mark(_ held: HeldSeat, x: Double, y: Double) -> String {
        let shape: String
        switch (held.votes, held.seat.organisation != nil, !held.group.isEmpty) {
        case (false, _, _): shape = "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"3.5\"/>"
        case (_, true, _):
            shape = "<rect x=\"\(Self.number(x - 6))\" y=\"\(Self.number(y - 6))\" width=\"12\" height=\"12\"/>"
        case (_, _, true):
            shape = "<path d=\"M\(Self.number(x)) \(Self.number(y - 8))l8 8l-8 8l-8-8z\"/>"
        default: shape = "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"7\"/>"
        }
        return "<g class=\"seat \(state(held))\">\(shape)</g>"
    }

    private func state(_ held: HeldSeat) -> String {
        !held.votes ? "observer" : held.voters.isEmpty ? "open" : "able"
    }

    private static func middle(_ index: Int) -> Double { Double(index) * rowHeight + 26 }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 10).rounded() / 10)
    }
}
