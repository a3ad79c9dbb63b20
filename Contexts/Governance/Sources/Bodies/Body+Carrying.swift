import Ecosystems
import Kernel
import Parties

extension Body {
    /// A body is carried by its lead alone, and by its members together.
    static let carrying = CarryingRule { reader in
        reader.records(Body.self).flatMap { body in
            let members = Set(body.members)
            let led = body.lead.map {
                [
                    Carried(
                        by: $0.rawValue, isAlone: true, what: RecordPlace(body), name: body.name,
                        capacity: Text("trekt", "leads"))
                ]
            }
            let seats = members.filter { $0 != body.lead }.map {
                Carried(
                    by: $0.rawValue, isAlone: members.count == 1 && body.lead == nil, what: RecordPlace(body),
                    name: body.name, capacity: Text("is lid", "is a member"))
            }
            return (led ?? []) + seats
        }
    }
}
