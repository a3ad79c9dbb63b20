import Ecosystems
import Kernel
import Parties

/// Gives every member of a body that has no seat in it a seat with one vote; the organisation that leads gets that place.
/// Refuses a body that is not there, and one whose members all have a seat.
package struct GiveSeats: Command {
    package let body: String

    package init(body: String) { self.body = body }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let found = situation.state[Body.self][ID(body)] else { throw .notFound(.noSuchBody(body)) }
        let waiting = found.membersWithoutSeat(in: situation.state)
        guard !waiting.isEmpty else { throw .conflict(.everyMemberSeated) }
        let changes = waiting.map { organisation in
            var values: [String: Value] = ["body": .string(body), "organisation": organisation.value]
            if organisation == found.lead { values["position"] = Seat.Position.lead.value }
            return RecordChange(
                Seat.naming.plural, Seat.freeID(body, organisation.rawValue, in: situation.state), .add(values))
        }
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }
}

extension Body {
    /// The organisations in it, the lead included, that have no seat in it, past or present; who left needs none. Sorted.
    package func membersWithoutSeat(in state: EcosystemState) -> [ID<Organisation>] {
        let seated = Set(state[Seat.self].records.filter { $0.body == id }.compactMap(\.organisation))
        return Set(members + (lead.map { [$0] } ?? [])).subtracting(seated)
            .filter { state[Participation.self][ID($0.rawValue)]?.status.isClosed != true }.sorted()
    }
}

extension Seat {
    /// “stuurgroep-tno”, with a number when that is taken already.
    static func freeID(_ body: String, _ name: String, in state: EcosystemState, but taken: Set<String> = []) -> String
    {
        let wished = Identifier.suggested(for: String("\(body)-\(name)".prefix(Identifier.longest - 4)))
        let known = { (id: String) in state[Seat.self][ID(id)] != nil || taken.contains(id) }
        guard known(wished) else { return wished }
        var number = 2
        while known("\(wished)-\(number)") { number += 1 }
        return "\(wished)-\(number)"
    }
}

extension Problem {
    static func noSuchBody(_ id: String) -> Problem {
        Problem(
            "body.unknown", at: ["body"],
            Text("Het orgaan “\(id.inShort)” bestaat niet.", "There is no body “\(id.inShort)”."))
    }

    fileprivate static let everyMemberSeated = Problem(
        "seats.all-given",
        Text("Elk lid van dit orgaan heeft al een zetel.", "Every member of this body has a seat already."),
        mend: Text("Voeg eerst leden toe.", "Add members first."))
}
