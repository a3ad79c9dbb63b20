import Ecosystems
import Hummingbird
import Kernel
import Responsibilities

/// How responsibilities are divided: the matrix, what is not complete, OSCAL, and tables to take over.
struct DivisionResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        return [
            Endpoint(.get, base + "/responsibility-matrix", DivisionSheets.matrix, handle: matrix),
            Endpoint(.get, base + "/responsibility-gaps", DivisionSheets.gaps, handle: gaps),
            Endpoint(.get, base + "/responsibility-definition", DivisionSheets.oscal, handle: oscal),
            Endpoint(.post, base + "/responsibility-tables", DivisionSheets.table, handle: takeOver),
        ]
    }

    private func matrix(_ ask: Ask) async throws -> Answer {
        let matrix = try await self.matrix(for: ask).matrix
        return Answer([
            "day": .string(matrix.day.description), "parties": .list(matrix.parties.map { .string($0.name) }),
            "rows": .list(
                matrix.subjects.map { subject in
                    let cells = matrix.shares(of: subject).map { ($0.party.name, Value.string($0.parts.letters)) }
                    return [
                        "subject": .string(subject.id),
                        "parts": .map(Dictionary(cells, uniquingKeysWith: { first, _ in first })),
                    ]
                }),
        ])
    }

    private func gaps(_ ask: Ask) async throws -> Answer {
        let (view, matrix) = try await self.matrix(for: ask)
        let checks = ResponsibilityChecks(matrix, ResponsibilityPlaces(view.library))
        return Answer([
            "complete": .flag(checks.isComplete),
            "gaps": .list(
                checks.troubles.map {
                    ["subject": .string($0.subject.id), "rule": .string($0.gap.rule), "message": $0.gap.label.both]
                }),
            "overloads": .list(
                checks.overloads.map {
                    [
                        "party": .string($0.party.name), "accountable": .whole($0.accountable),
                        "involved": .whole($0.involved),
                    ]
                }),
        ])
    }

    private func oscal(_ ask: Ask) async throws -> Answer {
        let (view, matrix) = try await self.matrix(for: ask)
        return Answer(ResponsibilityOSCAL(matrix, view, language: ask.language).value)
    }

    private func takeOver(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        var problems = Problem.unknownMembers(body, known: ["table", "replacing", "from", "reason"])
        if body["table"]?.string == nil { problems.append(.missing("table")) }
        let from = body["from"]?.string.flatMap { Day($0) }
        if let given = body["from"], !given.isNull, from == nil {
            problems.append(.wrong("from", "een dag als 2026-03-01", "a day such as 2026-03-01"))
        }
        guard problems.isEmpty, let kind = room.catalogue.kind(Responsibility.naming.plural) else {
            throw Refusal.invalid(problems)
        }
        let wish = try ResponsibilityWish(table: Array((body["table"]?.string ?? "").utf8))
        let command = ImportResponsibilities(
            wish, replacing: body["replacing"] == true, from: from, reason: body["reason"]?.string ?? "")
        let writer = try await RecordWriter(ask, room, kind, body)
        let written = try await writer.once(nil) {
            Written(id: "", outcome: try await writer.perform(command, id: "", seen: nil))
        }
        return Answer([
            "sequence": .whole(written.outcome.sequence), "changed": .whole(written.outcome.touched.count),
            "isRepeated": .flag(written.outcome.repeated),
        ])
    }

    private func matrix(for ask: Ask) async throws -> (view: Reader, matrix: ResponsibilityMatrix) {
        let view = try await room.view(ask)
        let asked = try ask.query("on")
        guard let day = asked.map({ Day($0) }) ?? view.today else {
            throw Refusal.invalid([.wrong("on", "een dag als 2026-03-01", "a day such as 2026-03-01")])
        }
        return (view, ResponsibilityMatrix(view, on: day))
    }
}
