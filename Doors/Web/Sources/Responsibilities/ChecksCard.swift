import Ecosystems
import Kernel
import Markup
import Responsibilities

/// Whether the division is complete and unambiguous, above the matrix.
extension EcosystemVisit {
    func checksCard(_ matrix: ResponsibilityMatrix, _ checks: ResponsibilityChecks) -> HTML {
        guard !matrix.parties.isEmpty else {
            let next =
                mayDivide
                ? say(
                    "Kies een cel, en vink aan wat die partij daar doet.",
                    "Choose a cell, and tick what that party does there.") : ""
            return
                "<p class=\"empty\">\(say("Er is nog niets verdeeld.", "Nothing has been divided yet.")) \(next)</p>"
        }
        let leavers = PartyDeparture.ofLeavers(matrix, in: reader.state)
        guard !checks.isComplete || !leavers.isEmpty else {
            return
                "<p class=\"banner ok\">✓ \(say("De verdeling is volledig: overal voert iemand het uit en is één partij eindverantwoordelijk.", "The division is complete: everywhere somebody carries it out and one party is accountable."))</p>"
        }
        let limit = 12
        var items: HTML = checks.troubles.prefix(limit).map { $0 }.html { trouble in
            attention("●", "\(name(of: trouble.subject))", "\(say(trouble.gap.label))")
        }
        for overload in checks.overloads.prefix(limit) {
            items += attention(
                "▲", link(to: overload.party),
                "\(say("eindverantwoordelijk voor \(overload.accountable), betrokken bij \(overload.involved)", "accountable for \(overload.accountable), involved in \(overload.involved)"))"
            )
        }
        for leaver in leavers {
            items += attention("→", link(to: leaver.party), "\(departure(leaver))")
        }
        let rest = checks.troubles.count - limit
        let more: HTML =
            rest > 0
            ? "<p><a href=\"\(Path.findings(id))\">\(say("en nog \(rest)", "and \(rest) more"))</a></p>" : ""
        return card(
            say("Nog niet volledig", "Not complete yet"), "<ul class=\"findings\">\(items)</ul>\(more)",
            count: checks.troubles.count + checks.overloads.count + leavers.count)
    }

    func departure(_ departure: PartyDeparture) -> String {
        departure.isHarmless
            ? say("vertrekt; niemand anders raakt iets kwijt", "is leaving; nothing falls away")
            : say(
                "vertrekt: \(departure.unaccounted.count) zonder eindverantwoordelijke, \(departure.undone.count) zonder uitvoerder",
                "is leaving: \(departure.unaccounted.count) without an accountable party, \(departure.undone.count) without anybody to do it"
            )
    }
}
