import Kernel
import Purpose

/// What is not complete or not unambiguous in a matrix. Every cell is looked at once.
package struct ResponsibilityChecks: Sendable {
    package enum Gap: Hashable, Sendable {
        /// Nobody has a part in it.
        case unassigned
        /// Somebody has a part, but nobody is accountable.
        case noAccountable
        /// Nobody carries it out.
        case noResponsible
        /// More than one is accountable; how many. Refused when written, but a log may hold it.
        case doubleAccountable(Int)
        /// Somebody supports, is asked or is told, and there is nobody who does it or answers for it.
        case noCounterpart(ResponsibleParty)
    }

    package struct Trouble: Hashable, Sendable {
        package let subject: ResponsibilitySubject
        package let gap: Gap
    }

    /// A party that bears more than the limit.
    package struct Overload: Hashable, Sendable {
        package let party: ResponsibleParty
        package let accountable: Int
        package let involved: Int
    }

    /// In the order of the matrix.
    package private(set) var troubles: [Trouble] = []
    /// Sorted by party.
    package private(set) var overloads: [Overload] = []
    /// How many cells were looked at: as many as are filled, however large the matrix.
    package private(set) var cellsRead = 0

    /// - Parameter layers: the management layers that every delivery model in use should divide.
    package init(_ matrix: ResponsibilityMatrix, _ places: ResponsibilityPlaces) {
        var accountable = [Int](repeating: 0, count: matrix.width)
        var involved = accountable
        let divides = matrix.dividesActivities
        for subject in matrix.subjects {
            let row = matrix.filled(subject)
            if case .activity = subject, row.isEmpty, !divides { continue }
            for (place, parts) in row {
                cellsRead += 1
                involved[place] += 1
                if parts.contains(.accountable) { accountable[place] += 1 }
            }
            troubles += Self.gaps(in: row, of: matrix).map { Trouble(subject: subject, gap: $0) }
        }
        troubles += Self.missingLayers(matrix, places)
        overloads = involved.indices.filter { place in
            (places.mostInvolved > 0 && involved[place] > places.mostInvolved)
                || (places.mostAccountable > 0 && accountable[place] > places.mostAccountable)
        }.map { Overload(party: matrix.party(at: $0), accountable: accountable[$0], involved: involved[$0]) }
            .sorted { $0.party < $1.party }
    }

    private static func gaps(
        in row: [(place: Int, parts: ResponsibilityMatrix.Parts)], of matrix: ResponsibilityMatrix
    ) -> [Gap] {
        guard !row.isEmpty else { return [.unassigned] }
        let accountable = row.count { $0.parts.contains(.accountable) }
        let isCarriedOut = row.contains { $0.parts.contains(.responsible) }
        if accountable == 0, !isCarriedOut, let first = row.map({ matrix.party(at: $0.place) }).min() {
            return [.noCounterpart(first)]
        }
        var gaps: [Gap] = []
        if accountable == 0 { gaps.append(.noAccountable) }
        if accountable > 1 { gaps.append(.doubleAccountable(accountable)) }
        if !isCarriedOut { gaps.append(.noResponsible) }
        return gaps
    }

    /// A delivery model in use divides every layer of its method.
    private static func missingLayers(_ matrix: ResponsibilityMatrix, _ places: ResponsibilityPlaces) -> [Trouble] {
        matrix.models.flatMap { model in
            let method = model.split(separator: "/").first.map(String.init) ?? ""
            return places.layers.map(\.id).filter { $0.hasPrefix(method + "/") }.compactMap { layer in
                let subject = ResponsibilitySubject.layer(model: model, layer: layer)
                return matrix.filled(subject).isEmpty ? Trouble(subject: subject, gap: .unassigned) : nil
            }
        }
    }

    package var isComplete: Bool { troubles.isEmpty && overloads.isEmpty }
}

extension ResponsibilityChecks.Gap {
    package var label: Text {
        switch self {
        case .unassigned: Text("niemand heeft hier een deel in", "nobody has a part in this")
        case .noAccountable: Text("niemand is eindverantwoordelijk", "nobody is accountable")
        case .noResponsible: Text("niemand voert het uit", "nobody carries it out")
        case .doubleAccountable(let count): Text("\(count) eindverantwoordelijken", "\(count) accountable parties")
        case .noCounterpart:
            Text(
                "wel ondersteund, geraadpleegd of geïnformeerd, maar niemand doet het",
                "supported, consulted or informed, but nobody does it")
        }
    }

    /// The rule by which it is found.
    package var rule: String {
        switch self {
        case .unassigned: "responsibility.unassigned"
        case .noAccountable: "responsibility.no-accountable"
        case .noResponsible: "responsibility.no-responsible"
        case .doubleAccountable: "responsibility.double-accountable"
        case .noCounterpart: "responsibility.no-counterpart"
        }
    }
}
