import Ecosystems
import Gate
import Hummingbird
import Kernel

/// Taking a record away: with its history kept, or erased for good.
extension EcosystemVisit {
    func removeRecord() async throws -> Response {
        let kind = try kind()
        let form = try await visit.form()
        let record = try visit.part("record")
        do {
            _ = try await perform(
                ChangeRecords(
                    [RecordChange(kind.plural, record, .remove, seen: Int(form.first("seen")))],
                    reason: form.first("reason").trimmed))
        } catch let refusal as Refusal where refusal.problems.contains(where: { $0.rule == "record.mentioned" }) {
            return showStillMentioned(kind, record)
        }
        return visit.onward(to: .records(id, kind.plural), .removed)
    }

    func eraseRecord() async throws -> Response {
        let kind = try kind()
        let form = try await visit.form()
        let record = try visit.part("record")
        let reason = form.first("reason").trimmed
        do { try await erase(kind, record, reason) } catch let refusal as Refusal
            where refusal.problems.contains(where: { $0.rule == "record.mentioned" })
        {
            return showStillMentioned(kind, record)
        }
        return visit.onward(to: .history(id), .erased)
    }

    private func erase(_ kind: Kind, _ record: String, _ reason: String) async throws {
        _ = try await ecosystem.erase(kind.plural, record, reason: reason, by: caller)
    }
}
