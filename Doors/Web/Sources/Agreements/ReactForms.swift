import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// Reacting to a clause, and replying to a remark.
extension EcosystemVisit {
    func react() async throws -> Response {
        let agreement = try visit.part("agreement")
        let form = try await visit.form()
        let (party, clause) = (form.first("party"), form.first("clause"))
        var remark = Remark(id: freeID("\(agreement)-\(party)-\(clause.isEmpty ? "whole" : clause)", in: "remarks"))
        remark.agreement = ID(agreement)
        remark.round = ID(form.first("round"))
        remark.clause = clause
        remark.party = ID(party)
        remark.sort = Remark.Sort(rawValue: form.first("sort")) ?? .comment
        remark.text = typed(form.first("text"))
        remark.proposal = typed(form.first("proposal"))
        remark.on = reader.today
        let command = ChangeRecords([RecordChange("remarks", remark.id.rawValue, .add(remark.values))])
        let place = clause.isEmpty ? "whole" : clause
        let then = Path.agreement(id, agreement).url + "#clause-\(place)"
        return try await perform(command, of: "react-\(place)", sent: form, then: then, done: .reacted) {
            try await showAgreement(after: $0)
        }
    }

    /// What is adopted also changes the clause as it is written, for the next version.
    func reply() async throws -> Response {
        let (agreement, remark) = (try visit.part("agreement"), try visit.part("remark"))
        let form = try await visit.form()
        let command = AnswerRemark(
            remark: remark, outcome: Reply.Outcome(rawValue: form.first("outcome")) ?? .answered,
            reason: typed(form.first("reason")), on: reader.today)
        let then = Path.agreement(id, agreement).url + "#remark-\(remark)"
        return try await perform(command, of: "reply-\(remark)", sent: form, then: then, done: .replied) {
            try await showAgreement(after: $0)
        }
    }
}
