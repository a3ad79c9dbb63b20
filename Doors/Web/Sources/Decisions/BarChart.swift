import Kernel
import Markup

/// Bars with their names and numbers beside them, as a drawing; a table beside it says the same.
///
/// Every bar says in words what it is and how much: colour adds nothing that is not read.
struct BarChart {
    enum Tone: String { case plain, yes = "for", no = "against", out, won }

    enum Line {
        case heading(String)
        /// - Parameter shown: the number as it is told, such as `4 1/2`; `much` is for the length only.
        case bar(String, much: Double, shown: String, tone: Tone)
    }

    let lines: [Line]
    /// What the drawing is of, for who does not see it.
    let title: String
    /// Where a line is drawn across the bars, and what it means.
    var mark: (much: Double, label: String)?

    // Ours, in px of a drawing that shrinks along on a phone.
    private static let (width, row, names, numbers) = (340.0, 26.0, 122.0, 52.0)

    /// How many letters fit before the bars.
    private static let letters = 15

    private var most: Double {
        lines.reduce(max(mark?.much ?? 0, 1)) { most, line in
            if case .bar(_, let much, _, _) = line { max(most, much) } else { most }
        }
    }

    var html: HTML {
        let top = mark == nil ? 0.0 : Self.row
        let height = top + Self.row * Double(lines.count) + 4
        let drawn: HTML = lines.enumerated().html { place, line in draw(line, at: top + Self.row * Double(place)) }
        return """
            <svg class="bar-chart" role="img" aria-label="\(title)" viewBox="0 0 \(Int(Self.width)) \(Int(height))" xmlns="http://www.w3.org/2000/svg">\(drawn)\(across(height))</svg>
            """
    }

    private func length(_ much: Double) -> Int {
        Int((much / most * (Self.width - Self.names - Self.numbers)).rounded())
    }

    private func draw(_ line: Line, at y: Double) -> HTML {
        let base = Int(y + 17)
        switch line {
        case .heading(let words): return "<text class=\"heading\" x=\"0\" y=\"\(base)\">\(words)</text>"
        case .bar(let name, let much, let shown, let tone):
            let label = name.count > Self.letters ? name.prefix(Self.letters - 1) + "…" : name
            let (start, long) = (Int(Self.names), length(much))
            return """
                <text x="0" y="\(base)">\(label)</text><rect class="\(tone.rawValue)" x="\(start)" y="\(Int(y + 5))" width="\(max(long, 1))" height="16" rx="2"/>\
                <text class="number" x="\(start + long + 6)" y="\(base)">\(shown)</text>
                """
        }
    }

    private func across(_ height: Double) -> HTML {
        guard let mark else { return "" }
        let x = Int(Self.names) + length(mark.much)
        let isRight = Double(x) > Self.width / 2
        return """
            <line class="mark" x1="\(x)" y1="\(Int(Self.row) - 4)" x2="\(x)" y2="\(Int(height))"/>\
            <text class="mark-label" x="\(x)" y="15" text-anchor="\(isRight ? "end" : "start")">\(mark.label)</text>
            """
    }
}
