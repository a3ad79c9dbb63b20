import Ecosystems
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NetworkMap
import Networks
import Parties

/// What the network would be if parties or relations went, weakened or came. Nothing is recorded; the address holds it all, so that it can be shared.
extension EcosystemVisit {
    func showWhatIf() async throws -> Response {
        if let nothing = noNetwork() { return show(whatIfPage(nothing)) }
        if let change = chosenChange {
            let all = whatIfQuery + [change]
            return .onward(to: Path.mapPart(id, "what-if").with(all))
        }
        let scope = try networkScope()
        let asked = whatIf
        guard !asked.isEmpty else { return show(whatIfPage("\(whatIfForm(scope))\(advice)")) }
        let graph = try scope.graph(reader)
        let comparison: NetworkComparison
        do {
            comparison = try asked.comparison(of: graph, NetworkInquiry(most: NetworkInquiry.mostForPages))
        } catch {
            return show(whatIfPage("\(refused(error))\(chosen(asked))\(whatIfForm(scope))", .badRequest))
        }
        let map = try whatIfMap(asked, comparison, scope)
        return show(
            whatIfPage(
                "\(chosen(asked))\(verdict(comparison, asked))\(map)\(beforeAndAfter(comparison))\(moved(comparison))\(whatIfForm(scope))"
            ))
    }

    private func whatIfPage(_ content: HTML, _ status: HTTPResponse.Status = .ok) -> Page {
        var page = mapNumbersPage(
            .whatIf, say("Wat als", "What if"),
            lead: say(
                "Wat gebeurt er als een partij vertrekt, of een relatie verzwakt? Er wordt niets vastgelegd.",
                "What happens if a party leaves, or a relation weakens? Nothing is recorded."), content)
        page.scripts = ["map.js"]
        page.status = status
        return page
    }

    var whatIf: WhatIf {
        func all(_ name: String) -> [String] { visit.queries(name).filter { !$0.isEmpty } }
        return WhatIf(remove: all("remove"), weaken: all("weaken"), add: all("add"))
    }

    /// Everything that the address says of this page, in a fixed order.
    var whatIfQuery: [(String, String)] {
        scopeQuery.filter { $0.0 != "directed" }
            + ["remove", "weaken", "add"].flatMap { name in
                visit.queries(name).filter { !$0.isEmpty }.map { (name, $0) }
            }
    }

    private var advice: HTML {
        """
        <p class="quiet">\(say("Kies hierboven een wijziging. Bij", "Choose a change above. At")) \
        <a href="\(Path.mapPart(id, "analysis"))">\(say("Analyse", "Analysis"))</a> \
        \(say("staat wie het netwerk bij elkaar houdt; daar begint u het best.", "stands who holds the network together; that is where to begin."))</p>
        """
    }

    private func refused(_ refusal: Refusal) -> HTML {
        let items: HTML = refusal.problems.html { "<li>\(say($0.message)) \(say($0.mend))</li>" }
        return
            "<div class=\"card\" role=\"alert\"><h2>\(say("Dit past niet op het netwerk", "This does not fit the network"))</h2><ul class=\"problems\">\(items)</ul></div>"
    }

    /// The changes that are thought of, each with a way to take it back.
    private func chosen(_ asked: WhatIf) -> HTML {
        let changes =
            asked.remove.map { ("remove", $0) } + asked.weaken.map { ("weaken", $0) } + asked.add.map { ("add", $0) }
        let items: HTML = changes.html { change in
            let rest = whatIfQuery.filter { $0 != change }
            return """
                <li>\(words(of: change)) <a href="\(Path.mapPart(id, "what-if").with(rest))" aria-label="\(say("Haal weg", "Take back")): \(words(of: change))">✕</a></li>
                """
        }
        return "<ul class=\"thought\">\(items)</ul>"
    }

    private func words(of change: (String, String)) -> String {
        let pieces = change.1.split(separator: "=", maxSplits: 1).map(String.init)
        let share = pieces.count > 1 ? Double(pieces[1]).map { "\(($0 * 100).shown(say.language))%" } ?? pieces[1] : ""
        let names = (pieces.first ?? "").split(separator: ",").map { title(String($0)) }
        let who = names.joined(separator: " – ")
        return switch (change.0, names.count) {
        case ("remove", 1): say("\(who) vertrekt", "\(who) leaves")
        case ("remove", _): say("\(who): verbinding vervalt", "\(who): the tie goes")
        case ("weaken", _): say("\(who): nog \(share) van het gewicht", "\(who): \(share) of the weight is left")
        case (_, 1): say("\(who) komt erbij", "\(who) comes")
        default: say("\(who): nieuwe verbinding", "\(who): a new tie")
        }
    }

    /// What a party is called; who is not there yet by its id.
    func title(_ id: String) -> String {
        reader.state.table("organisations")?.contains(id) == true ? say(reader.title("organisations", id)) : id.inShort
    }

    /// In a sentence: who is cut off, or that nobody is.
    private func verdict(_ comparison: NetworkComparison, _ asked: WhatIf) -> HTML {
        let (before, after) = (comparison.before.components?.count ?? 0, comparison.after.components?.count ?? 0)
        let lost = comparison.cutOff.joined().count
        guard lost > 0 else {
            let sentence =
                after < before
                ? say(
                    "Losse delen komen bij elkaar: van \(before) naar \(after).",
                    "Separate parts come together: from \(before) to \(after).")
                : say("Niemand raakt los van de rest.", "Nobody is cut off from the rest.")
            return "<section class=\"card\"><h2>✓ \(sentence)</h2>\(hangs(asked))</section>"
        }
        let pieces: HTML = comparison.cutOff.prefix(20).html { piece in
            let names = piece.prefix(12).map { party($0) }.joined(separator: ", ")
            let more: HTML =
                piece.count > 12 ? " \(say("en nog \(piece.count - 12)", "and \(piece.count - 12) more"))" : ""
            let kind =
                piece.count == 1 ? say("alleen", "alone") : say("samen met \(piece.count)", "\(piece.count) together")
            return "<li>\(names)\(more) <span class=\"quiet\">(\(kind))</span></li>"
        }
        let title =
            lost == 1
            ? say("1 partij raakt los van de rest", "1 party is cut off from the rest")
            : say("\(lost) partijen raken los van de rest", "\(lost) parties are cut off from the rest")
        return "<section class=\"card\"><h2>▲ \(title)</h2><ul>\(pieces)</ul>\(hangs(asked))</section>"
    }
}
