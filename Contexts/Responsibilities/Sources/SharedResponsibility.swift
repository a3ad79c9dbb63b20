import Ecosystems
import Kernel

/// The Shared Responsibility Model: for each way of delivering and each management layer who is responsible, and who has the final say.
package struct SharedResponsibility: Sendable {
    package struct Cell: Sendable, Hashable {
        package let subject: ResponsibilitySubject
        /// Who carries it out; sorted.
        package let responsible: [ResponsibleParty]
        /// Who has the final responsibility.
        package let final: ResponsibleParty?

        package var isEmpty: Bool { responsible.isEmpty && final == nil }
    }

    package let models: [ResponsibilityPlaces.Place]
    package let layers: [ResponsibilityPlaces.Place]
    /// Everybody in the model, in a fixed order: its colour and letter follow from its place.
    package let parties: [ResponsibleParty]
    private let cells: [ResponsibilitySubject: Cell]

    /// - Parameter all: every delivery model of the library, also those in which nothing was divided yet.
    package init(_ matrix: ResponsibilityMatrix, _ places: ResponsibilityPlaces, all: Bool = false) {
        let used = Set(matrix.models)
        models = places.models.filter { all || used.contains($0.id) }
        layers = places.layers
        var cells: [ResponsibilitySubject: Cell] = [:]
        var parties: Set<ResponsibleParty> = []
        for subject in matrix.subjects {
            guard case .layer = subject else { continue }
            let shares = matrix.shares(of: subject)
            cells[subject] = Cell(
                subject: subject, responsible: shares.filter { $0.parts.contains(.responsible) }.map(\.party),
                final: shares.first { $0.parts.contains(.accountable) }?.party)
            parties.formUnion(shares.map(\.party))
        }
        self.cells = cells
        self.parties = parties.sorted()
    }

    package func cell(_ model: String, _ layer: String) -> Cell {
        let subject = ResponsibilitySubject.layer(model: model, layer: layer)
        return cells[subject] ?? Cell(subject: subject, responsible: [], final: nil)
    }
}
