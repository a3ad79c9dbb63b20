import Ecosystems
import Governance
import Hummingbird
import Kernel

/// What the scores of a selection come to, also with other weights. The selection and its scorings are records.
struct SelectionsResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/ecosystems/{ecosystem}/selections/{id}/outcome", DisputeSheets.outcome, handle: outcome),
            Endpoint(.post, "/ecosystems/{ecosystem}/selections/{id}/draw", DisputeSheets.draw, handle: draw),
        ]
    }

    private func outcome(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        let id = ask.parameter("id")
        guard let selection = view.record(Selection.self, id) else {
            throw Refusal.notFound(.noSuchRecord(Kind(Selection.self), id))
        }
        let scorings = view.records(Scoring.self)
        let weights = try weights(ask.query("weights") ?? "", selection)
        let outcome = SelectionOutcome(selection, scorings, weights: weights)
        let names = selection.criteria.map(\.id)
        func byCriterion(_ numbers: [Int]) -> Value {
            .map(Dictionary(zip(names, numbers.map(Value.whole)), uniquingKeysWith: { first, _ in first }))
        }
        return Answer([
            "winners": .list(outcome.winners.map(Value.string)), "isTie": .flag(outcome.isTie),
            "assessors": .list(outcome.complete.map { .string($0.rawValue) }),
            "incomplete": .list(outcome.incomplete.map { .string($0.rawValue) }),
            "weights": byCriterion(outcome.weights),
            "options": .list(
                outcome.lines.map {
                    [
                        "option": .string($0.option), "assessors": .whole($0.assessors), "sums": byCriterion($0.sums),
                        "unweighted": .whole($0.unweighted), "weighted": .whole($0.weighted),
                    ]
                }),
            "isRobust": .flag(SelectionSensitivity(selection, scorings).isRobust),
        ])
    }

    /// Lets the lot decide between equals.
    private func draw(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        let problems = Problem.unknownMembers(body, known: [])
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return try await room.answer(Selection.self, body, ask) { writer in
            try await writer.ecosystem.draw(selection: ask.parameter("id"), by: writer.caller, name: writer.name)
        }
    }

    private func weights(_ text: String, _ selection: Selection) throws(Refusal) -> [String: Int] {
        var weights: [String: Int] = [:]
        for pair in text.split(separator: ",") {
            let halves = pair.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2, let weight = Int(halves[1]), (0...1_000).contains(weight),
                selection.criteria.contains(where: { $0.id == halves[0] })
            else {
                throw .invalid([
                    .wrong("weights", "criterium:gewicht, van 0 tot 1000", "criterion:weight, from 0 to 1000")
                ])
            }
            weights[halves[0]] = weight
        }
        return weights
    }
}
