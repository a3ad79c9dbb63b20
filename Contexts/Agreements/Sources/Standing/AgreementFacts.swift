import Ecosystems
import Kernel
import Parties

/// Everything that decides who is bound by what: a value, from records alone.
package struct AgreementFacts: Sendable, Hashable {
    /// A version with its text.
    package struct Fixed: Sendable, Hashable {
        package let version: AgreementVersion
        package let text: AgreementDocument

        package init(version: AgreementVersion, text: AgreementDocument) {
            self.version = version
            self.text = text
        }
    }

    /// The first first.
    package var versions: [Fixed]
    /// In the order in which they were given.
    package var signatures: [Signature]
    package var offerings: [Offering]
    package var rounds: [Round]
    package var exits: [Exit]
    package var endings: [Ending]

    package init(
        versions: [Fixed] = [], signatures: [Signature] = [], offerings: [Offering] = [], rounds: [Round] = [],
        exits: [Exit] = [], endings: [Ending] = []
    ) {
        self.versions = versions
        self.signatures = signatures.sorted { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
        self.offerings = offerings.sorted { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
        self.rounds = rounds.sorted { ($0.opens?.number ?? 0, $0.id) < ($1.opens?.number ?? 0, $1.id) }
        self.exits = exits.sorted { ($0.effective?.number ?? 0, $0.id) < ($1.effective?.number ?? 0, $1.id) }
        self.endings = endings.sorted { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
    }

    package init(_ agreement: ID<Agreement>, in state: EcosystemState) {
        self.init(
            versions: state.versions(of: agreement).compactMap { version in
                version.text.map { Fixed(version: version, text: $0) }
            },
            signatures: state[Signature.self].records.filter { $0.agreement == agreement },
            offerings: state[Offering.self].records.filter { $0.agreement == agreement },
            rounds: state[Round.self].records.filter { $0.agreement == agreement },
            exits: state[Exit.self].records.filter { $0.agreement == agreement },
            endings: state[Ending.self].records.filter { $0.agreement == agreement })
    }

    package func fixed(_ version: ID<AgreementVersion>) -> Fixed? { versions.first { $0.version.id == version } }

    /// What a party last said about a version, on or before a day.
    package func lastWord(of party: ID<Organisation>, on version: ID<AgreementVersion>, by day: Day) -> Signature? {
        signatures.last { $0.party == party && $0.version == version && ($0.on.map { $0 <= day } ?? false) }
    }
}
