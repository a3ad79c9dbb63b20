import Hummingbird
import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct RecordTests {
    static let path = "/ecosystems/beekdal/organisations"

    @Test("A record is added, read, replaced, changed and removed")
    func wholeLife() async throws {
        try await Sample().run { talk in
            let item = Self.path + "/stichting"
            let body: Value = ["id": "stichting", "name": "Stichting", "sector": "company"]
            let added = try await talk.write(.post, Self.path, body)
            #expect(added.status == 201)
            #expect(added.headers[.location] == "/api/v1" + item)

            let read = try await talk.get(item)
            #expect(read["name"] == "Stichting")
            #expect(read.tag == added.tag)
            #expect(read.header("API-Version") == APIDoor.version)

            let replaced = try await talk.write(
                .put, item, ["name": "Stichting Beekdal", "sector": "company", "place": "Delden"])
            #expect(replaced.status == 200)
            #expect(replaced["version"].whole ?? 0 > read["version"].whole ?? 0)

            let changed = try await talk.write(.patch, item, ["name": ["en": "Foundation"], "place": .null])
            #expect(changed["name"] == ["nl": "Stichting Beekdal", "en": "Foundation"])
            #expect(changed["place"].isNull)

            #expect(try await talk.write(.delete, item).status == 204)
            #expect(try await talk.get(item).status == 404)
        }
    }

    @Test("Without id one is made from the title, and never one that is taken")
    func suggestedID() async throws {
        try await Sample().run { talk in
            let body: Value = ["name": "Gemeente", "sector": "government"]
            let first = try await talk.write(.post, Self.path, body)
            #expect(first.status == 201)
            #expect(first["id"] == "gemeente-2")
            let named = try await talk.write(.post, Self.path, ["id": "gemeente", "name": "X", "sector": "government"])
            #expect(named.status == 409)
            #expect(named.rules == ["record.duplicate"])
            let nameless = try await talk.write(.post, Self.path, ["name": "!!!", "sector": "government"])
            #expect(nameless.rules == ["id.required"])
        }
    }

    @Test("A stale ETag is refused with both versions")
    func stale() async throws {
        try await Sample().run { talk in
            let item = Self.path + "/gemeente"
            let old = try await talk.get(item)
            let tag = try #require(old.tag)
            let first = try await talk.write(.patch, item, ["place": "Borne"], headers: ["If-Match": tag])
            #expect(first.status == 200)

            let second = try await talk.write(.patch, item, ["place": "Hengelo"], headers: ["If-Match": tag])
            #expect(second.status == 409)
            #expect(second.rules == ["record.stale"])
            #expect(second["versions"]["seen"]["version"] == old["version"])
            #expect(second["versions"]["current"]["place"] == "Borne")
            #expect(try await talk.write(.delete, item, headers: ["If-Match": tag]).status == 409)
            let byBody = try await talk.write(
                .put, item, ["version": old["version"], "name": "Gemeente", "sector": "government"])
            #expect(byBody.status == 409)
        }
    }

    @Test("What one has already is not sent again; create-only refuses what exists")
    func conditions() async throws {
        try await Sample().run { talk in
            let item = Self.path + "/gemeente"
            let tag = try #require(try await talk.get(item).tag)
            let known = try await talk.get(item, headers: ["If-None-Match": tag])
            #expect(known.status == 304)
            #expect(known.text.isEmpty)
            #expect(known.tag == tag)
            let body: Value = ["name": "Nieuw", "sector": "company"]
            #expect(try await talk.write(.put, item, body, headers: ["If-None-Match": "*"]).status == 409)
            let made = try await talk.write(.put, Self.path + "/nieuw", body, headers: ["If-None-Match": "*"])
            #expect(made.status == 201)
            #expect(try await talk.write(.put, Self.path + "/weg", body, headers: ["If-Match": "*"]).status == 404)
            #expect(try await talk.write(.put, item, body, headers: ["If-Match": "\"x\""]).rules == ["etag.form"])
        }
    }

    @Test("The same Idempotency-Key twice does one thing; for another record it is refused")
    func idempotency() async throws {
        try await Sample().run { talk in
            let headers = ["Idempotency-Key": "\"7f0c\""]
            let body: Value = ["name": "Museum", "sector": "company"]
            let first = try await talk.write(.post, Self.path, body, headers: headers)
            let again = try await talk.write(.post, Self.path, body, headers: headers)
            #expect(first.status == 201)
            #expect(again.status == 200)
            #expect(again["id"] == "museum")
            #expect(again.tag == first.tag)
            #expect(try await talk.get(Self.path + "/museum-2").status == 404)
            let other = try await talk.write(.put, Self.path + "/gemeente", body, headers: headers)
            #expect(other.rules == ["idempotency.reused"])
            let changed: Value = ["name": "Museum", "sector": "knowledge"]
            #expect(try await talk.write(.post, Self.path, changed, headers: headers).rules == ["idempotency.reused"])
            #expect(try await talk.write(.post, Self.path, body, headers: ["Idempotency-Key": ""]).status == 400)
        }
    }

    @Test("Pages follow each other without gaps or doubles, also when records come and go in between")
    func paging() async throws {
        try await Sample().run { talk in
            let first = try await talk.get(Self.path + "?limit=2")
            #expect(first.ids == ["aannemer", "bewoners"])
            let link = try #require(first["next"].string)
            #expect(first.header("Link") == "<\(link)>; rel=\"next\"")
            _ = try await talk.write(.put, Self.path + "/aaa", ["name": "A", "sector": "company"])
            _ = try await talk.write(.delete, Self.path + "/bewoners")
            let second = try await talk.get(String(link.dropFirst("/api/v1".count)))
            #expect(second.ids == ["gemeente", "hogeschool"])
            let last = try await talk.get(String(try #require(second["next"].string).dropFirst("/api/v1".count)))
            #expect(last.ids == ["waterschap"])
            #expect(last["next"].isNull)
            let filtered = try await talk.get(Self.path + "?sector=government&limit=1")
            #expect(filtered.ids == ["gemeente"])
            #expect(filtered["next"].string?.contains("sector=government") == true)
        }
    }

    @Test("The past can be read by sequence, by moment and by day")
    func asOf() async throws {
        let sample = try await Sample()
        try await sample.run { talk in
            let item = Self.path + "/gemeente"
            let before = try #require(try await talk.get(item)["version"].whole)
            sample.wait(30 * Sample.hour)
            _ = try await talk.write(.patch, item, ["place": "Borne"])
            for point in ["\(before)", "2025-11-21", "2025-11-21T06:00:00Z", "2025-11-21T07:00:00.5+01:00"] {
                let then = try await talk.get(item + "?asOf=" + point.replacing("+", with: "%2B"))
                #expect(then.status == 200, "\(point)")
                #expect(then["place"].isNull, "\(point)")
            }
            #expect(try await talk.get(item + "?asOf=2025-11-22")["place"] == "Borne")
            #expect(try await talk.get(item + "?asOf=gisteren").rules == ["query.as-of"])
        }
    }

    @Test("The history tells every version, and any of them can come back")
    func historyAndRevert() async throws {
        try await Sample().run { talk in
            let item = Self.path + "/gemeente"
            let first = try #require(try await talk.get(item)["version"].whole)
            _ = try await talk.write(.patch, item, ["place": "Borne"])
            _ = try await talk.write(.patch, item, ["place": "Hengelo"])
            let history = try await talk.get(item + "/history")
            #expect(history["items"].list?.count == 3)
            #expect(
                history["items"].list?.first?["changed"] == [["field": "place", "before": "Borne", "after": "Hengelo"]])
            let page = try await talk.get(item + "/history?limit=2")
            #expect(page["next"].string != nil)

            let back = try await talk.write(.post, item + "/reversions", ["version": .whole(first)])
            #expect(back.status == 200)
            #expect(back["place"].isNull)
            #expect(try await talk.write(.post, item + "/reversions", ["version": 999]).rules == ["version.unknown"])
            #expect(try await talk.write(.post, item + "/reversions", [:]).rules == ["field.required"])
        }
    }

    @Test("What was removed keeps its history, and comes back with it")
    func removedAndBack() async throws {
        try await Sample().run { talk in
            let item = Self.path + "/veerhuis"
            let added = try await talk.write(
                .post, Self.path, ["id": "veerhuis", "name": "Veerhuis", "sector": "company"])
            let first = try #require(added["version"].whole)
            #expect(try await talk.write(.delete, item).status == 204)
            #expect(try await talk.get(item).status == 404)

            let history = try await talk.get(item + "/history")
            #expect(history["items"].list?.count == 2)
            #expect(history["items"].list?.first?["record"].isNull == true)
            #expect(try await talk.get(Self.path + "/never/history").status == 404)

            let removal = try #require(history["items"].list?.first?["version"].whole)
            let refused = try await talk.write(.post, item + "/reversions", ["version": .whole(removal)])
            #expect(refused.rules == ["version.unknown"])
            let back = try await talk.write(.post, item + "/reversions", ["version": .whole(first)])
            #expect(back.status == 200)
            #expect(try await talk.get(item)["name"] == "Veerhuis")
            #expect(try await talk.get(item + "/history")["items"].list?.count == 3)
        }
    }

    @Test("Invisible characters are refused in every text, with the field and the language")
    func invisibleCharacters() async throws {
        try await Sample().run { talk in
            for (name, path) in [("a\u{0}b", "name"), ("\u{FEFF}a", "name"), ("\u{85}", "name")] {
                let reply = try await talk.write(.post, Self.path, ["name": .string(name), "sector": "company"])
                #expect(reply.rules == ["field.character"])
                #expect(reply["errors"].list?.first?["path"] == .string(path))
            }
            let reply = try await talk.write(
                .post, Self.path, ["name": ["nl": "a", "en": "b\u{7}"], "sector": "company"])
            #expect(reply["errors"].list?.first?["path"] == "name/en")
            let lines = try await talk.write(
                .post, Self.path, ["id": "regels", "name": "Regels", "sector": "company", "description": "een\n\ttwee"])
            #expect(lines.status == 201)
        }
    }

    @Test("What is not there cannot have a version")
    func absentVersion() async throws {
        try await Sample().run { talk in
            let patch = try await talk.write(.patch, Self.path + "/weg", ["place": "x"], headers: ["If-Match": "\"3\""])
            #expect(patch.status == 404)
            let stale = try await talk.write(
                .post, "/ecosystems/beekdal/changes",
                [
                    "changes": [
                        [
                            "kind": "organisations", "id": "gemeente", "action": "patch", "fields": ["place": "x"],
                            "seen": 0,
                        ]
                    ]
                ])
            #expect(stale.status == 409)
            #expect(stale["versions"]["current"]["id"] == "gemeente")
        }
    }

    @Test("A known address asked for something else says what it does; HEAD answers as GET without a body")
    func otherMethods() async throws {
        try await Sample().run { talk in
            let reply = try await talk.send(.delete, Self.path)
            #expect(reply.status == 405)
            #expect(reply.headers[.allow] == "GET, HEAD, POST")
            #expect(reply.rules == ["http.method"])
            #expect(try await talk.send(.head, Self.path).status == 200)
            #expect(try await talk.send(.options, Self.path).headers[.allow] == "GET, HEAD, POST")
        }
    }
}
