import Ecosystems
import Kernel
import MethodLibrary

/// Which parts of society take part, which the goal needs, and what such a composition is called.
package struct HelixSummary: Sendable, Hashable {
    package struct Strand: Sendable, Hashable {
        package let helix: Helix
        /// Parties: organisations that joined and have not left.
        package let parties: Int
        /// The ecosystem says that its goal needs it, or its composition does.
        package let needed: Bool
        /// Organisations of this strand that are on their way or in sight, sorted by id; for who is missing.
        package let candidates: [String]

        package var isMissing: Bool { needed && parties == 0 }
    }

    /// In the order of `Helix`: those that are present or needed.
    package let strands: [Strand]
    /// What takes part today in one word: `quadruple`, `triple`, `double`, `single` or `none`.
    package let word: String
    /// Id of the composition that the ecosystem aims for; "" when it names none.
    package let composition: String
    package let compositionName: Text

    package var present: [Helix] { strands.filter { $0.parties > 0 }.map(\.helix) }
    package var missing: [Helix] { strands.filter(\.isMissing).map(\.helix) }

    package init(_ situation: Situation) {
        let profile = situation.state.profile
        let library = situation.library
        let wanted = library.composition(profile.composition)
        let needed = Set(profile.helix).union((wanted?.needs ?? []).compactMap { Helix(rawValue: $0.rawValue) })
        var parties: [Helix: Int] = [:]
        var candidates: [Helix: [String]] = [:]
        for participation in situation.state[Participation.self].records {
            guard let helix = situation.helix(of: participation.organisation) else { continue }
            if participation.status.isParty {
                parties[helix, default: 0] += 1
            } else if !participation.status.isClosed {
                candidates[helix, default: []].append(participation.organisation.rawValue)
            }
        }
        strands = Helix.allCases.filter { needed.contains($0) || parties[$0] != nil }.map {
            Strand(
                helix: $0, parties: parties[$0] ?? 0, needed: needed.contains($0),
                candidates: (candidates[$0] ?? []).sorted())
        }
        composition = profile.composition
        compositionName = wanted?.name ?? Text(same: profile.composition)
        word = Self.word(for: Set(parties.keys), wanted: wanted, library)
    }

    /// The largest composition that is complete. One that needs “other” only counts when the ecosystem aims for it:
    /// an association is no proof that, say, nature has a voice.
    private static func word(
        for present: Set<Helix>, wanted: SectorsMethod.Composition?, _ library: Library
    ) -> String {
        let named = library.choices(for: .composition).compactMap { library.composition($0.id) }
        let complete = named.filter { composition in
            let needs = Set(composition.needs.compactMap { Helix(rawValue: $0.rawValue) })
            return needs.isSubset(of: present) && (!needs.contains(.other) || composition.id == wanted?.id)
        }
        if let largest = complete.max(by: { ($0.needs.count, $1.id) < ($1.needs.count, $0.id) }) {
            return largest.id.hasSuffix("-helix") ? String(largest.id.dropLast("-helix".count)) : largest.id
        }
        let counted = present.subtracting([.other]).count
        return counted == 0 ? "none" : counted == 1 ? "single" : "double"
    }
}

extension Situation {
    /// Nil when the organisation, or its sector, is not known: an unknown party counts towards no helix.
    func helix(of organisation: ID<Organisation>) -> Helix? {
        guard let sector = state[Organisation.self][organisation]?.sector, sector != "unknown" else { return nil }
        return library.sector(sector).flatMap { Helix(rawValue: $0.helix.rawValue) }
    }
}
