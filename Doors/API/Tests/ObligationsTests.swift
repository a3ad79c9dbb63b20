import Foundation
import Kernel
import Testing

@testable import API

@Suite struct ObligationsTests {
    private func agreed(_ story: @escaping @Sendable (Talk) async throws -> Void) async throws {
        let sample = try await Sample()
        try await AgreedEvents.append(to: sample.installation.ledger, as: "buurt")
        try await sample.run(story)
    }

    @Test("Obligations can be asked for a day and a party, page by page")
    func obligations() async throws {
        try await agreed { talk in
            let path = "/ecosystems/buurt/obligations"
            let all = try await talk.write(.get, "\(path)?at=2026-07-01")
            #expect(all.status == 200)
            let net = try await talk.write(.get, "\(path)?at=2026-07-01&party=net")
            #expect(net["items"].list?.map { $0["status"] } == ["breached", "due", "kept"])
            #expect(net["items"].list?.first?["explanation"]["en"] == "Report: 0 of 1 in the first half of 2026.")
            let stad = try await talk.write(.get, "\(path)?at=2026-03-05&party=stad&agreement=samen")
            #expect(stad["items"].list?.first?["evidence"] == [["kind": "acts", "id": "verslag"]])
            let first = try await talk.write(.get, "\(path)?at=2026-07-01&limit=4")
            let rest = try await talk.write(.get, String(first["next"].string?.dropFirst("/api/v1".count) ?? ""))
            #expect((first["items"].list ?? []) + (rest["items"].list ?? []) == all["items"].list)
            #expect(try await talk.write(.get, "\(path)?at=morgen").rules == ["query.day"])
        }
    }

    @Test("Who may not see norms gets none, and no decision")
    func strangers() async throws {
        try await agreed { talk in
            let list = try await talk.send(.get, "/ecosystems/buurt/obligations?at=2026-07-01")
            #expect(list["items"] == [])
            let may = try await talk.send(.get, "/ecosystems/buurt/may?actor=net&action=report")
            #expect(may.status == 401)
            #expect(may.rules == ["rights.norms"])
        }
    }

    @Test("A decision names the clause")
    func may() async throws {
        try await agreed { talk in
            let path = "/ecosystems/buurt/may?at=2026-02-01&object=x"
            let yes = try await talk.write(.get, "\(path)&actor=net&action=report")
            #expect(yes["allowed"] == true)
            #expect(yes["clauses"].list?.map { $0["norm"] } == ["verslag"])
            let no = try await talk.write(.get, "\(path)&actor=net&action=publish")
            #expect(no["allowed"] == false)
            #expect(no["explanation"]["en"] == "No: forbidden by clause 1 “Reports” of “Together”, version 1.")
            #expect(try await talk.write(.get, path).rules == ["field.required", "field.required"])
            #expect(
                try await talk.write(.get, "\(path)&actor=x&action=y").rules.sorted() == ["may.action", "may.actor"])
        }
    }

    @Test("About a subject of the matrix the matrix decides, also for who may not see norms")
    func rights() async throws {
        try await agreed { talk in
            let records: [(String, Value)] = [
                ("bodies", ["id": "raad", "name": "Raad", "sort": "council"]),
                ("bodies", ["id": "bestuur", "name": "Bestuur", "sort": "board"]),
                (
                    "decision-rights",
                    [
                        "id": "geld", "subject": "Geld",
                        "shares": [
                            ["body": "bestuur", "right": "decides", "limit": ["amount": 1000, "currency": "EUR"]],
                            ["body": "raad", "right": "decides"],
                        ],
                    ]
                ),
            ]
            for (kind, values) in records {
                let written = try await talk.write(.post, "/ecosystems/buurt/\(kind)", values)
                #expect(written.status == 201, "\(written.text)")
            }
            let path = "/ecosystems/buurt/may?actor=bestuur&action=decide&object=decisionRights/geld"
            let yes = try await talk.send(.get, "\(path)&amount=1000")
            #expect(yes["allowed"] == true)
            #expect(yes["rights"].list?.map { $0["body"] } == ["bestuur"])
            let no = try await talk.send(.get, "\(path)&amount=1000.01")
            #expect(no["allowed"] == false && no["explanation"]["en"] == "No: about “Geld” Raad decides.")
            #expect(try await talk.send(.get, "\(path)&amount=veel").rules == ["field.type"])
            #expect(try await talk.send(.get, "\(path)&mode=soms").rules == ["field.type"])
        }
    }

    @Test("Norms go out as ODRL, with what could not be said")
    func odrl() async throws {
        try await agreed { talk in
            let answer = try await talk.write(.get, "/ecosystems/buurt/agreements/samen/odrl")
            #expect(answer["policy"]["@type"] == "Agreement")
            #expect(answer["missing"] == [])
            #expect(try await talk.write(.get, "/ecosystems/buurt/agreements/x/odrl").status == 404)
        }
    }
}
