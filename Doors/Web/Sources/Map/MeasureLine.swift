import Kernel
import Markup
import NetworkMap
import Networks

/// One number day after day: a small drawing, and a column of the table.
struct MeasureLine {
    let label: String
    let meaning: String
    /// One for each day; nil where there was nothing to say, such as for a party that was not there.
    let values: [Double?]

    static func whole(_ timeline: NetworkTimeline, _ say: Say) -> [MeasureLine] {
        WholeNumber.allCases.compactMap { number in
            let values = timeline.analyses.map { number.value(in: $0) }
            guard values.contains(where: { $0 != nil }) else { return nil }
            return MeasureLine(label: say(number.label), meaning: say(number.meaning), values: values)
        }
    }

    static func party(_ id: String, _ timeline: NetworkTimeline, _ say: Say) -> [MeasureLine] {
        NodeNumber.allCases.filter(\.isSize).compactMap { number in
            let values = timeline.analyses.map { analysis in
                analysis.graph.number(of: id).flatMap { number.value(of: $0, in: analysis) }
            }
            guard values.contains(where: { $0 != nil }) else { return nil }
            return MeasureLine(label: say(number.label), meaning: say(number.meaning), values: values)
        }
    }

    private static let (width, height, margin) = (240.0, 72.0, 8.0)

    /// A line from the first to the last day, from 0 to the highest value; days without a value leave it broken.
    func svg(_ say: Say, from: String, until: String) -> HTML {
        let known = values.compactMap { $0 }
        let (low, high) = (min(0, known.min() ?? 0), max(known.max() ?? 0, 0))
        let span = high > low ? high - low : 1
        let step = values.count > 1 ? (Self.width - 2 * Self.margin) / Double(values.count - 1) : 0
        var path = ""
        var isDown = false
        var last = (x: 0.0, y: 0.0)
        for (place, value) in values.enumerated() {
            guard let value else {
                isDown = false
                continue
            }
            last = (
                Self.margin + Double(place) * step,
                Self.height - Self.margin - (value - low) / span * (Self.height - 2 * Self.margin)
            )
            path += "\(isDown ? "L" : "M")\(Self.place(last.x)) \(Self.place(last.y))"
            isDown = true
        }
        let words =
            "\(label): \(from) \(values.first.flatMap { $0 }?.shown(say.language) ?? "–"), \(until) \(values.last.flatMap { $0 }?.shown(say.language) ?? "–")"
        let floor = Self.place(Self.height - Self.margin)
        return """
            <svg class="measure" viewBox="0 0 240 72" role="img" aria-label="\(words)"><path class="floor" d="M8 \(floor)H232"/>\
            <path class="course" d="\(path)"/><circle class="now" cx="\(Self.place(last.x))" cy="\(Self.place(last.y))" r="3.5"/></svg>
            """
    }

    /// A tenth of a pixel is fine enough, and the same on every machine.
    private static func place(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension EcosystemVisit {
    /// A small drawing for each number, and all of them as one table.
    func multiples(_ lines: [MeasureLine], _ days: [Day], _ party: String) -> HTML {
        guard let first = days.first, let last = days.last else { return "" }
        let (from, until) = (say.day(first, today: reader.today), say.day(last, today: reader.today))
        let figures: HTML = lines.html { line in
            """
            <figure><figcaption>\(line.label) <strong>\(line.values.last.flatMap { $0 }?.shown(say.language) ?? "–")</strong></figcaption>\(line.svg(say, from: from, until: until))
            <p class="ends"><span>\(from)</span><span>\(until)</span></p><details class="more"><summary>\(say("uitleg", "meaning"))</summary><p>\(line.meaning)</p></details></figure>
            """
        }
        let title = party.isEmpty ? say("Het hele netwerk", "The whole network") : title(party)
        return """
            <section class="card"><h2>\(title)</h2><div class="multiples">\(figures)</div>
            <details><summary>\(say("Als tabel", "As a table"))</summary>\(table(lines, days))</details></section>
            """
    }

    private func table(_ lines: [MeasureLine], _ days: [Day]) -> HTML {
        let head: HTML = lines.html { "<th scope=\"col\" class=\"number\">\($0.label)</th>" }
        let rows: HTML = days.indices.html { place in
            let cells: HTML = lines.html { "<td class=\"number\">\($0.values[place]?.shown(say.language) ?? "–")</td>" }
            let there = Path.mapPart(id, "analysis").with([("day", days[place].description)])
            return
                "<tr><th scope=\"row\"><a href=\"\(there)\">\(say.day(days[place], today: reader.today))</a></th>\(cells)</tr>"
        }
        return """
            <div class="scroll"><table><thead><tr><th scope="col">\(say("Dag", "Day"))</th>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
