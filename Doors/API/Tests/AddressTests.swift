import Access
import Foundation
import Gate
import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct AddressTests {
    @Test("An address has one form: with a slash too many there is nothing, and we say which address is meant")
    func slashes() async throws {
        try await Sample().run { talk in
            for (asked, meant) in [
                ("/ecosystems/", "/api/v1/ecosystems"), ("/openapi.json/", "/api/v1/openapi.json"),
                ("/ecosystems/beekdal/goals/?limit=1", "/api/v1/ecosystems/beekdal/goals"),
                ("/log/checkpoint/", "/api/v1/log/checkpoint"), ("//ecosystems", "/api/v1/ecosystems"),
            ] {
                let reply = try await talk.get(asked)
                #expect(reply.status == 404, "\(asked)")
                #expect(reply.headers[.contentType] == "application/problem+json")
                #expect(reply.rules == ["path.slash"])
                #expect(reply["errors"].list?.first?["mend"].string?.contains("\(meant).") == true, "\(reply.text)")
                #expect(reply.header("API-Version") == APIDoor.version)
            }
            #expect(try await talk.get("/").rules == ["path.unknown"])
            #expect(try await talk.raw(.get, "/ecosystems", nil, root: "//api/v1").status == 404)
            #expect(try await talk.write(.post, "/ecosystems/beekdal/goals/", ["title": "x"]).status == 404)
        }
    }

    @Test("A header Authorization without a bearer token is refused, and says how")
    func authorization() async throws {
        try await Sample().run { talk in
            for given in ["Basic c3RlbHNlbA==", "Bearer", "Bearer ", "stl_abc", "Digest username=x", ""] {
                let reply = try await talk.send(.get, "/ecosystems", headers: ["Authorization": given])
                #expect(reply.status == 401, "\(given)")
                #expect(reply.headers[.wwwAuthenticate] == "Bearer")
                #expect(reply.rules == ["authorization.form"])
                #expect(reply["errors"].list?.first?["mend"].string?.contains("Authorization: Bearer") == true)
            }
            let token = talk.sample.reading
            #expect(
                try await talk.send(.get, "/ecosystems", headers: ["Authorization": "bearer  \(token)"]).status == 200)
        }
    }

    @Test("Who asks too much hears when to come back")
    func tooMuch() async throws {
        let still = Date(timeIntervalSince1970: 0)
        let slow = RateMiddleware(
            reads: RateLimiter(burst: 2, refill: .seconds(30), now: { still }),
            writes: RateLimiter(burst: 1, refill: .seconds(60), now: { still }))
        try await Sample(rate: slow).run { talk in
            for _ in 0..<2 { #expect(try await talk.get("/ecosystems").status == 200) }
            let read = try await talk.get("/ecosystems")
            #expect((read.status, read.rules) == (429, ["requests-too-many"]))
            #expect(read.header("Retry-After") == "30")
            _ = try await talk.write(.delete, "/ecosystems/beekdal/organisations/x")
            let write = try await talk.write(.delete, "/ecosystems/beekdal/organisations/x")
            #expect(write.header("Retry-After") == "60")
            let document = try await Sample().document()
            #expect(document["components"]["responses"]["Refusal429"]["headers"]["Retry-After"].map != nil)
        }
    }

    @Test("A store that can only be read is not the asker's mistake: 503, with the rule")
    func readOnly() async throws {
        try await Sample().run { talk in
            talk.sample.installation.ledger.stopWriting(because: "proef")
            let reply = try await talk.write(
                .patch, "/ecosystems/beekdal/organisations/gemeente", ["place": "Borne"])
            #expect((reply.status, reply.rules) == (503, ["store.read-only"]))
            #expect(reply.header("Retry-After") == nil)
            #expect(!reply.text.contains("Deze Stelsel") && Problem.readOnly.message.nl.hasPrefix("Dit Stelsel"))
            #expect(try await talk.get("/ecosystems/beekdal").status == 200)
        }
    }
}
