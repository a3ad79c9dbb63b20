import Access
import Ecosystems
import Kernel
import Markup
import Parties

/// Roles, persons and mandates of one organisation.
extension EcosystemVisit {
    func rolesCard(_ party: OrganisationPage) -> HTML {
        let view = ValueView(self)
        let items: HTML = party.roles.html { role in
            let people = [
                role.person.map { view.link("persons", $0.id) },
                role.deputy.map { "\(say("plaatsvervanger", "deputy")) \(view.link("persons", $0.id))" as HTML },
            ].compactMap { $0 }
            let by: HTML = people.isEmpty ? "" : "<br><span class=\"quiet\">\(people.joined(separator: " · "))</span>"
            let past: HTML = role.isCurrent ? "" : " <span class=\"pill\">\(say("niet nu", "not now"))</span>"
            let scope: HTML = role.scope.isEmpty ? "" : "<br><small>\(say(role.scope))</small>"
            return
                "<li><a href=\"\(Path.record(id, "assignments", role.id))\">\(say(role.name))</a>\(past)\(by)\(scope)</li>"
        }
        let body: HTML =
            party.roles.isEmpty
            ? "<p class=\"empty\">\(say("Deze organisatie heeft nog geen rol.", "This organisation has no role yet."))</p>"
            : "<ul class=\"plain\">\(items)</ul>"
        let add = addLink("assignments", say("Rol", "Role"), [("organisation", party.organisation.id.rawValue)])
        return
            "<section class=\"card\"><h2>\(say("Rollen", "Roles"))</h2>\(body)<p class=\"actions\">\(add)</p></section>"
    }

    func personsCard(_ party: OrganisationPage, _ names: [String: VaultEntry], _ refused: RefusedForm?) -> HTML {
        let own = party.organisation.id.rawValue
        guard mayReadPersons(of: own) else {
            return """
                <section class="card"><h2>\(say("Mensen", "People"))</h2><p class="quiet">\(say("Wie hier werkt en wie wat mag toezeggen, zien alleen deelnemers.",
                    "Only participants see who works here and who may commit to what."))</p></section>
                """
        }
        let nameless = party.persons.filter { names[$0.id] == nil }
        let missing = missingNames(nameless, own, refused)
        let people: HTML = party.persons.html { person in
            let form: HTML =
                names[person.id] == nil && !missing.isEmpty
                ? "" : contactForm(person.id, own, names[person.id], refused)
            return personItem(person, names[person.id], form)
        }
        let body: HTML =
            party.persons.isEmpty
            ? "<p class=\"empty\">\(say("Er staat nog niemand van deze organisatie.", "There is nobody of this organisation yet."))</p>"
            : "<ul class=\"plain people\">\(people)</ul>\(missing)"
        let fields = [("organisation", own)]
        return """
            <section class="card"><h2>\(say("Mensen", "People"))</h2>\(body)<h3>\(say("Mandaten", "Mandates"))</h3>\(mandates(party))
            <p class="actions">\(addLink("persons", say("Persoon", "Person"), fields))\(addLink("mandates", say("Mandaat", "Mandate"), fields))</p></section>
            """
    }

    private func mayReadPersons(of organisation: String) -> Bool {
        reader.rights.canRead(Person.visibility, owners: [organisation])
            || reader.rights.belongsTo.contains(organisation)
    }

    private func personItem(_ member: OrganisationPage.Member, _ entry: VaultEntry?, _ form: HTML) -> HTML {
        let layer: HTML = member.layer.map { " <span class=\"quiet\">\(say($0.label))</span>" } ?? ""
        let mandate: HTML = member.hasMandate ? " <span class=\"pill ok\">✓ \(say("mandaat", "mandate"))</span>" : ""
        let name: HTML =
            entry.map { entry in
                let mail: HTML = entry.email.map { " · <a href=\"mailto:\($0)\">\($0)</a>" } ?? ""
                let phone: HTML = entry.phone.map { " · \($0)" } ?? ""
                return "<p class=\"contact\">\(entry.name)\(mail)\(phone)</p>"
            } ?? ""
        return """
            <li><a href="\(Path.record(id, "persons", member.id))">\(say(member.function))</a>\(layer)\(mandate)\(name)\(form)</li>
            """
    }

    private func mandates(_ party: OrganisationPage) -> HTML {
        guard !party.mandates.isEmpty else {
            return
                "<p class=\"empty\">\(say("Niemand kan deze organisatie nog ergens toe verbinden.", "Nobody can commit this organisation to anything yet."))</p>"
        }
        let view = ValueView(self)
        let items: HTML = party.mandates.html { held in
            let mandate = held.mandate
            let limit: HTML = mandate.limit.map { " · \(say("tot", "up to")) \(say.money($0))" } ?? ""
            let until: HTML =
                mandate.period.until.map { " · \(say("tot en met", "until")) \(say.day($0, today: reader.today))" }
                ?? ""
            let pill: HTML =
                held.isValid
                ? "<span class=\"pill ok\">✓ \(say("geldig", "valid"))</span>"
                : "<span class=\"pill broken\">▲ \(mandate.standing == .valid ? say("niet nu", "not now") : say(mandate.standing.label))</span>"
            return """
                <li><a href="\(Path.record(id, "mandates", mandate.id.rawValue))">\(say(mandate.scope))</a> \(pill)<br>\
                <span class="quiet">\(view.link("persons", held.person.id))\(limit)\(until)</span></li>
                """
        }
        return "<ul class=\"plain\">\(items)</ul>"
    }
}
