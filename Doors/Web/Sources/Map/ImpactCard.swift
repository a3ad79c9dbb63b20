import Ecosystems
import Kernel
import Markup
import NetworkMap

/// What hangs on one organisation: on its page, and where it leaves.
extension EcosystemVisit {
    /// Made once for all who may see the same: it looks at the whole network.
    func impactCard(_ party: String) -> HTML { cached("impact/\(party)") { impact(party) } }

    private func impact(_ party: String) -> HTML {
        do throws(Refusal) { return card(try PartyImpact(party, reader)) } catch { return "" }
    }

    private func card(_ impact: PartyImpact) -> HTML {
        let name = say(reader.title("organisations", impact.organisation))
        let lead =
            impact.isLight
            ? say(
                "Voor zover is vastgelegd, valt er niets weg als \(name) vertrekt.",
                "As far as is recorded, nothing falls when \(name) leaves.")
            : say("Dit valt weg of raakt los als \(name) vertrekt.", "This falls or comes loose when \(name) leaves.")
        return """
            <section class="card" id="impact"><h2>\(say("Wat eraan hangt", "What hangs on it"))</h2><p>\(lead)</p>\
            \(alone(impact))\(cutOff(impact))\(soleSupplies(impact))\(touched(impact))</section>
            """
    }

    private func alone(_ impact: PartyImpact) -> HTML {
        guard !impact.alone.isEmpty else { return "" }
        let title = say("Draagt niemand anders", "Carried by nobody else")
        return
            "<h3>\(title): \(say(impact.counts(reader.catalogue)))</h3><ul>\(impact.alone.prefix(8).html(carriedItem))</ul>\(rest(impact.alone.dropFirst(8)))"
    }

    private func rest(_ more: ArraySlice<Carried>) -> HTML {
        guard !more.isEmpty else { return "" }
        return
            "<details><summary>\(say("en nog \(more.count)", "and \(more.count) more"))</summary><ul>\(more.html(carriedItem))</ul></details>"
    }

    private func carriedItem(_ carried: Carried) -> HTML {
        let kind = reader.catalogue.kind(carried.what.kind).map { say($0.naming.label).lowercasedFirst + " · " } ?? ""
        let link = ValueView(self).link(carried.what.kind, carried.what.id, as: say(carried.name))
        return "<li>\(link) <span class=\"quiet\">\(kind)\(say(carried.capacity))</span></li>"
    }

    private func cutOff(_ impact: PartyImpact) -> HTML {
        guard !impact.cutOff.isEmpty else { return "" }
        let pieces: HTML = impact.cutOff.prefix(12).html { piece in
            let names: [HTML] = piece.prefix(8).map { ValueView(self).link("organisations", $0) }
            let more = piece.count > 8 ? say(" en nog \(piece.count - 8)", " and \(piece.count - 8) more") : ""
            return "<li>\(names.joined(separator: ", "))\(more)</li>"
        }
        let count = say.count(
            impact.cutOffCount, Text("organisatie", "organisation"), Text("organisaties", "organisations"))
        let title = say("Verliest het contact met de rest", "Loses touch with the rest")
        return "<h3>\(title): \(count)</h3><ul>\(pieces)</ul>"
    }

    private func soleSupplies(_ impact: PartyImpact) -> HTML {
        guard !impact.soleSupplies.isEmpty else { return "" }
        let items: HTML = impact.soleSupplies.html { supply in
            let kind = reader.library.relationKind(supply.kind).map { say($0.name) } ?? supply.kind
            let names: [HTML] = supply.receivers.prefix(8).map { ValueView(self).link("organisations", $0) }
            let more =
                supply.receivers.count > 8
                ? say(" en nog \(supply.receivers.count - 8)", " and \(supply.receivers.count - 8) more") : ""
            return "<li>\(kind): \(names.joined(separator: ", "))\(more)</li>"
        }
        let title = say("Heeft geen ander voor", "Has no other for")
        return "<h3>\(title)</h3><ul>\(items)</ul>"
    }

    /// What goes on with others, and whom it is tied to, in a sentence.
    private func touched(_ impact: PartyImpact) -> HTML {
        var words: [String] = []
        if !impact.partners.isEmpty {
            words.append(
                say(
                    "\(say.count(impact.ties, Text(same: "band"), Text(same: "banden"))) met \(say.count(impact.partners.count, Text(same: "andere organisatie"), Text(same: "andere organisaties"))).",
                    "\(say.count(impact.ties, Text(same: "tie"), Text(same: "ties"))) with \(say.count(impact.partners.count, Text(same: "other organisation"), Text(same: "other organisations")))."
                ))
        }
        let sentence: HTML = words.isEmpty ? "" : "<p class=\"quiet\">\(words.joined(separator: " "))</p>"
        guard !impact.shared.isEmpty else { return sentence }
        return """
            \(sentence)<details><summary>\(say("Gaat door met anderen", "Goes on with others")) (\(impact.shared.count))</summary><ul>\(impact.shared.prefix(100).html(carriedItem))</ul></details>
            """
    }
}
