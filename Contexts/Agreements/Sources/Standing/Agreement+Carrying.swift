import Ecosystems
import Kernel
import Parties

extension Agreement {
    /// Who is bound today carries the agreement; alone when hardly two are left, because one by itself agrees on nothing.
    static let carrying = CarryingRule { reader in
        AgreementFacts.all(in: reader.state).flatMap { id, facts -> [Carried] in
            guard let agreement = reader.record(Agreement.self, id.rawValue) else { return [] }
            let bonds = AgreementStanding(facts, on: reader.today).bonds.filter { $0.holds(on: reader.today) }
            let bound = Set(bonds.map(\.party))
            return bound.map {
                Carried(
                    by: $0.rawValue, isAlone: bound.count <= 2, what: RecordPlace(agreement), name: agreement.name,
                    capacity: Text("is gebonden", "is bound"))
            }
        }
    }
}
