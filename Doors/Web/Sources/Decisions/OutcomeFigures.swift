import Governance
import Kernel
import Markup

/// The outcome of a ballot in drawings, and the same in tables: what was cast for what, round by round where there are rounds, pair by pair
/// where pairs decide, and every number of every step in words.
struct OutcomeFigures {
    let outcome: Value
    let options: [ProposalOption]
    let winners: [String]
    let say: Say

    var html: HTML {
        guard let counts = outcome["counts"].map else { return "" }
        let rounds = outcome["rounds"].list ?? []
        if !rounds.isEmpty { return roundChart(rounds) + roundTable(rounds) + rest(counts) }
        return plainChart(counts) + folded(plainTable(counts)) + pairTable
    }

    private func folded(_ table: HTML) -> HTML {
        "<details><summary>\(say("Als tabel", "As a table"))</summary>\(table)</details>"
    }

    // MARK: What was cast for what

    private static let casts = ["for", "against", "abstain", "blank", "notVoted"]

    /// Options, or for and against, each with what it got.
    private func lines(_ counts: [String: Value]) -> [(key: String, name: String, count: Value)] {
        (options.map(\.key) + Self.casts).compactMap { key in
            counts[key].map { (key, name(key).uppercasedFirst, $0) }
        }
    }

    private func plainChart(_ counts: [String: Value]) -> HTML {
        let bars = lines(counts).map { key, name, count in
            BarChart.Line.bar(name, much: count.measure ?? 0, shown: words(count), tone: tone(key))
        }
        return figure(
            BarChart(
                lines: bars,
                title: say("Uitslag in staven; de tabel zegt hetzelfde", "Outcome in bars; the table says the same"),
                mark: needed))
    }

    private func tone(_ key: String) -> BarChart.Tone {
        switch key {
        case "for": .yes
        case "against": .no
        case "abstain", "blank", "notVoted": .out
        default: winners.contains(key) ? .won : .plain
        }
    }

    /// Where the threshold lies, when the method has one.
    private var needed: (much: Double, label: String)? {
        let step = (outcome["steps"].list ?? []).first { $0["what"] == "threshold" }
        guard let step, let much = step["numbers"]["needed"].measure, much > 0 else { return nil }
        let number = words(step["numbers"]["needed"])
        let isAtLeast = step["numbers"]["atLeast"] == .flag(true)
        return (
            much,
            isAtLeast
                ? say("nodig: minstens \(number)", "needed: at least \(number)")
                : say("nodig: meer dan \(number)", "needed: more than \(number)")
        )
    }

    private func plainTable(_ counts: [String: Value]) -> HTML {
        let rows: HTML = lines(counts).html { key, name, count in
            "<tr><th scope=\"row\">\(winners.contains(key) ? "✓ " : "")\(name)</th><td class=\"number\">\(words(count))</td></tr>"
        }
        return
            "<table class=\"counts\"><caption class=\"hidden\">\(say("Telling", "Count"))</caption><tbody>\(rows)</tbody></table>"
    }

    /// With rounds: who cast no order.
    private func rest(_ counts: [String: Value]) -> HTML {
        let others = Self.casts.compactMap { key in counts[key].map { "\(name(key)) \(words($0))" } }
        return others.isEmpty ? "" : "<p class=\"quiet\">\(others.joined(separator: " · ").uppercasedFirst)</p>"
    }

    // MARK: Every number

    /// The numbers of each step, named in the language of the page.
    var numbers: HTML {
        let rows: HTML = (outcome["steps"].list ?? []).html { step in
            let entries = (step["numbers"].map ?? [:]).sorted { $0.key < $1.key }
            return entries.enumerated().html { place, entry in
                let head: HTML =
                    place == 0
                    ? "<th scope=\"rowgroup\" rowspan=\"\(entries.count)\">\(say(BallotView.called(step: step["what"].string ?? "")))</th>"
                    : ""
                return "<tr>\(head)<td>\(name(entry.key))</td><td class=\"number\">\(words(entry.value))</td></tr>"
            }
        }
        return """
            <details class="more"><summary>\(say("Alle getallen", "All numbers"))</summary><div class="scroll"><table class="numbers"><thead><tr><th scope="col">\(say("Stap", "Step"))</th>\
            <th scope="col">\(say("Wat", "What"))</th><th scope="col" class="number">\(say("Getal", "Number"))</th></tr></thead><tbody>\(rows)</tbody></table></div></details>
            """
    }

    /// An option by its name, a key of ours in words; anything else as it is.
    private func name(_ key: String) -> String {
        options.first { $0.key == key }.map { say($0.name) } ?? BallotView.called(number: key).map { say($0) } ?? key
    }

    func words(_ value: Value) -> String {
        switch value {
        case .whole(let number): String(number)
        case .string(let text):
            options.first { $0.key == text }.map { say($0.name) } ?? BallotView.called(value: text).map { say($0) }
                ?? text.mixed
        case .list(let items): items.isEmpty ? "–" : items.map(words).joined(separator: ", ")
        case .flag(let flag): flag ? say("ja", "yes") : say("nee", "no")
        case .number(let number): "\(number)"
        case .map(let entries):
            entries.sorted { $0.key < $1.key }.map { "\(name($0.key)) \(words($0.value))" }.joined(separator: ", ")
        case .null: "–"
        }
    }

    func figure(_ chart: BarChart) -> HTML { "<figure class=\"outcome\">\(chart.html)</figure>" }
}

extension Value {
    /// For the length of a bar only; what is told is the exact number.
    var measure: Double? {
        if let whole { return Double(whole) }
        let parts = (string ?? "").split(separator: "/").compactMap { Double($0) }
        return parts.count == 2 && parts[1] > 0 ? parts[0] / parts[1] : parts.first
    }
}

extension String {
    /// An exact fraction as people write one: “5/2” is “2 1/2”.
    fileprivate var mixed: String {
        let parts = split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, parts[1] > 0, parts[0] > parts[1], self == "\(parts[0])/\(parts[1])" else {
            return self
        }
        let (whole, rest) = parts[0].quotientAndRemainder(dividingBy: parts[1])
        return rest == 0 ? "\(whole)" : "\(whole) \(rest)/\(parts[1])"
    }
}
