import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct ConditionTests {
    static let path = "/ecosystems/beekdal/organisations"
    static let item = path + "/gemeente"

    @Test("If-Match holds when one of its tags is the version of now, wherever it stands in the list")
    func lists() async throws {
        try await Sample().run { talk in
            for (place, status) in [("A", 200), ("B", 200), ("C", 409), ("D", 200)] {
                let now = try #require(try await talk.get(Self.item).tag)
                let tags =
                    ["A": "\"900\", \(now)", "B": "\(now),\"900\"", "C": "\"900\", \"901\"", "D": "*"][place] ?? ""
                let reply = try await talk.write(
                    .patch, Self.item, ["place": .string(place)], headers: ["If-Match": tags])
                #expect(reply.status == status, "\(tags)")
            }
        }
    }

    @Test("A weak tag never matches, and we say what to send instead")
    func weak() async throws {
        try await Sample().run { talk in
            let tag = try #require(try await talk.get(Self.item).tag)
            let weak = try await talk.write(.patch, Self.item, ["place": "A"], headers: ["If-Match": "W/\(tag)"])
            #expect((weak.status, weak.rules) == (409, ["etag.weak"]), "\(weak.text)")
            let mixed = try await talk.write(
                .patch, Self.item, ["place": "A"], headers: ["If-Match": "W/\(tag), \"900\""])
            #expect((mixed.status, mixed.rules) == (409, ["record.stale"]))
            let strong = try await talk.write(
                .patch, Self.item, ["place": "A"], headers: ["If-Match": "W/\"1\", \(tag)"])
            #expect(strong.status == 200)
            let absent = try await talk.write(
                .patch, Self.path + "/weg", ["place": "A"], headers: ["If-Match": "W/\"1\""])
            #expect(absent.status == 404)
            let known = try await talk.get(Self.item, headers: ["If-None-Match": "W/\(strong.tag ?? "")"])
            #expect(known.status == 304)
        }
    }

    @Test("Header and body both count: a version in the body that is old is refused beside a tag that is right")
    func both() async throws {
        try await Sample().run { talk in
            let old = try await talk.get(Self.item)["version"]
            let now = try await talk.write(.patch, Self.item, ["place": "A"])
            let reply = try await talk.write(
                .patch, Self.item, ["place": "B", "version": old], headers: ["If-Match": now.tag ?? ""])
            #expect((reply.status, reply.rules) == (409, ["record.stale"]))
        }
    }

    @Test("Only UTF-8 is read")
    func charset() async throws {
        try await Sample().run { talk in
            func send(_ type: String) async throws -> Talk.Reply {
                try await talk.raw(
                    .patch, Self.item, Array(#"{"place":"Borne"}"#.utf8), token: talk.sample.writing,
                    headers: ["Content-Type": type])
            }
            for charset in ["iso-8859-1", "\"utf-16\"", "us-ascii", ""] {
                let reply = try await send("application/json; charset=\(charset)")
                #expect((reply.status, reply.rules) == (415, ["body.charset"]), "\(charset)")
            }
            for type in ["application/json;charset=UTF-8", "application/json ; profile=x; charset=\"utf-8\""] {
                #expect(try await send(type).status == 200, "\(type)")
            }
        }
    }

    @Test("Text after the JSON is told in a sentence, with its place")
    func trailing() async throws {
        try await Sample().run { talk in
            for (language, words) in [
                ("en", "Line 1, column 15: nothing may follow the value."),
                ("nl", "Regel 1, kolom 15: na de waarde mag niets meer komen."),
            ] {
                let reply = try await talk.raw(
                    .patch, Self.item, Array(#"{"place":"A"} nog iets"#.utf8), token: talk.sample.writing,
                    headers: ["Content-Type": "application/json", "Accept-Language": language])
                #expect(reply["detail"].string?.hasPrefix(words) == true, "\(reply.text)")
            }
        }
    }
}
