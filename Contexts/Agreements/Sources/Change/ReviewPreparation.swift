import Ecosystems
import Kernel
import Parties

/// What the parties should know before they review an agreement: what is not kept, what was not met, who is not bound.
package struct ReviewPreparation: Sendable {
    /// What is breached or at risk, the worst first; empty for who may not see norms.
    package let broken: [NormStatus]
    package let counts: [NormStatus.State: Int]
    /// Objections that were not met, to any version so far.
    package let objections: [RemarkLine]
    /// What is not right in the agreement or its clauses.
    package let findings: [Finding]
    /// Parties that the version in force does not bind.
    package let unbound: [String]
    package let term: AgreementTerm?
    /// Notices that run.
    package let leaving: [Exit]

    package static func of(_ id: String, _ reader: Reader) -> ReviewPreparation? {
        guard let agreement = reader.record(Agreement.self, id) else { return nil }
        return ReviewPreparation(agreement, reader)
    }

    private init(_ agreement: Agreement, _ reader: Reader) {
        let standing = AgreementStanding(AgreementFacts(agreement.id, in: reader.state), on: reader.today)
        let obligations = Obligations(reader, agreement: agreement.id.rawValue)
        let settled = SettledBreaches(reader.state)
        counts = obligations.counts
        broken = obligations.statuses.filter {
            ($0.state == .breached || $0.state == .atRisk) && !settled.settles($0)
        }
        objections = RemarkLine.minority(before: nil, in: standing, since: [], reader)
        let clauses = Set(reader.records(Clause.self).filter { $0.agreement == agreement.id }.map(\.id.rawValue))
        findings = reader.findings.filter { finding in
            (finding.kind == Agreement.naming.plural && finding.record == agreement.id.rawValue)
                || (finding.kind == Clause.naming.plural && clauses.contains(finding.record))
        }
        let current = standing.current?.version.number
        unbound =
            current == nil
            ? []
            : agreement.parties.map(\.organisation).filter { standing.bond(of: $0)?.version != current }.map(\.rawValue)
        term = AgreementTerm(standing)
        leaving = standing.facts.exits.filter { exit in
            exit.given.map { $0 <= reader.today } == true && exit.effective.map { $0 >= reader.today } == true
        }
    }
}
