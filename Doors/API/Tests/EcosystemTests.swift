import Foundation
import HTTPTypes
import Kernel
import Ledger
import Testing

@testable import API

@Suite struct EcosystemTests {
    @Test("Ecosystems can be listed, read, begun and changed")
    func ecosystems() async throws {
        try await Sample().run { talk in
            #expect(try await talk.get("/ecosystems").ids == ["beekdal"])
            #expect(try await talk.get("/ecosystems/beekdal")["name"] == "Beekdal")
            let begun = try await talk.write(.put, "/ecosystems/zandrug", ["name": "Zandrug", "languages": ["nl"]])
            #expect(begun.status == 201)
            #expect(try await talk.write(.patch, "/ecosystems/zandrug", ["name": "De zandrug"])["name"] == "De zandrug")
            #expect(try await talk.get("/ecosystems").ids == ["beekdal", "zandrug"])
            #expect(try await talk.get("/ecosystems/bestaat-niet").rules == ["ecosystem.unknown"])
        }
    }

    @Test("Counts, events, findings and search answer")
    func readings() async throws {
        try await Sample().run { talk in
            let summary = try await talk.get("/ecosystems/beekdal/summary")
            #expect(summary["counts"]["organisations"] == 5)
            #expect(summary["sequence"] == 6)
            let events = try await talk.get("/ecosystems/beekdal/events?limit=4")
            #expect(events["items"].list?.compactMap { $0["sequence"].whole } == [6, 5, 4, 3])
            let rest = try await talk.get(String(events["next"].string?.dropFirst("/api/v1".count) ?? ""))
            #expect(rest["items"].list?.compactMap { $0["sequence"].whole } == [2, 1])
            #expect(rest["next"].isNull)
            #expect(rest["items"].list?.first?["recordedAt"] == "2025-11-21T04:40:00.000Z")
            #expect(try await talk.get("/ecosystems/beekdal/findings").status == 200)
            #expect(try await talk.get("/ecosystems/beekdal/tasks")["items"] == [])
            #expect(try await talk.get("/ecosystems/beekdal/search?query=water").ids == ["waterschap"])
            #expect(try await talk.get("/ecosystems/beekdal/search").rules == ["field.required"])
        }
    }

    @Test("A batch of changes happens as a whole or not at all, and tells every mistake")
    func changes() async throws {
        try await Sample().run { talk in
            let path = "/ecosystems/beekdal/changes"
            let person: Value = [
                "kind": "persons", "id": "regisseur", "action": "add",
                "fields": ["organisation": "gemeente", "function": "Regisseur"],
            ]
            let wrong: Value = [
                "kind": "organisations", "id": "x", "action": "add", "fields": ["name": "X", "sector": "nergens"],
            ]
            let refused = try await talk.write(.post, path, ["changes": [person, wrong]])
            #expect(refused.status == 400)
            #expect(refused.rules == ["method.missing"])
            #expect(try await talk.get("/ecosystems/beekdal/persons/regisseur").status == 404)

            let done = try await talk.write(
                .post, path, ["reason": "Start", "changes": [person]], headers: ["Idempotency-Key": "start-1"])
            #expect(done["touched"] == [["kind": "persons", "id": "regisseur"]])
            let again = try await talk.write(
                .post, path, ["reason": "Start", "changes": [person]], headers: ["Idempotency-Key": "start-1"])
            #expect(again["isRepeated"] == true)

            let muddled = try await talk.write(.post, path, ["changes": [["kind": "dingen", "id": 4]], "extra": 1])
            #expect(Set(muddled.rules) == ["field.unknown", "kind.unknown", "field.type"])
        }
    }

    @Test("An ecosystem keeps its own record, and has no other")
    func profile() async throws {
        try await Sample().run { talk in
            let path = "/ecosystems/beekdal/changes"
            let gone = try await talk.write(
                .post, path, ["changes": [["kind": "ecosystems", "id": "beekdal", "action": "remove"]]])
            #expect((gone.status, gone.rules) == (400, ["ecosystem.profile"]))
            let fields: Value = ["name": "Tweede", "languages": ["nl"]]
            let second = try await talk.write(
                .post, path,
                ["changes": [["kind": "ecosystems", "id": "tweede", "action": "add", "fields": fields]]])
            #expect((second.status, second.rules) == (400, ["ecosystem.profile"]))
            #expect(try await talk.get("/ecosystems/beekdal").status == 200)
        }
    }

    @Test("A duplicate organisation is joined to the other, and its name lives on")
    func merge() async throws {
        try await Sample().run { talk in
            let item = "/ecosystems/beekdal/organisations/gemeente"
            let merged = try await talk.write(.post, item + "/mergers", ["duplicate": "waterschap"])
            #expect(merged.status == 200)
            #expect(merged["aliases"] == ["Waterschap"])
            #expect(try await talk.get("/ecosystems/beekdal/organisations/waterschap").status == 404)
            #expect(try await talk.write(.post, item + "/mergers", ["duplicate": 3, "x": 1]).rules.count == 2)
        }
    }

