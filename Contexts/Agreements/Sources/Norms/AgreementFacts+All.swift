import Ecosystems
import Kernel
import Parties

extension AgreementFacts {
    /// The facts of every agreement that has a version, by id; reads each table once.
    static func all(in state: EcosystemState) -> [(id: ID<Agreement>, facts: AgreementFacts)] {
        let versions = Dictionary(grouping: state[AgreementVersion.self].records, by: \.agreement)
        let signatures = Dictionary(grouping: state[Signature.self].records, by: \.agreement)
        let offerings = Dictionary(grouping: state[Offering.self].records, by: \.agreement)
        let exits = Dictionary(grouping: state[Exit.self].records, by: \.agreement)
        let endings = Dictionary(grouping: state[Ending.self].records, by: \.agreement)
        return versions.keys.sorted().map { id in
            let texts = (versions[id] ?? []).sorted { $0.number < $1.number }.compactMap { version in
                version.text.map { Fixed(version: version, text: $0) }
            }
            return (
                id,
                AgreementFacts(
                    versions: texts, signatures: signatures[id] ?? [], offerings: offerings[id] ?? [],
                    exits: exits[id] ?? [], endings: endings[id] ?? [])
            )
        }
    }
}
