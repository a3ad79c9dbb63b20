import Ecosystems
import Kernel
import Markup
import Parties

/// Which parts of society take part, and who is missing.
extension EcosystemVisit {
    func helixCard(_ helix: HelixSummary) -> HTML {
        guard !helix.strands.isEmpty else { return "" }
        let rows: HTML = helix.strands.html { strand in
            let candidates = strand.candidates.prefix(4).map { ValueView(self).link("organisations", $0) }
            let rest = strand.candidates.count - candidates.count
            let more: HTML = rest > 0 ? " \(say("en nog \(rest)", "and \(rest) more"))" : ""
            let hopeful: HTML =
                candidates.isEmpty || !strand.isMissing
                ? ""
                : "<br><small>\(say("In beeld:", "In sight:")) \(candidates.joined(separator: ", "))\(more)</small>"
            return """
                <tr><th scope="row">\(say(strand.helix.label))\(hopeful)</th><td>\(strand.parties)</td><td>\(verdict(strand))</td></tr>
                """
        }
        return """
            <section class="card"><h2>\(say("Samenstelling", "Composition"))</h2><p>\(sentence(helix))</p>
            <table><thead><tr><th scope="col">\(say("Deel van de samenleving", "Part of society"))</th>\
            <th scope="col">\(say("Doen mee", "Take part"))</th><th scope="col">\(say("Status", "Status"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></section>
            """
    }

    private func verdict(_ strand: HelixSummary.Strand) -> HTML {
        if strand.isMissing { return "<span class=\"pill broken\">▲ \(say("ontbreekt", "missing"))</span>" }
        if strand.needed { return "<span class=\"pill ok\">✓ \(say("doet mee", "takes part"))</span>" }
        return "<span class=\"quiet\">\(say("niet nodig voor het doel", "not needed for the goal"))</span>"
    }

    /// How many of the parts that are needed take part, and who is missing; without a need, what takes part.
    private func sentence(_ helix: HelixSummary) -> String {
        let needed = helix.strands.filter(\.needed)
        let missing = helix.missing.map { say($0.label).lowercasedFirst }
        guard !needed.isEmpty else {
            let present = helix.present.map { say($0.label).lowercasedFirst }.joined(separator: ", ")
            return present.isEmpty
                ? say("Er doet nog niemand mee.", "Nobody takes part yet.")
                : say("Nu aan tafel: \(present).", "At the table now: \(present).")
        }
        let present = needed.count - missing.count
        let name = say(helix.compositionName).lowercasedFirst
        let aim = name.isEmpty ? "" : say(" voor een \(name)", " for a \(name)")
        guard !missing.isEmpty else {
            if needed.count == 1 {
                return say(
                    "Het ene deel van de samenleving dat nodig is\(aim), doet mee.",
                    "The one part of society that is needed\(aim) takes part.")
            }
            return say(
                "Alle \(needed.count) delen van de samenleving die nodig zijn\(aim), doen mee.",
                "All \(needed.count) parts of society that are needed\(aim) take part.")
        }
        let names = missing.joined(separator: say(" en ", " and "))
        return say(
            "Van de \(needed.count) delen van de samenleving die nodig zijn\(aim), doen er \(present) mee. Nog niet: \(names).",
            "Of the \(needed.count) parts of society needed\(aim), \(present) take part. Not yet: \(names).")
    }

    /// Organisations that seem to be recorded twice, each with the way to join them.
    func doubles(_ findings: [Finding]) -> HTML {
        let found = findings.filter { $0.rule == "organisation.looks-like" && !$0.record.isEmpty }
        guard !found.isEmpty else { return "" }
        let items: HTML = found.prefix(5).html { finding in
            let link: HTML = place(of: finding).map { "<p><a href=\"\($0.url)\">\($0.label)</a></p>" } ?? ""
            return "<li><p class=\"what\">\(say(finding.message))</p>\(link)</li>"
        }
        let more: HTML =
            found.count > 5
            ? "<p><a href=\"\(Path.findings(id))\">\(say("En nog \(found.count - 5)", "And \(found.count - 5) more"))</a></p>"
            : ""
        return """
            <section class="card"><h2>\(say("Dubbel?", "Recorded twice?"))</h2><ul class="plain doubles">\(items)</ul>\(more)</section>
            """
    }
}
