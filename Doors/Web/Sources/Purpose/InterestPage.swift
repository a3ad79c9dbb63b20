import Ecosystems
import Hummingbird
import Kernel
import Markup
import Parties
import Purpose

/// What each party has to gain or to lose; opposing interests first, because spoken out they can be dealt with.
extension EcosystemVisit {
    func showInterests() async throws -> Response {
        let mayRead = reader.catalogue.kind("interests").map(reader.canRead) ?? false
        let content = cached("purpose-interests") { interestContent(reader.records(Interest.self), mayRead) }
        return show(
            purposePage(
                .interests, say("Belangen", "Interests"),
                lead: say(
                    "Wat elke partij te winnen of te verliezen heeft. Een uitgesproken tegengesteld belang kunt u samen oplossen.",
                    "What each party has to gain or to lose. An opposing interest that is spoken out can be dealt with together."
                ),
                actions: mayRead ? adding("interests") : "", content))
    }

    private func interestContent(_ interests: [Interest], _ mayRead: Bool) -> HTML {
        guard !interests.isEmpty else {
            let words =
                mayRead
                ? say("Er zijn nog geen belangen vastgelegd.", "No interests have been recorded yet.")
                : say(
                    "Belangen zijn alleen te zien voor wie aan dit ecosysteem meedoet. Meld u aan als u meedoet.",
                    "Interests can only be seen by who takes part in this ecosystem. Sign in when you do.")
            let add =
                mayRead ? formLink("interests", say("Leg het eerste belang vast", "Record the first interest")) : ""
            return "<p class=\"empty\">\(words) \(add)</p>"
        }
        return "\(clashes(interests.filter { $0.stance == .opposing }))\(byParty(interests))"
    }

    private func clashes(_ opposing: [Interest]) -> HTML {
        guard !opposing.isEmpty else { return "" }
        let items: HTML = opposing.html { interest in
            let towards = interest.towards.map { link(to: "organisations", $0.rawValue) }
            let against: HTML =
                towards.isEmpty
                ? "\(say("Nog niet gezegd tegenover wie.", "Not yet said against whom."))"
                : "\(say("Staat tegenover", "Goes against")) \(towards.joined(separator: ", "))."
            return attention(
                "●", link(to: "interests", interest.id.rawValue),
                "\(link(to: "organisations", interest.organisation.rawValue)). \(against)")
        }
        return card(
            say("Tegengestelde belangen", "Opposing interests"), "<ul class=\"findings\">\(items)</ul>",
            count: opposing.count)
    }

    private func byParty(_ interests: [Interest]) -> HTML {
        let title = say("Per partij", "By party")
        let columns = [
            say("Partij", "Party"), say("Eigen belang", "Own interest"),
            say("Tegengesteld belang", "Opposing interest"),
        ]
        let groups = Dictionary(grouping: interests, by: \.organisation)
            .map { (name: say(reader.title("organisations", $0.key.rawValue)), party: $0.key, interests: $0.value) }
            .sorted { ($0.name.lowercased(), $0.party) < ($1.name.lowercased(), $1.party) }
        let rows: HTML = groups.html { group in
            """
            <tr><th scope="row">\(link(to: "organisations", group.party.rawValue))</th>\
            <td data-label="\(columns[1])">\(list(group.interests, .own))</td>\
            <td data-label="\(columns[2])">\(list(group.interests, .opposing))</td></tr>
            """
        }
        return card(title, cards(title, columns, rows), count: groups.count)
    }

    private func list(_ interests: [Interest], _ stance: Interest.Stance) -> HTML {
        let some = interests.filter { $0.stance == stance }
        guard !some.isEmpty else { return "<span class=\"quiet\">–</span>" }
        let items = some.map { interest -> HTML in
            let about: HTML = interest.about.isEmpty ? "" : "<br><small>\(say(interest.about))</small>"
            return "\(link(to: "interests", interest.id.rawValue))\(about)"
        }
        return items.joined(separator: "<br>")
    }
}
