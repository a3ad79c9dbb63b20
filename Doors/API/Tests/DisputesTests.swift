import Ecosystems
import Kernel
import Testing

@testable import API

@Suite struct DisputesTests {
    /// With a party that is represented, and who keeps confidences.
    private func told(_ story: @escaping @Sendable (Talk, _ party: String, _ impartial: String) async throws -> Void)
        async throws
    {
        let sample = try await Sample()
        let ecosystem = try await sample.installation.host.ecosystem("beekdal")
        let changes: [(String, String, [String: Value])] = [
            ("participations", "gemeente", ["organisation": "gemeente", "status": "joined"]),
            ("participations", "waterschap", ["organisation": "waterschap", "status": "joined"]),
            ("persons", "wethouder", ["organisation": "gemeente", "function": "Wethouder"]),
            ("persons", "dijkgraaf", ["organisation": "waterschap", "function": "Dijkgraaf"]),
            ("persons", "regisseur", ["organisation": "hogeschool", "function": "Regisseur"]),
            (
                "assignments", "regie",
                ["role": "ecosystem-roles/chain-director", "organisation": "hogeschool", "person": "regisseur"]
            ),
            (
                "assignments", "markt",
                ["role": "ecosystem-roles/market-master", "organisation": "waterschap", "person": "dijkgraaf"]
            ),
            (
                "mandates", "m",
                [
                    "organisation": "gemeente", "person": "wethouder", "scope": "Alles", "grantor": "College",
                    "level": "executive",
                ]
            ),
        ]
        _ = try await ecosystem.perform(
            ChangeRecords(changes.map { RecordChange($0.0, $0.1, .add($0.2)) }), by: .atTheMachine)
        let party = try await sample.token([.read, .write], for: sample.member("wethouder"))
        let impartial = try await sample.token([.read, .write], for: sample.member("dijkgraaf"))
        try await sample.run { try await story($0, party, impartial) }
    }

    @Test(
        "A dispute is raised in confidence; an administrator finds it in no resource, and cannot tell that it is there")
    func confidential() async throws {
        try await told { talk, party, impartial in
            let base = "/ecosystems/beekdal"
            let body: Value = ["subject": "Zeldzaam", "raisedBy": "gemeente", "sort": "concern"]
            let raised = try await talk.send(.post, "\(base)/disputes", body, token: party)
            #expect(raised.status == 201, "\(raised.text)")
            let id = raised["id"].string ?? ""
            #expect(try await talk.send(.get, "\(base)/disputes", token: impartial).ids == [id])
            let admin = talk.sample.writing
            #expect(try await talk.send(.get, "\(base)/disputes", token: admin).ids.isEmpty)
            #expect(try await talk.send(.get, "\(base)/disputes/\(id)", token: admin).status == 404)
            for path in ["events", "findings", "search?query=zeldzaam", "summary", "disputes/\(id)/history"] {
                let reply = try await talk.send(.get, "\(base)/\(path)", token: admin)
                #expect(!reply.text.contains("Zeldzaam"), "\(path)")
                // An address that was asked for is told back; anything else tells nothing.
                #expect(path.contains(id) ? reply.status == 404 : !reply.text.contains(id), "\(path)")
            }
            let events = try await talk.send(.get, "\(base)/events", token: party)
            let sequence = events["items"].list?.first { $0["event"] == "dispute.added" }?["sequence"].whole ?? 0
            #expect(sequence > 0)
            let evidence = "\(base)/events/\(sequence)/evidence"
            #expect(try await talk.send(.get, evidence, token: admin).status == 403)
            #expect(try await talk.send(.get, evidence, token: party).status == 200)
            let closing: Value = ["outcome": "withdrawn"]
            let refused = try await talk.send(.post, "\(base)/disputes/\(id)/closures", closing, token: admin)
            let absent = try await talk.send(.post, "\(base)/disputes/none/closures", closing, token: admin)
            #expect(refused.rules == ["rights.confide"] && refused.rules == absent.rules)
        }
    }

    @Test("It goes up the ladder and is closed; figures tell numbers only, to participants")
    func ladder() async throws {
        try await told { talk, party, impartial in
            let base = "/ecosystems/beekdal"
            let body: Value = ["subject": "Zeldzaam", "raisedBy": "gemeente"]
            let id = try await talk.send(.post, "\(base)/disputes", body, token: party)["id"].string ?? ""
            let up = try await talk.send(.post, "\(base)/disputes/\(id)/escalations", ["note": "Stil"], token: party)
            #expect(up.status == 201 && up["steps"].list?.count == 2)
            let closed = try await talk.send(
                .post, "\(base)/disputes/\(id)/closures", ["outcome": "mediated", "settlement": "Eens"],
                token: impartial)
            #expect(closed["outcome"] == "mediated")
            let mark: Value = ["organisation": "gemeente", "mark": 5]
            #expect(try await talk.send(.post, "\(base)/disputes/\(id)/feedback", mark, token: party).status == 201)
            let figures = try await talk.send(.get, "\(base)/dispute-figures", token: party)
            #expect(figures["closed"] == 1 && figures["leadTimes"] == [0] && figures["meanMark"] == 5)
            #expect(!figures.text.contains("gemeente"))
            #expect(try await talk.send(.get, "\(base)/dispute-figures").status == 401)
        }
    }

    @Test("The division is asked for by its gaps, and a table is taken over")
    func division() async throws {
        try await told { talk, party, _ in
            let base = "/ecosystems/beekdal"
            let activity: Value = ["id": "maaien", "title": "Maaien", "organisations": ["gemeente"]]
            #expect(try await talk.write(.post, "\(base)/activities", activity).status == 201)
            let table: Value = ["table": "subject,gemeente,waterschap\nmaaien,A,C\n"]
            let taken = try await talk.write(.post, "\(base)/responsibility-tables", table)
            #expect(taken["changed"] == 2, "\(taken.text)")
            let gaps = try await talk.send(.get, "\(base)/responsibility-gaps", token: party)
            #expect(gaps["gaps"].list?.map { $0["rule"] } == ["responsibility.no-responsible"])
            let matrix = try await talk.send(.get, "\(base)/responsibility-matrix", token: party)
            #expect(matrix["rows"].list?.first?["parts"] == ["gemeente": "A", "waterschap": "C"])
            #expect(try await talk.send(.get, "\(base)/responsibility-matrix")["rows"] == [])
            let refused = try await talk.write(
                .post, "\(base)/responsibility-tables", ["table": "subject,waterschap\nmaaien,A\n"])
            #expect(refused.rules == ["responsibility.double-accountable"])
        }
    }
}
