import Ecosystems
import Kernel
import Markup
import Purpose

/// Who gives what to whom as a matrix, for few parties and for many.
extension EcosystemVisit {
    var exchangeFilter: GiveGetMatrix.Filter {
        GiveGetMatrix.Filter(
            party: visit.query("party"), giver: visit.query("giver"), receiver: visit.query("receiver"),
            from: visit.query("from"), to: visit.query("to"))
    }

    /// The parts of the address, in a fixed order.
    func exchangeQuery(_ filter: GiveGetMatrix.Filter) -> [(String, String)] {
        [
            ("party", filter.party), ("giver", filter.giver), ("receiver", filter.receiver), ("from", filter.from),
            ("to", filter.to),
        ]
    }

    func exchangeFilterForm(_ filter: GiveGetMatrix.Filter) -> HTML {
        let all = GiveGetMatrix(reader)
        let parties = Set((all.rows + all.columns).map(\.organisation)).map { ($0.id, say($0.title)) }
            .sorted { $0.1.lowercased() < $1.1.lowercased() }
        let used = Set(parties.compactMap { reader.state.table("organisations")?.values(of: $0.0)?["sector"]?.string })
        let sectors = reader.library.choices(for: .sector).filter { used.contains($0.id) }.map {
            ($0.id, say($0.label))
        }
        func chooser(_ name: String, _ label: String, _ choices: [(String, String)], _ chosen: String) -> HTML {
            let options: HTML = choices.html { option($0.0, $0.1, chosen: chosen) }
            return
                "<label>\(label) <select name=\"\(name)\"><option value=\"\">\(say("alle", "all"))</option>\(options)</select></label>"
        }
        let clear: HTML =
            filter.isEmpty
            ? ""
            : " <a href=\"\(Path.purpose(id, "exchanges"))\">\(say("Toon alles", "Show all"))</a>"
        return """
            <form class="choose" method="get" action="\(Path.purpose(id, "exchanges"))">
            \(chooser("party", say("Partij", "Party"), parties, filter.party))
            \(chooser("giver", say("Sector die geeft", "Giving sector"), sectors, filter.giver))
            \(chooser("receiver", say("Sector die krijgt", "Receiving sector"), sectors, filter.receiver))
            <button class="button quiet">\(say("Toon", "Show"))</button>\(clear)</form>
            """
    }
}
