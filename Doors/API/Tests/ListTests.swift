import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct ListTests {
    static let path = "/ecosystems/beekdal/organisations"

    @Test("A cursor is for the list that gave it")
    func cursors() async throws {
        try await Sample().run { talk in
            let next = try #require(try await talk.get(Self.path + "?limit=1")["next"].string)
            let cursor = try #require(next.split(separator: "cursor=").last)
            #expect(try await talk.get(Self.path + "?cursor=\(cursor)").ids.first == "bewoners")
            for other in ["/ecosystems/beekdal/goals", "/ecosystems", "/ecosystems/beekdal/events", "/methods"] {
                let reply = try await talk.get(other + "?cursor=\(cursor)")
                #expect((reply.status, reply.rules) == (400, ["query.cursor"]), "\(other)")
            }
            let found = try await talk.get("/ecosystems/beekdal/search?query=water&cursor=\(cursor)")
            #expect(found.rules == ["query.unknown"])
        }
    }

    @Test("A filter with a value that cannot be is refused, with those that can")
    func filters() async throws {
        try await Sample().run { talk in
            for (query, possible) in [
                ("goals?level=nope", "shared, organisation"), ("goals?level=", "shared, organisation"),
                ("participations?status=aktief", "joined"), ("goals?due=gisteren", "2026-11-27"),
            ] {
                let reply = try await talk.write(.get, "/ecosystems/beekdal/" + query)
                #expect((reply.status, reply.rules) == (400, ["query.filter"]), "\(query) \(reply.text)")
                #expect(reply["errors"].list?.first?["mend"].string?.contains(possible) == true, "\(reply.text)")
            }
            #expect(try await talk.get("/ecosystems/beekdal/goals?level=shared").status == 200)
            let list = try await Sample().document()["paths"]["/ecosystems/{ecosystem}/goals"]["get"]
            let level = list["parameters"].list?.first { $0["name"] == "level" }
            #expect(level?["schema"]["enum"].list?.contains("shared") == true)
        }
    }

    @Test("The past ends at the last event and begins at the first: beyond is refused, and says where")
    func bounds() async throws {
        let sample = try await Sample()
        try await sample.run { talk in
            for point in ["7", "9999999", "2025-11-22", "2026-01-01T00:00:00Z"] {
                for path in [Self.path, Self.path + "/gemeente", "/ecosystems/beekdal/summary"] {
                    let reply = try await talk.get(path + "?asOf=" + point)
                    #expect((reply.status, reply.rules) == (400, ["history.after"]), "\(path) \(point)")
                    #expect(reply["errors"].list?.first?["path"] == "asOf")
                    #expect(reply["errors"].list?.first?["mend"].string?.contains("6") == true, "\(reply.text)")
                }
            }
            for point in ["0", "2025-11-20", "2025-11-21T04:39:59Z"] {
                let reply = try await talk.get(Self.path + "?asOf=" + point)
                #expect((reply.status, reply.rules) == (400, ["history.before"]), "\(point)")
                #expect(reply["errors"].list?.first?["mend"].string?.contains("nov 2025") == true, "\(reply.text)")
            }
            for point in ["1", "6", "2025-11-21", "2025-11-21T04:40:00Z"] {
                #expect(try await talk.get(Self.path + "?asOf=" + point).status == 200, "\(point)")
            }
        }
    }
}
