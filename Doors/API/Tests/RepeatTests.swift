import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite("A repeat is never an error") struct RepeatTests {
    static let path = "/ecosystems/beekdal/organisations"
    static let museum: Value = ["name": "Museum", "sector": "company"]

    private static func isReceipt(_ reply: Talk.Reply, _ id: String) -> Bool {
        reply.status == 200 && reply["id"] == .string(id) && reply["isRepeated"] == true
            && reply["sequence"].whole != nil
    }

    @Test("A repeated addition is 200 with the record as it is now, and with a receipt once it is gone")
    func addition() async throws {
        try await Sample().run { talk in
            let key = ["Idempotency-Key": "a-1"]
            let first = try await talk.write(.post, Self.path, Self.museum, headers: key)
            #expect(first.status == 201)
            let again = try await talk.write(.post, Self.path, Self.museum, headers: key)
            #expect((again.status, again["name"], again.tag) == (200, "Museum", first.tag))
            #expect(again.headers[.location] == nil)
            #expect(try await talk.write(.delete, Self.path + "/museum").status == 204)
            let gone = try await talk.write(.post, Self.path, Self.museum, headers: key)
            #expect(Self.isReceipt(gone, "museum"), "\(gone.text)")
            #expect(gone["sequence"] == first["version"])
            #expect(try await talk.get(Self.path + "/museum").status == 404)
        }
    }

    @Test("The same holds for replacing, changing, reverting and removing, also under a condition")
    func others() async throws {
        try await Sample().run { talk in
            let item = Self.path + "/museum"
            let made = try await talk.write(
                .put, item, Self.museum, headers: ["Idempotency-Key": "p", "If-None-Match": "*"])
            let tag = try #require(made.tag)
            let patch: Value = ["place": "Borne"]
            let patched = ["Idempotency-Key": "c", "If-Match": tag]
            #expect(try await talk.write(.patch, item, patch, headers: patched).status == 200)
            let back: Value = ["version": made["version"]]
            let reverted = ["Idempotency-Key": "r"]
            #expect(try await talk.write(.post, item + "/reversions", back, headers: reverted).status == 200)
            let last = try #require(try await talk.get(item).tag)
            let removed = ["Idempotency-Key": "d", "If-Match": last]
            #expect(try await talk.write(.delete, item, headers: removed).status == 204)

            #expect(try await talk.write(.delete, item, headers: removed).status == 204)
            let replaced = try await talk.write(
                .put, item, Self.museum, headers: ["Idempotency-Key": "p", "If-None-Match": "*"])
            #expect(Self.isReceipt(replaced, "museum"), "\(replaced.text)")
            let changed = try await talk.write(.patch, item, patch, headers: patched)
            #expect(Self.isReceipt(changed, "museum"), "\(changed.text)")
            let again = try await talk.write(.post, item + "/reversions", back, headers: reverted)
            #expect(Self.isReceipt(again, "museum"), "\(again.text)")
            #expect(try await talk.get(item).status == 404)
        }
    }

    @Test("Joining a duplicate twice by one key is joining it once, also when the other went as well")
    func mergers() async throws {
        try await Sample().run { talk in
            let key = ["Idempotency-Key": "m"]
            let into = Self.path + "/gemeente"
            let body: Value = ["duplicate": "waterschap"]
            #expect(try await talk.write(.post, into + "/mergers", body, headers: key).status == 200)
            #expect(try await talk.write(.post, into + "/mergers", body, headers: key)["id"] == "gemeente")
            #expect(try await talk.write(.delete, into).status == 204)
            let again = try await talk.write(.post, into + "/mergers", body, headers: key)
            #expect(Self.isReceipt(again, "gemeente"), "\(again.text)")
        }
    }

    @Test("The document says so")
    func document() async throws {
        let document = try await Sample().document()
        let answers = document["paths"]["/ecosystems/{ecosystem}/organisations"]["post"]["responses"]
        let schema = answers["200"]["content"]["application/json"]["schema"]
        #expect(schema["anyOf"].list?.contains(["$ref": "#/components/schemas/Receipt"]) == true)
        #expect(
            document["components"]["schemas"]["Receipt"]["properties"].map?.keys.sorted() == [
                "id", "isRepeated", "sequence",
            ])
    }
}
