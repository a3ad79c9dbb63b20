import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct LengthTests {
    @Test("A text that is too long is refused with how long it may be, and the document says so")
    func length() async throws {
        try await Sample().run { talk in
            let long = Value.string(String(repeating: "a", count: 200_000))
            let refused = try await talk.write(
                .post, "/ecosystems/beekdal/organisations",
                ["name": ["nl": long, "en": "A"], "sector": "company", "aliases": ["a", long], "kvk": long])
            #expect(refused.status == 400)
            #expect(refused.rules == ["field.too-long", "field.too-long", "field.register"], "\(refused.rules)")
            #expect(refused["errors"].list?.first?["path"] == "name/nl")
            #expect(refused.text.utf8.count < 5_000)

            let schemas = try await talk.send(.get, "/openapi.json")["components"]["schemas"]
            let name = schemas["Organisation"]["properties"]["name"]["anyOf"].list
            #expect(name?.first?["maxLength"] == 200)
            #expect(name?.last?["properties"]["nl"]["maxLength"] == 200)
            let aliases = schemas["Organisation"]["properties"]["aliases"]["items"]
            #expect(aliases["maxLength"] == 200)
            let about = schemas["Organisation"]["properties"]["description"]["anyOf"].list
            #expect(about?.first?["maxLength"] == 20_000)
        }
    }

    @Test("A reason is short too, and hides nothing")
    func reason() async throws {
        try await Sample().run { talk in
            func change(_ reason: String) async throws -> Talk.Reply {
                try await talk.write(
                    .post, "/ecosystems/beekdal/changes",
                    [
                        "reason": .string(reason),
                        "changes": [
                            [
                                "kind": "organisations", "id": "nieuw", "action": "put",
                                "fields": ["name": "A", "sector": "company"],
                            ]
                        ],
                    ])
            }
            let long = try await change(String(repeating: "a", count: 1_001))
            #expect(long.rules == ["field.too-long"], "\(long.text)")
            #expect(long["errors"].list?.first?["path"] == "reason")
            #expect(try await change("a\u{202E}b").rules == ["field.character"])
        }
    }

    @Test("One body tells an unknown field, a wrong type and a name that leads nowhere together; doubles are refused")
    func together() async throws {
        try await Sample().run { talk in
            let path = "/ecosystems/beekdal/organisations"
            let reply = try await talk.write(
                .post, path, ["name": "A", "sector": "company", "colour": "red", "aliases": "b", "parent": "nergens"])
            #expect(Set(reply.rules) == ["field.unknown", "field.type", "reference.missing"])
            let twice = try await talk.write(
                .post, "/ecosystems/beekdal/activities",
                ["title": "A", "organisations": ["waterschap", "waterschap"]])
            #expect(twice.rules == ["field.duplicate"])
            #expect(twice["errors"].list?.first?["path"] == "organisations/1")
        }
    }
}
