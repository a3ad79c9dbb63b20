import Access
import Ecosystems
import Hummingbird
import Kernel
import Markup
import NetworkMap
import Parties

/// The page of one organisation.
extension EcosystemVisit {
    func showOrganisation() async throws -> Response { try await showOrganisation(after: nil) }

    /// The page again, with what is wrong with a form of it.
    func showOrganisation(after refused: RefusedForm?) async throws -> Response {
        let party = try visit.part("organisation")
        guard let shown = OrganisationPage(party, reader, findings: try await visibleFindings()) else {
            return try await showGone(Kind(Organisation.self), party)
        }
        let names = try await contacts(of: party)
        let title = say(shown.organisation.name)
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.parties(id))">\(say("Partijen", "Parties"))</a></p>
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(standing(shown))</p></div>\(partyActions(shown))</div>
            \(FindingList(self).html(shown.findings))
            <div class="columns"><div>\(profile(shown))<div id="boarding">\(boardingCards(shown, refused))</div>\(matches(shown))\(work(shown))\(impactCard(party))</div>
            <div>\(participationCard(shown, refused))\(rolesCard(shown))\(personsCard(shown, names, refused))\
            \(neighbours(shown))</div></div>
            """
        var page = Page(title, place: .parties, main)
        page.styles = ["parties.css"]
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func standing(_ party: OrganisationPage) -> HTML {
        var words: [String] = [say(party.sectorName)]
        if !party.organisation.place.isEmpty { words.append(party.organisation.place) }
        let roles = party.roles.filter(\.isCurrent).map { say($0.name) }.reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        if !roles.isEmpty { words.append(roles.joined(separator: ", ")) }
        let part: HTML =
            party.parent.map { " · \(say("onderdeel van", "part of")) \(ValueView(self).link($0.kind, $0.id))" } ?? ""
        return "\(words.joined(separator: " · "))\(part)"
    }

    private func partyActions(_ party: OrganisationPage) -> HTML {
        let record = party.organisation.id.rawValue
        let history: HTML =
            "<a class=\"button quiet\" href=\"\(Path.versions(id, "organisations", record))\">\(say("Geschiedenis", "History"))</a>"
        let edit: HTML =
            mayEdit && party.mayEdit
            ? "<a class=\"button\" href=\"\(Path.editRecord(id, "organisations", record))\">\(say("Wijzigen", "Edit"))</a>"
            : ""
        return "<div class=\"actions\">\(history)\(edit)</div>"
    }

    /// What others should know before they call: what for, what not for, what it offers, seeks and cares about.
    private func profile(_ party: OrganisationPage) -> HTML {
        let organisation = party.organisation
        let about: HTML = organisation.about.isEmpty ? "" : "<p>\(say.marked(organisation.about))</p>"
        let calls: HTML = [
            ("✓", say("Bel ons over", "Call us about"), organisation.callAbout),
            ("–", say("Bel ons niet over", "Do not call us about"), organisation.callNotAbout),
        ].filter { !$0.2.isEmpty }.html { sign, label, words in
            "<div class=\"call\"><h3><span aria-hidden=\"true\">\(sign)</span> \(label)</h3><p>\(say.marked(words))</p></div>"
        }
        let lists: HTML = [
            (say("Biedt", "Offers"), organisation.offers), (say("Zoekt", "Seeks"), organisation.needs),
            (say("Belangen", "Interests"), organisation.interests), (say("Grenzen", "Limits"), organisation.limits),
        ].filter { !$0.1.isEmpty }.html { label, texts in
            "<h3>\(label)</h3><ul>\(texts.html { "<li>\(say.marked($0))</li>" as HTML })</ul>"
        }
        let empty: HTML =
            about.isEmpty && calls.isEmpty && lists.isEmpty
            ? "<p class=\"empty\">\(say("Hier staat nog niet waarvoor anderen deze organisatie kunnen bellen.", "It does not say yet what others can call this organisation for.")) \(profileLink(party))</p>"
            : ""
        return """
            <section class="card"><h2>\(say("Profiel", "Profile"))</h2>\(about)<div class="calls">\(calls)</div>\(lists)\(empty)\(facts(organisation))</section>
            """
    }

    private func profileLink(_ party: OrganisationPage) -> HTML {
        guard mayEdit, party.mayEdit else { return "" }
        let path = Path.editRecord(id, "organisations", party.organisation.id.rawValue)
        return "<a href=\"\(path)\">\(say("Vul het profiel aan", "Complete the profile"))</a>"
    }

    private func facts(_ organisation: Organisation) -> HTML {
        let kind = Kind(Organisation.self)
        let view = ValueView(self)
        let values = organisation.values
        let rows: HTML = ["aliases", "website", "place", "kvk", "oin", "lei", "source"].compactMap { kind.field($0) }
            .filter { values[$0.name] != nil }.html { field in
                let value = values[field.name] ?? .null
                return
                    "<div><dt>\(say(field.label))</dt><dd>\(view.html(field.shape, value))</dd></div>"
            }
        return rows.isEmpty ? "" : "<dl class=\"fields\">\(rows)</dl>"
    }

    /// Who offers what this one needs, and the other way round.
    private func matches(_ party: OrganisationPage) -> HTML {
        let name = say(party.organisation.name)
        let sides: HTML = [
            (say("Wie heeft wat \(name) zoekt", "Who has what \(name) seeks"), party.offered),
            (say("Wie zoekt wat \(name) biedt", "Who seeks what \(name) offers"), party.wanted),
        ].filter { !$0.1.isEmpty }.html { title, matches in
            let rows: HTML = matches.html { match in
                """
                <tr><th scope="row">\(ValueView(self).link("organisations", match.organisation.id))</th>\
                <td data-label="\(say("Zoekt", "Seeks"))">\(say(match.need))</td>\
                <td data-label="\(say("Biedt", "Offers"))">\(say(match.offer))</td></tr>
                """
            }
            return """
                <section class="card"><h2>\(title)</h2><table class="cards"><thead><tr><th scope="col">\(say("Organisatie", "Organisation"))</th>\
                <th scope="col">\(say("Zoekt", "Seeks"))</th><th scope="col">\(say("Biedt", "Offers"))</th></tr></thead><tbody>\(rows)</tbody></table>
                <p class="quiet">\(say("Gevonden omdat ze dezelfde woorden gebruiken.", "Found because they use the same words."))</p></section>
                """
        }
        return sides
    }
}
