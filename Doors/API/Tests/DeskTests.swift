import Ecosystems
import Kernel
import Testing

@testable import API

@Suite("Seats, replies, reports and lots in the API") struct DeskTests {
    private static let base = "/ecosystems/beekdal"

    /// Two parties with a representative each; the first one's token, and the other's.
    private func told(_ story: @escaping @Sendable (Talk, _ own: String, _ other: String) async throws -> Void)
        async throws
    {
        let sample = try await Sample()
        let ecosystem = try await sample.installation.host.ecosystem("beekdal")
        let parties = [("gemeente", "wethouder"), ("waterschap", "dijkgraaf")]
        var changes = parties.flatMap { party, person -> [RecordChange] in
            [
                RecordChange("participations", party, .add(["organisation": .string(party), "status": "joined"])),
                RecordChange("persons", person, .add(["organisation": .string(party), "function": "Bestuurder"])),
                RecordChange(
                    "mandates", "m-\(party)",
                    .add([
                        "organisation": .string(party), "person": .string(person), "scope": "Alles",
                        "grantor": "College", "level": "executive",
                    ])),
            ]
        }
        changes += [
            RecordChange("persons", "regisseur", .add(["organisation": "hogeschool", "function": "Regisseur"])),
            RecordChange(
                "assignments", "regie",
                .add([
                    "role": "ecosystem-roles/chain-director", "organisation": "hogeschool", "person": "regisseur",
                ])),
            RecordChange("bodies", "raad", .add(["name": "Raad", "sort": "steering-group"])),
            RecordChange(
                "seats", "s-gemeente", .add(["body": "raad", "position": "member", "organisation": "gemeente"])),
        ]
        _ = try await ecosystem.perform(ChangeRecords(changes), by: .atTheMachine)
        let own = try await sample.token([.read, .write], for: sample.member("wethouder"))
        let other = try await sample.token([.read, .write], for: sample.member("dijkgraaf"))
        try await sample.run { try await story($0, own, other) }
    }

    @Test("An organisation names who sits on its own seat, and on no other's")
    func holder() async throws {
        try await told { talk, own, other in
            let path = "\(Self.base)/seats/s-gemeente/holders"
            let body: Value = ["person": "wethouder"]
            #expect(try await talk.send(.post, path, body, token: other).status == 403)
            let named = try await talk.send(.post, path, body, token: own)
            #expect(named.status == 201 && named["person"] == "wethouder", "\(named.text)")
            #expect(
                try await talk.send(.post, path, ["person": "dijkgraaf"], token: own).rules == [
                    "seat.other-organisation"
                ])
            #expect(try await talk.send(.post, path, ["weight": 9], token: own).status == 400)
            let missing = try await talk.send(.post, "\(Self.base)/seats/none/holders", body, token: own)
            #expect([403, 404].contains(missing.status))
        }
    }

    @Test("A party answers in a dispute, and the report by quarter tells numbers only")
    func reply() async throws {
        try await told { talk, own, other in
            let body: Value = ["subject": "Zeldzaam", "raisedBy": "gemeente", "others": ["waterschap"]]
            let id = try await talk.send(.post, "\(Self.base)/disputes", body, token: own)["id"].string ?? ""
            let path = "\(Self.base)/disputes/\(id)/replies"
            let words: Value = ["organisation": "waterschap", "words": "Wij niet"]
            let said = try await talk.send(.post, path, words, token: other)
            #expect(said.status == 201 && said["replies"].list?.count == 1, "\(said.text)")
            #expect(try await talk.send(.post, path, words, token: own).status == 403)
            #expect(try await talk.write(.post, path, words).rules == ["rights.confide"])
            let report = try await talk.send(.get, "\(Self.base)/dispute-report?quarters=2", token: other)
            #expect(report["quarters"].list?.count == 2 && !report.text.contains("gemeente"))
            #expect(report["quarters"].list?.last?["sorts"]["disagreement"]["raised"] == 1)
            #expect(try await talk.send(.get, "\(Self.base)/dispute-report?quarters=0", token: other).status == 400)
            #expect(try await talk.send(.get, "\(Self.base)/dispute-report").status == 401)
        }
    }

    @Test("A tie in a closed selection is drawn with the log at its closing, by who orchestrates")
    func draw() async throws {
        try await told { talk, own, _ in
            let selection: Value = [
                "id": "pompen", "name": "Pompen", "use": "offers", "assessors": ["gemeente"],
                "criteria": [["id": "prijs", "name": "Prijs"]],
                "options": [["id": "a", "name": "A"], ["id": "b", "name": "B"]],
            ]
            #expect(try await talk.write(.post, "\(Self.base)/selections", selection).status == 201)
            for option in ["a", "b"] {
                let scoring: Value = [
                    "id": .string(option), "selection": "pompen", "assessor": "gemeente", "option": .string(option),
                    "scores": [["criterion": "prijs", "score": 2, "reason": "Gelijk"]],
                ]
                #expect(try await talk.send(.post, "\(Self.base)/scorings", scoring, token: own).status == 201)
            }
            let path = "\(Self.base)/selections/pompen/draw"
            #expect(try await talk.write(.post, path, [:]).rules == ["selection.open"])
            let closing = try await talk.write(.patch, "\(Self.base)/selections/pompen", ["closed": "2025-11-20"])
            #expect(closing.status == 200, "\(closing.text)")
            #expect(try await talk.send(.post, path, [:], token: own).status == 403)
            let drawn = try await talk.write(.post, path, [:])
            #expect(drawn.status == 201 && drawn["draw"].string?.hasPrefix("log/") == true, "\(drawn.text)")
            #expect(drawn["chosen"] == drawn["drawn"])
            #expect(try await talk.write(.post, path, [:]).rules == ["selection.over"])
        }
    }
}
