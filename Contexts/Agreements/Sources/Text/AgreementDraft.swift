import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// An agreement as it is being written: the record, its clauses in order, and their norms.
package struct AgreementDraft: Sendable {
    package let agreement: Agreement
    /// In the order of the document.
    package let clauses: [Clause]
    package let norms: [Norm]
    let situation: Situation

    /// Nil when there is no such agreement.
    package init?(_ id: String, in situation: Situation) {
        guard let agreement = situation.state[Agreement.self][ID(id)] else { return nil }
        self.agreement = agreement
        self.situation = situation
        clauses = situation.state[Clause.self].records.filter { $0.agreement == agreement.id }
            .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        norms = Self.sorted(situation.state[Norm.self].records.filter { $0.agreement == agreement.id })
    }

    /// As a reader may see it: who may not read clauses gets none, because what is being written is not public.
    package init?(_ id: String, seenBy reader: Reader) {
        let situation = reader.situation
        guard let agreement = situation.state[Agreement.self][ID(id)] else { return nil }
        self.agreement = agreement
        self.situation = situation
        clauses = reader.records(Clause.self).filter { $0.agreement == agreement.id }
            .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        norms = Self.sorted(reader.records(Norm.self).filter { $0.agreement == agreement.id })
    }

    /// Norms in the order of their ids. Their places are sorted, because a norm is much to move about.
    private static func sorted(_ norms: [Norm]) -> [Norm] {
        norms.indices.sorted { norms[$0].id < norms[$1].id }.map { norms[$0] }
    }

    /// The text as it would be fixed now.
    package func document(number: Int, replaces: Int? = nil) -> AgreementDocument {
        var document = AgreementDocument()
        document.ecosystem = situation.state.id
        document.agreement = agreement.id.rawValue
        document.number = number
        document.replaces = replaces
        document.kind = agreement.kind
        document.name = agreement.name
        document.purpose = agreement.purpose
        document.languages = agreement.shownLanguages
        document.prevailing = agreement.prevailing
        document.parties = agreement.parties.map(party)
        document.annexes = agreement.annexes
        document.precedence = agreement.precedence.map(\.rawValue)
        document.validity = agreement.validity
        document.entry = agreement.entry ?? EntryRule()
        document.partial = agreement.partial
        document.revocable = agreement.revocable
        document.open = agreement.open
        document.notice = agreement.notice
        document.settlement = agreement.settlement
        document.effects = agreement.effects
        document.review = agreement.review
        let fillings = Dictionary(clauses.map { ($0.id, Filling($0, in: situation)) }) { first, _ in first }
        document.clauses = clauses.enumerated().compactMap { index, clause in
            fillings[clause.id].map { self.clause(clause, $0, number: index + 1) }
        }
        document.norms = norms.compactMap { norm($0, fillings[$0.clause]) }
        return document
    }

    private func party(_ party: AgreementParty) -> DocumentParty {
        let organisation = situation.state[Organisation.self][party.organisation]
        var shown = DocumentParty()
        shown.id = party.organisation.rawValue
        shown.name = organisation?.name ?? Text(same: party.organisation.rawValue)
        shown.kvk = organisation?.kvk ?? ""
        shown.place = organisation?.place ?? ""
        shown.capacity = party.capacity
        return shown
    }

    private func clause(_ clause: Clause, _ filling: Filling, number: Int) -> DocumentClause {
        var shown = DocumentClause()
        shown.id = clause.id.rawValue
        shown.number = number
        shown.block = clause.block
        var missing: Set<String> = []
        shown.heading = filling.filled(clause.heading, missing: &missing)
        shown.text = filling.filled(clause.text, missing: &missing)
        shown.optional = clause.optional
        shown.survives = clause.survives
        shown.variables = filling.variables
        shown.missing = missing.sorted()
        return shown
    }

    /// A norm of a clause that is not there is left out; a finding tells of it.
    private func norm(_ norm: Norm, _ filling: Filling?) -> DocumentNorm? {
        guard let filling else { return nil }
        var shown = DocumentNorm()
        shown.id = norm.id.rawValue
        shown.clause = norm.clause.rawValue
        shown.rule = filling.filled(norm.rule)
        return shown
    }
}
