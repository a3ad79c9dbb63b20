import Ecosystems
import Hummingbird
import Kernel

/// Writes that make or change one record by a rule of their own.
extension Room {
    /// The record that a command made, or a receipt.
    func carriedOut<R: Record>(
        _ command: some Command, _ type: R.Type, _ body: [String: Value], _ ask: Ask
    ) async throws -> Answer {
        try await answer(type, body, ask) { writer in try await writer.perform(command, id: "", seen: nil) }
    }

    /// The record that a step made or changed, or a receipt, when the step is more than a command.
    func answer<R: Record>(
        _ type: R.Type, _ body: [String: Value], _ ask: Ask, _ step: (RecordWriter) async throws -> Outcome
    ) async throws -> Answer {
        let kind = Kind(type)
        let writer = try await RecordWriter(ask, self, kind, body)
        let written = try await writer.once(nil) {
            let outcome = try await step(writer)
            return Written(id: outcome.firstTouched(of: kind) ?? "", outcome: outcome, isNew: !outcome.repeated)
        }
        var answer = try await RecordResource(room: self, kind: kind).told(written, ask)
        if written.isNew {
            answer.headers[.location] =
                "\(APIDoor.root)/ecosystems/\(ask.parameter("ecosystem"))/\(kind.segment)/\(written.id)"
        }
        return answer
    }
}
