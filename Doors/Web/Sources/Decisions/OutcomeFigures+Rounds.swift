import Governance
import Kernel
import Markup

/// Of methods with rounds, who had how much in which; of pairs, how much prefers one to the other.
extension OutcomeFigures {
    func roundChart(_ rounds: [Value]) -> HTML {
        let bars = rounds.flatMap { round -> [BarChart.Line] in
            let counts = round["counts"].map ?? [:]
            let here = options.filter { counts[$0.key] != nil }.sorted {
                (counts[$0.key]?.measure ?? 0, $1.key) > (counts[$1.key]?.measure ?? 0, $0.key)
            }
            let number = round["round"].whole ?? 0
            return [.heading(say("Ronde \(number)", "Round \(number)"))]
                + here.map { option in
                    let count = counts[option.key] ?? .null
                    let (sign, tone) = fate(option.key, in: round, isLast: round == rounds.last)
                    return .bar(
                        say(option.name), much: count.measure ?? 0,
                        shown: words(count) + (sign.isEmpty ? "" : " \(sign)"), tone: tone)
                }
        }
        return figure(
            BarChart(
                lines: bars,
                title: say(
                    "Stand per ronde in staven; de tabel zegt hetzelfde",
                    "Count by round in bars; the table says the same")))
    }

    /// ✕ for who goes out, ✓ for who wins.
    private func fate(_ key: String, in round: Value, isLast: Bool) -> (sign: String, tone: BarChart.Tone) {
        if round["eliminated"].list?.contains(.string(key)) == true { return ("✕", .out) }
        let isElected = round["elected"].list?.contains(.string(key)) == true || isLast && winners.contains(key)
        return isElected ? ("✓", .won) : ("", .plain)
    }

    func roundTable(_ rounds: [Value]) -> HTML {
        let heads: HTML = rounds.html {
            "<th scope=\"col\" class=\"number\">\(say("Ronde", "Round")) \($0["round"].whole ?? 0)</th>"
        }
        let rows: HTML = options.html { option in
            let cells: HTML = rounds.html { round in
                let count = round["counts"][option.key]
                let sign = fate(option.key, in: round, isLast: round == rounds.last).sign
                return "<td class=\"number\">\(count.isNull ? "–" : words(count)) \(sign)</td>"
            }
            return "<tr><th scope=\"row\">\(say.marked(option.name))</th>\(cells)</tr>"
        }
        return """
            <div class="scroll"><table class="rounds"><caption class="hidden">\(say("Stand per ronde", "Count by round"))</caption><thead><tr><th scope="col">\(say("Optie", "Option"))</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            <p class="quiet">\(say("✕ valt af, ✓ gekozen.", "✕ goes out, ✓ elected."))</p>
            """
    }

    /// How much prefers the option of the row to that of the column.
    var pairTable: HTML {
        guard let pairs = outcome["pairwise"].map, options.count > 1 else { return "" }
        let heads: HTML = options.html {
            "<th scope=\"col\" class=\"number\">\(say("boven", "to")) \(say($0.name))</th>"
        }
        let rows: HTML = options.html { one in
            let cells: HTML = options.html { other in
                guard one.key != other.key, let much = pairs[one.key]?[other.key] else {
                    return "<td class=\"number\">·</td>"
                }
                let isMore = (much.measure ?? 0) > (pairs[other.key]?[one.key].measure ?? 0)
                return "<td class=\"number\">\(words(much))\(isMore ? " ✓" : "")</td>"
            }
            return "<tr><th scope=\"row\">\(say.marked(one.name))</th>\(cells)</tr>"
        }
        return """
            <h3>\(say("Per paar: hoeveel verkiest de rij boven de kolom", "Pair by pair: how much prefers the row to the column"))</h3>
            <div class="scroll"><table class="rounds"><thead><tr><th scope="col">\(say("Optie", "Option"))</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
