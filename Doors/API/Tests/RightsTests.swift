import Access
import Gate
import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct RightsTests {
    static let item = "/ecosystems/beekdal/organisations/gemeente"
    static let patch: Value = ["place": "Borne"]

    @Test("Nobody writes without a token that may write here")
    func writing() async throws {
        try await Sample().run { talk in
            let nobody = try await talk.send(.patch, Self.item, Self.patch)
            #expect(nobody.status == 401)
            #expect(nobody.headers[.wwwAuthenticate] == "Bearer")
            #expect(nobody.rules == ["rights.token"])

            let reader = try await talk.send(.patch, Self.item, Self.patch, token: talk.sample.reading)
            #expect(reader.status == 403)
            #expect(reader.rules == ["token-scope"])

            let other = try await talk.send(.patch, Self.item, Self.patch, token: talk.sample.elsewhere)
            #expect(other.status == 403)
            #expect(other.rules == ["token-ecosystem"])

            let forged = try await talk.send(.patch, Self.item, Self.patch, token: "stl_nep")
            #expect(forged.status == 401)
            #expect(forged.rules == ["token-unknown"])
            #expect(forged.headers[.contentType] == "application/problem+json")
        }
    }

    @Test("A browser's cookie reads and does not write")
    func cookie() async throws {
        try await Sample().run { talk in
            let cookie = ["Cookie": "stelsel=\(talk.sample.cookie)"]
            #expect(try await talk.send(.get, "/ecosystems/beekdal/persons", headers: cookie).status == 200)
            let write = try await talk.send(.patch, Self.item, Self.patch, headers: cookie)
            #expect(write.status == 403)
            #expect(write.rules == ["rights.cookie"])
        }
    }

    @Test("A stranger sees what is public, and nothing of what is not")
    func reading() async throws {
        try await Sample().run { talk in
            _ = try await talk.write(
                .put, "/ecosystems/beekdal/persons/regisseur", ["organisation": "gemeente", "function": "Regisseur"])
            _ = try await talk.write(.patch, Self.item, ["interests": ["Droge voeten"]])

            #expect(try await talk.send(.get, Self.item)["interests"].isNull)
            #expect(try await talk.send(.get, "/ecosystems/beekdal/persons").ids.isEmpty)
            #expect(try await talk.send(.get, "/ecosystems/beekdal/persons/regisseur").status == 404)
            let events = try await talk.send(.get, "/ecosystems/beekdal/events")
            #expect(!events.text.contains("regisseur") && !events.text.contains("Droge"))
            #expect(events["items"].list?.contains { $0["person"] != .null } == false)
            #expect(!(try await talk.send(.get, Self.item + "/history").text.contains("Droge")))
            #expect(try await talk.send(.get, "/ecosystems/beekdal/organisations?interests=Droge%20voeten").ids.isEmpty)
        }
    }

    @Test("Every route that writes has a policy above reading")
    func policies() async throws {
        let sample = try await Sample()
        let open = sample.book.all.filter { $0.method != .get && $0.method != .head && $0.policy == .read }
        #expect(open.map(\.path) == [])
        #expect(sample.book.all.count > 100)
        #expect(sample.book.all.allSatisfy { $0.path.hasPrefix("/api/v1/") })
    }

    @Test("An ecosystem for participants only is not there for a stranger")
    func closed() async throws {
        try await Sample().run { talk in
            _ = try await talk.write(.patch, "/ecosystems/beekdal", ["participantsOnly": true])
            for path in [
                "/ecosystems/beekdal", Self.item, "/ecosystems/beekdal/events", "/ecosystems/beekdal/search?query=a",
            ] {
                #expect(try await talk.send(.get, path).status == 404, "\(path)")
            }
            #expect(try await !talk.send(.get, "/ecosystems").ids.contains("beekdal"))
            #expect(try await talk.send(.get, "/ecosystems", token: talk.sample.writing).ids.contains("beekdal"))
        }
    }

    @Test(
        "What a stranger may not know does not show through refusals either: of the past, of versions, of whose it is")
    func refusals() async throws {
        try await Sample().run { talk in
            let person: Value = ["organisation": "gemeente", "function": "Wethouder"]
            _ = try await talk.write(.put, "/ecosystems/beekdal/persons/wethouder", person)
            let stranger = try await talk.sample.installation.access.createAccount(
                contact: Contact(name: "Vreemde"), administrator: false)
            let token = try await talk.sample.token([.read, .write], for: stranger.id)
            func told(_ method: HTTPRequest.Method, _ path: String, _ body: Value? = nil) async throws -> [String] {
                let reply = try await talk.send(method, path, body, token: token)
                return ["\(reply.status)"] + reply.rules + [reply["detail"].string ?? ""]
            }
            let persons = "/ecosystems/beekdal/persons/"
            let change: Value = ["function": "x"]
            #expect(try await told(.patch, persons + "wethouder", change) == told(.patch, persons + "niemand", change))
            #expect(try await told(.delete, persons + "wethouder") == told(.delete, persons + "niemand"))
            for version in [1, 7] {
                let reverted = try await told(.post, persons + "wethouder/reversions", ["version": .whole(version)])
                #expect(reverted.prefix(2) == ["404", "record.unknown"], "\(reverted)")
            }

            _ = try await talk.write(.patch, "/ecosystems/beekdal", ["participantsOnly": true])
            for rest in ["organisations?asOf=99999", "events?asOf=2020-01-01", "findings?asOf=1", "summary?asOf=x"] {
                let reply = try await talk.send(.get, "/ecosystems/beekdal/" + rest, token: token)
                #expect((reply.status, reply.rules) == (404, ["ecosystem.unknown"]), "\(rest) \(reply.text)")
            }
            let reverted = try await told(.post, Self.item + "/reversions", ["version": 1])
            #expect(reverted.prefix(2) == ["404", "ecosystem.unknown"], "\(reverted)")
        }
    }
}
