import Ecosystems
import Kernel
import Parties

/// Names who sits on a seat of an organisation, and who deputises. Who acts for that organisation does it, or who orchestrates; nothing else of the
/// seat changes. Refuses a seat that is of no organisation for anyone but who orchestrates, and a person of another organisation.
package struct NameSeatHolder: Command {
    package let seat: String
    /// Nil: whoever has a mandate of the organisation.
    package let person: String?
    package let deputy: String?

    package init(seat: String, person: String?, deputy: String? = nil) {
        self.seat = seat
        self.person = person
        self.deputy = deputy
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        let owner = situation.state[Seat.self][ID(seat)]?.organisation
        return owner.map { .represent([$0.rawValue]) } ?? .orchestrate
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let held = situation.state[Seat.self][ID(seat)] else { throw .notFound(.noSuchSeat(seat)) }
        guard held.term.until.map({ $0 >= situation.today }) ?? true else { throw .conflict(.seatIsOver) }
        let names: [String: Value] = [
            "person": person.map(Value.string) ?? .null, "deputy": deputy.map(Value.string) ?? .null,
        ]
        return try ChangeRecords([RecordChange(Seat.naming.plural, seat, .patch(names))])
            .decide(in: situation, catalogue: catalogue)
    }
}

extension Problem {
    fileprivate static func noSuchSeat(_ id: String) -> Problem {
        Problem(
            "seat.unknown", at: ["seat"],
            Text("De zetel “\(id.inShort)” bestaat niet.", "There is no seat “\(id.inShort)”."))
    }

    fileprivate static let seatIsOver = Problem(
        "seat.over", at: ["seat"],
        Text("De termijn van deze zetel is voorbij.", "The term of this seat is over."),
        mend: Text("Vraag om een nieuwe termijn.", "Ask for a new term."))
}