    @Test("What the log holds about a record can be erased for good, with a reason, by an administrator")
    func erasure() async throws {
        try await Sample().run { talk in
            let item = "/ecosystems/beekdal/terms/proef"
            let term: Value = ["term": "Proef", "definition": "Iets om te wissen."]
            #expect(try await talk.write(.put, item, term).status == 201)
            #expect(try await talk.write(.post, item + "/erasures", [:]).rules == ["field.required"])
            let mayRead = talk.sample.reading
            #expect(try await talk.send(.post, item + "/erasures", ["reason": "x"], token: mayRead).status == 403)
            let erased = try await talk.write(.post, item + "/erasures", ["reason": "Op verzoek"])
            #expect((erased.status, erased["events"]) == (200, 1))
            #expect(try await talk.get(item).status == 404)
            let sequence = try #require(erased["sequence"].whole) - 1
            let evidence = try await talk.write(.get, "/ecosystems/beekdal/events/\(sequence)/evidence")
            #expect(evidence["payload"] == .null && evidence["salt"] == .null && evidence["header"].string != nil)
            #expect(try await talk.write(.post, item + "/erasures", ["reason": "x"]).rules == ["erasure.nothing"])
        }
    }

    @Test("Methods can be listed by family and read")
    func methods() async throws {
        try await Sample().run { talk in
            let list = try await talk.get("/methods?family=sectors")
            #expect(list.ids == ["helix-sectors"])
            let one = try await talk.get("/methods/helix-sectors")
            #expect(one["sectors"].list?.isEmpty == false)
            #expect(try await talk.get("/methods/x").rules == ["method.unknown"])
        }
    }

    @Test("From the evidence of an event anyone computes the root that is signed, without us")
    func evidence() async throws {
        try await Sample().run { talk in
            let evidence = try await talk.write(.get, "/ecosystems/beekdal/events/2/evidence")
            let header = try #require(evidence["header"].string)
            let payload = try #require(evidence["payload"].string)
            let salt = try #require(evidence["salt"].string.flatMap { Data(base64Encoded: $0) })
            let commitment = TreeHash.commitment(salt: salt, payload: Data(payload.utf8)).hex
            #expect(header.contains("\"commitment\":\"\(commitment)\""))
            #expect(header.contains("\"sequence\":2"))

            let leaf = TreeHash.leaf(Data(header.utf8))
            let hashes = (evidence["hashes"].list ?? []).compactMap { $0.string.flatMap(Self.hash) }
            let note = try SignedNote.parse(try await talk.send(.get, "/log/checkpoint").text)
            #expect(
                MerkleProof.isIncluded(
                    leaf, at: evidence["leaf"].whole ?? -1, in: evidence["size"].whole ?? 0,
                    root: try Checkpoint(note).root, proof: hashes))

            let unknown = try await talk.get("/ecosystems/beekdal/events/900/evidence")
            #expect((unknown.status, unknown.rules) == (404, ["event.unknown"]))
            let anonymous = try await talk.send(.get, "/ecosystems/beekdal/events/2/evidence", token: nil)
            #expect((anonymous.status, anonymous.rules) == (403, ["event.partly-visible"]))
        }
    }

    private static func hash(_ text: String) -> TreeHash? { Data(base64Encoded: text).flatMap { TreeHash($0) } }

    @Test("The checkpoint is signed, and the proofs hold against it")
    func proofs() async throws {
        try await Sample().run { talk in
            let key = try await talk.send(.get, "/log/verifier-key").text.split(separator: "\n").first.map(String.init)
            let note = try SignedNote.parse(try await talk.send(.get, "/log/checkpoint").text)
            try note.verify(verifierKey: try #require(key))
            let root = try Checkpoint(note).root.data.base64EncodedString()

            let inclusion = try await talk.send(.get, "/log/inclusion-proofs/2")
            #expect(inclusion["root"].string == root)
            #expect(inclusion["hashes"].list?.isEmpty == false)
            let consistency = try await talk.send(.get, "/log/consistency-proofs?from=3")
            #expect(consistency["toRoot"].string == root)
            #expect(try await talk.send(.get, "/log/inclusion-proofs/600").status == 404)
            #expect(try await talk.send(.get, "/log/inclusion-proofs/x").status == 400)
            #expect(try await talk.send(.get, "/log/consistency-proofs?from=5&to=4").status == 400)
            #expect(try await talk.send(.get, "/log/consistency-proofs").rules == ["field.required"])
        }
    }
}
