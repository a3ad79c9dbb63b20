import Access
import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import Parties

/// Names and addresses. They are in the vault, outside the history, so that they can be forgotten.
extension EcosystemVisit {
    /// The names that the visitor may see: those who take part see each other, and everyone their own organisation.
    func contacts(of party: String) async throws -> [String: VaultEntry] {
        guard !isPast, mayReadNames(of: party) else { return [:] }
        let entries = try await visit.door.installation.access.vaultEntries(ecosystem: id)
        return Dictionary(entries.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func mayReadNames(of party: String) -> Bool {
        let rights = reader.rights
        return rights.seesEverything || rights.participates || rights.belongsTo.contains(party)
    }

    /// Those who orchestrate or represent the organisation may write a name down, and everyone their own.
    private func mayWriteName(of person: String, in party: String) -> Bool {
        guard mayEdit else { return false }
        let rights = reader.rights
        return rights.seesEverything || rights.represents.contains(party) || caller.persons.contains(person)
    }

    /// - Parameter label: what opens the form; without one it says what the form does.
    func contactForm(
        _ person: String, _ party: String, _ entry: VaultEntry?, _ refused: RefusedForm?, label: String? = nil
    ) -> HTML {
        guard mayWriteName(of: person, in: party) else { return "" }
        let act =
            entry == nil
            ? say("Schrijf de naam op", "Write down the name")
            : say("Wijzig naam of adres", "Change name or address")
        let name = "contact-\(person)"
        let input = { (field: String, label: String, type: String, start: String) -> HTML in
            """
            <div class="field"><label for="\(field)-\(person)">\(label)</label>\
            <input type="\(type)" id="\(field)-\(person)" name="\(field)" value="\(refused.value(field, in: name, else: start))"></div>
            """
        }
        return """
            <details\(if: refused.isAbout(name), " open")><summary>\(label ?? act)</summary>
            \(troubles(refused, in: name))<form method="post" action="\(Path.contact(id, party, person))">\(visit.token)
            <p class="help">\(say("Dit staat in de kluis, niet in de geschiedenis, en kan vergeten worden.", "This is in the vault, not in the history, and can be forgotten."))</p>
            \(input("name", say("Naam", "Name"), "text", entry?.name ?? ""))\(input("email", say("E-mail", "E-mail"), "email", entry?.email ?? ""))\
            \(input("phone", say("Telefoon", "Telephone"), "tel", entry?.phone ?? ""))
            <button class="button">\(say("Bewaren", "Save"))</button></form>\(erasureForm(person, party, entry))</details>
            """
    }

    /// The names that are still missing, under one heading when there are several.
    func missingNames(
        _ people: [OrganisationPage.Member], _ party: String, _ refused: RefusedForm?
    ) -> HTML {
        let nameless = people.filter { mayWriteName(of: $0.id, in: party) }
        guard nameless.count > 1 else { return "" }
        let forms: HTML = nameless.html { contactForm($0.id, party, nil, refused, label: say($0.function)) }
        let isOpen = nameless.contains { refused.isAbout("contact-\($0.id)") }
        return """
            <details\(if: isOpen, " open")><summary>\(say("Schrijf namen op", "Write down names"))</summary><div class="indent">\(forms)</div></details>
            """
    }

    private func erasureForm(_ person: String, _ party: String, _ entry: VaultEntry?) -> HTML {
        guard entry != nil, reader.rights.administers else { return "" }
        return """
            <details class="danger"><summary>\(say("Vergeet deze naam voorgoed", "Forget this name for good"))</summary>
            <form method="post" action="\(Path.contactErasure(id, party, person))">\(visit.token)
            <p>\(say("Naam en adressen verdwijnen. De functie en wat deze persoon deed blijven. Hierna kan voor deze persoon geen naam meer worden bewaard.",
                "Name and addresses disappear. The function and what this person did stay. After this no name can be kept for this person."))</p>
            <button class="danger">\(say("Vergeet voorgoed", "Forget for good"))</button></form></details>
            """
    }

    func keepContact() async throws -> Response {
        let (party, person) = try personInAddress()
        let form = try await visit.form()
        guard mayWriteName(of: person, in: party) else {
            try Requirement.represent([party]).check(reader.rights)
            return .onward(to: .organisation(id, party))
        }
        let entry = VaultEntry(
            ecosystem: id, person: person, name: form.first("name"), email: form.first("email"),
            phone: form.first("phone"))
        do {
            try await visit.door.installation.access.put(entry)
        } catch {
            guard error.kind == .invalid || error.kind == .conflict, let problem = Told(error)?.problems.first else {
                throw error
            }
            return try await showOrganisation(
                after: RefusedForm(name: "contact-\(person)", sent: form, problems: [problem]))
        }
        return visit.onward(to: .organisation(id, party), .saved)
    }

    func eraseContact() async throws -> Response {
        let (party, person) = try personInAddress()
        _ = try await visit.form()
        try Requirement.administer.check(reader.rights)
        _ = try await visit.door.installation.access.erase(ecosystem: id, person: person)
        return visit.onward(to: .organisation(id, party), .forgotten)
    }

    private func personInAddress() throws -> (party: String, person: String) {
        let party = try visit.part("organisation")
        let person = try visit.part("person")
        guard reader.record(Person.self, person)?.organisation.rawValue == party else {
            throw Refusal.notFound(.noSuchRecord(Kind(Person.self), person))
        }
        return (party, person)
    }
}
