import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// Naming who sits on a seat of one's own organisation, and who deputises; where the seat stands.
extension EcosystemVisit {
    /// Nothing for who may not; a seat that is of no organisation has only its own form.
    func seatHolderForm(_ seat: Seat, _ refused: RefusedForm?) -> HTML {
        let record = seat.id.rawValue
        guard mayEdit, let organisation = seat.organisation, reader.may(NameSeatHolder(seat: record, person: nil))
        else {
            return ""
        }
        let name = "holder-\(record)"
        let people = reader.records(Person.self).filter { $0.organisation == organisation }
        func choice(_ field: String, _ label: String, _ now: ID<Person>?, _ empty: String) -> HTML {
            let chosen = refused.value(field, in: name, else: now?.rawValue ?? "")
            let options: HTML = people.html { option($0.id.rawValue, choiceName($0, organisation), chosen: chosen) }
            let key = "\(name)-\(field)"
            return """
                <div class="field"><label for="\(key)">\(label)</label><select id="\(key)" name="\(field)"\(refused.state(field, in: name))><option value="">\(empty)</option>\(options)</select></div>
                """
        }
        let anyone = say("wie het mandaat heeft", "whoever has the mandate")
        return """
            <details class="more"\(if: refused.isAbout(name), " open")><summary>\(say("Wie zit hier?", "Who sits here?"))<span class="hidden"> \(self.name(seat))</span></summary>\(troubles(refused, in: name))
            <form method="post" action="\(Path.bodyPart(id, seat.body.rawValue, "seats/\(record)/holder"))">\(visit.token)\(choice("person", say("Bezet door", "Held by"), seat.person, anyone))\
            \(choice("deputy", say("Plaatsvervanger", "Deputy"), seat.deputy, "–"))<button class="button">\(say("Leg vast", "Record"))</button></form></details>
            """
    }

    /// A function, with what keeps somebody from voting.
    private func choiceName(_ person: Person, _ organisation: ID<Organisation>) -> String {
        let hasMandate = reader.state[Mandate.self].records.contains {
            $0.organisation == organisation && ($0.person == person.id || $0.deputy == person.id)
                && $0.isValid(on: reader.today)
        }
        return say(person.function)
            + (hasMandate ? "" : say(" (zonder mandaat: kan niet stemmen)", " (no mandate: cannot vote)"))
    }

    func nameSeatHolder() async throws -> Response {
        let (body, seat) = (try visit.part("body"), try visit.part("seat"))
        let form = try await visit.form()
        func chosen(_ field: String) -> String? { form.first(field).isEmpty ? nil : form.first(field) }
        let command = NameSeatHolder(seat: seat, person: chosen("person"), deputy: chosen("deputy"))
        return try await perform(
            command, of: "holder-\(seat)", sent: form, then: Path.body(id, body).url + "#seat-\(seat)"
        ) { try await showBody(after: $0) }
    }
}
