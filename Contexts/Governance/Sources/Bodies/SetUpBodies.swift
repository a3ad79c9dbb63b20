import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Makes the bodies of a form of governance in one step, with the seats that they have for functions and groups. The body to which no
/// other stands above gets a seat for each organisation that takes part.
///
/// Refuses a form that the library does not have, and one of which every body is there already.
package struct SetUpBodies: Command {
    /// As `method/form`.
    package let form: String

    package init(form: String) { self.form = form }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let (method, wished) = GovernanceForms.find(form, in: situation.library) else {
            throw .notFound(.noSuchForm(form))
        }
        let there = Dictionary(
            situation.state[Body.self].sorted.map { ($0.type, $0.id.rawValue) }, uniquingKeysWith: { first, _ in first }
        )
        var ids: [String: String] = [:]
        var changes: [RecordChange] = []
        for part in wished.bodies {
            let name = "\(method.id)/\(part.id)"
            guard let type = situation.library.bodyType(name) else { continue }
            if let known = there[name] {
                ids[part.id] = known
                continue
            }
            let id = Self.freeID(part.id, in: situation.state)
            ids[part.id] = id
            changes.append(RecordChange(Body.naming.plural, id, .add(type.record(name, under: ids[part.under]))))
            changes += seats(of: type, in: id, isTop: part.under.isEmpty, situation)
        }
        guard !changes.isEmpty else { throw .conflict(.formIsThere) }
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }

    private func seats(
        of type: BodiesMethod.BodyType, in body: String, isTop: Bool, _ situation: Situation
    ) -> [RecordChange] {
        var taken: Set<String> = []
        func add(_ name: String, _ values: [String: Value]) -> RecordChange {
            let id = Seat.freeID(body, name, in: situation.state, but: taken)
            taken.insert(id)
            return RecordChange(
                Seat.naming.plural, id, .add(values.merging(["body": .string(body)]) { own, _ in own }))
        }
        let own = type.seats.map { add($0.id, $0.record(type, from: situation.today)) }
        guard isTop else { return own }
        let parties = situation.state[Participation.self].records.filter(\.status.isActive).map(\.organisation).sorted()
        return own + parties.map { add($0.rawValue, ["organisation": $0.value]) }
    }

    private static func freeID(_ wished: String, in state: EcosystemState) -> String {
        guard state[Body.self][ID(wished)] != nil else { return wished }
        var number = 2
        while state[Body.self][ID("\(wished)-\(number)")] != nil { number += 1 }
        return "\(wished)-\(number)"
    }
}

/// The forms of governance that the library offers.
package enum GovernanceForms {
    /// As `method/form`; sorted by method, in its order.
    package static func all(_ library: Library) -> [(id: String, form: BodiesMethod.GovernanceForm)] {
        library.methods(of: .bodies).flatMap { method in
            (method.bodies?.forms ?? []).map { ("\(method.id)/\($0.id)", $0) }
        }
    }

    static func find(_ id: String, in library: Library) -> (method: Method, form: BodiesMethod.GovernanceForm)? {
        for method in library.methods(of: .bodies) {
            if let form = method.bodies?.forms.first(where: { "\(method.id)/\($0.id)" == id }) { return (method, form) }
        }
        return nil
    }
}

extension BodiesMethod.BodyType {
    /// The values of a body that is made from it.
    fileprivate func record(_ name: String, under parent: String?) -> [String: Value] {
        var body = Body()
        (body.name, body.sort, body.type, body.purpose) = (self.name, sort, name, summary)
        (body.rhythm, body.rule, body.parent) = (rhythm, rule, parent.map { ID($0) })
        return body.values
    }
}

extension BodiesMethod.SeatType {
    fileprivate func record(_ type: BodiesMethod.BodyType, from today: Day) -> [String: Value] {
        var seat = Seat()
        (seat.function, seat.position, seat.group) = (name, position, group)
        (seat.observer, seat.independent) = (observer, independent)
        if let term = type.term { seat.term = Period(from: today, until: today.adding(months: term) + -1) }
        return seat.values.filter { $0.key != "body" }
    }
}

extension Problem {
    fileprivate static func noSuchForm(_ id: String) -> Problem {
        Problem(
            "form.unknown", at: ["form"],
            Text("De bestuursvorm “\(id.inShort)” bestaat niet.", "There is no form of governance “\(id.inShort)”."),
            mend: Text("Bekijk ze met: stelsel methods body.", "See them with: stelsel methods body."))
    }

    fileprivate static let formIsThere = Problem(
        "form.there",
        Text("De organen van deze vorm zijn er al.", "The bodies of this form are there already."),
        mend: Text("Pas ze aan, of kies een andere vorm.", "Change them, or choose another form."))
}
