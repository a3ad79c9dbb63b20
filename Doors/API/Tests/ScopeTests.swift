import Access
import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite("Each scope means itself") struct ScopeTests {
    static let path = "/ecosystems/beekdal/organisations"
    static let item = path + "/gemeente"
    static let persons = "/ecosystems/beekdal/persons"

    /// A person of a party that takes part.
    private static func people(_ talk: Talk) async throws {
        let changes: Value = [
            [
                "kind": "persons", "id": "regisseur", "action": "add",
                "fields": ["organisation": "gemeente", "function": "Regisseur"],
            ],
            [
                "kind": "participations", "id": "gemeente", "action": "add",
                "fields": ["organisation": "gemeente", "status": "joined"],
            ],
        ]
        let done = try await talk.write(.post, "/ecosystems/beekdal/changes", ["changes": changes])
        #expect(done.status == 200, "\(done.text)")
    }

    private static func missing(_ scope: String, in reply: Talk.Reply) -> Bool {
        reply.status == 403 && reply.rules == ["token-scope"] && reply["detail"].string?.contains("“\(scope)”") == true
    }

    @Test("An administrator's token without admin is told so, instead of hearing that there is nothing")
    func withoutAdmin() async throws {
        try await Sample().run { talk in
            try await Self.people(talk)
            let plain = try await talk.sample.token([.read, .write])
            #expect(try await talk.send(.get, Self.path, token: plain).ids.count == 5)
            for path in [Self.persons, Self.persons + "/regisseur", Self.persons + "/regisseur/history"] {
                #expect(Self.missing("admin", in: try await talk.send(.get, path, token: plain)), "\(path)")
            }
            let write = try await talk.send(.patch, Self.item, ["place": "Borne"], token: plain)
            #expect(Self.missing("admin", in: write), "\(write.text)")
            let evidence = try await talk.send(.get, "/ecosystems/beekdal/events/2/evidence", token: plain)
            #expect(Self.missing("admin", in: evidence), "\(evidence.text)")

            let whole = try await talk.sample.token([.read, .write, .admin])
            #expect(try await talk.send(.get, Self.persons, token: whole).ids == ["regisseur"])
            #expect(try await talk.send(.patch, Self.item, ["place": "Borne"], token: whole).status == 200)
        }
    }

    @Test("A member reads and writes what the account may, and is told of roles instead of scopes")
    func member() async throws {
        try await Sample().run { talk in
            try await Self.people(talk)
            let account = try await talk.sample.member("regisseur")
            let token = try await talk.sample.token([.read, .write], for: account)
            #expect(try await talk.send(.get, Self.persons, token: token).ids == ["regisseur"])
            let write = try await talk.send(.patch, Self.item, ["place": "Borne"], token: token)
            #expect((write.status, write.rules.first?.hasPrefix("rights.")) == (403, true))
            let reader = try await talk.sample.token([.read], for: account)
            #expect(Self.missing("write", in: try await talk.send(.patch, Self.item, ["place": "B"], token: reader)))
        }
    }

    @Test("A token that may only write reads nothing, and gets back no more than what it needs to go on")
    func writeOnly() async throws {
        try await Sample().run { talk in
            let old = try #require(try await talk.get(Self.item)["version"].whole)
            let token = try await talk.sample.token([.write, .admin])
            for path in ["/ecosystems", "/ecosystems/beekdal", Self.item, "/ecosystems/beekdal/tasks"] {
                #expect(Self.missing("read", in: try await talk.send(.get, path, token: token)), "\(path)")
            }
            let written = try await talk.send(.patch, Self.item, ["place": "Borne"], token: token)
            #expect(written.status == 200)
            #expect(written.value.map?.keys.sorted() == ["id", "isRepeated", "sequence"], "\(written.text)")
            let now = try await talk.get(Self.item)
            #expect(now["place"] == "Borne")
            #expect(written.tag == now.tag)
            let stale = try await talk.send(
                .patch, Self.item, ["place": "Delden"], token: token, headers: ["If-Match": "\"\(old)\""])
            #expect((stale.status, stale["versions"]) == (409, .null))
        }
    }

    @Test("The document tells what each scope means; only an administrator's account gives admin, and never alone")
    func documented() async throws {
        try await Sample().run { talk in
            let document = try await talk.send(.get, "/openapi.json")
            let words = document["components"]["securitySchemes"]["token"]["description"].string ?? ""
            for scope in ["read", "write", "admin"] { #expect(words.contains("`\(scope)`"), "\(words)") }
            let access = talk.sample.installation.access
            let account = try await access.createAccount(contact: Contact(name: "Lid"), administrator: false)
            await #expect(throws: AccessRefusal.self) {
                _ = try await talk.sample.token([.read, .admin], for: account.id)
            }
            await #expect(throws: AccessRefusal.self) { _ = try await talk.sample.token([.admin]) }
        }
    }
}
