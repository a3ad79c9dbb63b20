import Ecosystems
import Kernel
import Parties

/// What falls away in the division of responsibilities when a party leaves.
package struct PartyDeparture: Sendable, Hashable {
    package let party: ResponsibleParty
    /// Left without anybody accountable.
    package let unaccounted: [ResponsibilitySubject]
    /// Left without anybody who carries it out.
    package let undone: [ResponsibilitySubject]
    /// Where only a supporting, consulted or informed part falls away.
    package let lesser: [ResponsibilitySubject]

    package init(_ party: ResponsibleParty, from matrix: ResponsibilityMatrix) {
        var (unaccounted, undone, lesser) = (
            [ResponsibilitySubject](), [ResponsibilitySubject](), [ResponsibilitySubject]()
        )
        for subject in matrix.subjects {
            let row = matrix.row(subject)
            guard let own = row[party] else { continue }
            let others = row.filter { $0.key != party }.values
            let losesAccount = own.contains(.accountable) && !others.contains { $0.contains(.accountable) }
            let losesWork = own.contains(.responsible) && !others.contains { $0.contains(.responsible) }
            if losesAccount { unaccounted.append(subject) }
            if losesWork { undone.append(subject) }
            if !losesAccount, !losesWork { lesser.append(subject) }
        }
        self.party = party
        (self.unaccounted, self.undone, self.lesser) = (unaccounted, undone, lesser)
    }

    package var isHarmless: Bool { unaccounted.isEmpty && undone.isEmpty }
    package var isEmpty: Bool { isHarmless && lesser.isEmpty }

    /// Of every organisation that is leaving or has left, what still stands on its name; sorted.
    package static func ofLeavers(_ matrix: ResponsibilityMatrix, in state: EcosystemState) -> [PartyDeparture] {
        matrix.parties.compactMap { party in
            guard case .organisation(let id) = party,
                let status = state[Participation.self][ID(id)]?.status, status == .leaving || status.isClosed
            else { return nil }
            return PartyDeparture(party, from: matrix)
        }
    }
}

/// What is different between two days: cell by cell.
package struct ResponsibilityComparison: Sendable, Hashable {
    package struct Change: Sendable, Hashable {
        package let subject: ResponsibilitySubject
        package let party: ResponsibleParty
        package let before: ResponsibilityMatrix.Parts
        package let after: ResponsibilityMatrix.Parts
    }

    /// By subject and then by party.
    package let changes: [Change]

    package init(_ before: ResponsibilityMatrix, _ after: ResponsibilityMatrix) {
        let subjects = Set(before.subjects).union(after.subjects).sorted()
        changes = subjects.flatMap { subject in
            let (old, new) = (before.row(subject), after.row(subject))
            return Set(old.keys).union(new.keys).sorted().compactMap { party in
                let (was, becomes) = (old[party] ?? [], new[party] ?? [])
                return was == becomes ? nil : Change(subject: subject, party: party, before: was, after: becomes)
            }
        }
    }
}
