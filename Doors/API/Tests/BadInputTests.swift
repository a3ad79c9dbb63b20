import Foundation
import Hummingbird
import HTTPTypes
import Kernel
import Testing

@testable import API

@Suite struct BadInputTests {
    static let path = "/ecosystems/beekdal/organisations"
    static let item = "/ecosystems/beekdal/organisations/nieuw"

    static let refusals: [(body: String, rules: [String])] = [
        (#"{"name": "X", "sector": "company", "kleur": "rood"}"#, ["field.unknown"]),
        (#"{"name": "X", "sector": 4, "aliases": "geen lijst"}"#, ["field.type"]),
        (#"{"name": "X", "sector": "nergens"}"#, ["method.missing"]),
        (#"{"name": "X", "sector": "company", "parent": "niemand"}"#, ["reference.missing"]),
        (#"{"name": "X", "sector": "company", "parent": "nieuw"}"#, ["reference.cycle"]),
        (#"{"name": "X", "sector": "company", "kvk": "12"}"#, ["field.register"]),
        (#"{"sector": "company"}"#, ["field.required"]),
        (#"{"id": "anders", "name": "X", "sector": "company"}"#, ["id.differs"]),
        (#"{"id": 4, "version": "x", "name": "X"}"#, ["field.type", "field.type"]),
        (#"[1, 2]"#, ["body.object"]), (#"{"name": "X",}"#, ["json.syntax"]),
        (#"{"a": 1, "a": 2}"#, ["json.duplicate"]),
        ("", ["json.syntax"]), (String(repeating: "[", count: 5_000), ["json.depth"]), ("\u{FEFF}{}", ["json.syntax"]),
    ]

    @Test("Each wrong body is refused with its rule, as a problem document", arguments: refusals)
    func bodies(_ body: String, _ rules: [String]) async throws {
        try await Sample().run { talk in
            let reply = try await talk.raw(
                .put, Self.item, Array(body.utf8), token: talk.sample.writing,
                headers: ["Content-Type": "application/json"])
            #expect(reply.status == 400)
            #expect(Set(reply.rules) == Set(rules), "\(reply.text)")
            #expect(reply.headers[.contentType] == "application/problem+json")
            #expect(reply["status"] == 400)
            #expect(reply["detail"].string?.isEmpty == false)
        }
    }

    @Test("Broken JSON is pointed at, in the language that the asker prefers")
    func languages() async throws {
        try await Sample().run { talk in
            let bytes = Array("{\n  \"name\": }".utf8)
            let json = ["Content-Type": "application/json"]
            let english = try await talk.raw(
                .put, Self.item, bytes, token: talk.sample.writing,
                headers: json.merging(["Accept-Language": "nl;q=0.4, en-GB;q=0.9"]) { $1 })
            #expect(english["detail"].string?.hasPrefix("Line 2, column 11") == true)
            #expect(english.headers[.contentLanguage] == "en")
            let dutch = try await talk.raw(
                .put, Self.item, bytes, token: talk.sample.writing,
                headers: json.merging(["Accept-Language": "nl"]) { $1 })
            #expect(dutch["detail"].string?.hasPrefix("Regel 2, kolom 11") == true)
            #expect(dutch["title"] == "De aanvraag klopt niet")
        }
    }

    @Test("A body that is too large or of another type is refused before it is read")
    func sizeAndType() async throws {
        try await Sample().run { talk in
            let large = [UInt8](repeating: 0x20, count: 5_000_000)
            let json = ["Content-Type": "application/json"]
            let tooLarge = try await talk.raw(.put, Self.item, large, token: talk.sample.writing, headers: json)
            #expect(tooLarge.status == 413)
            #expect(tooLarge.rules == ["body.too-large"])
            for type in ["text/plain", "application/xml", ""] {
                let reply = try await talk.raw(
                    .put, Self.item, Array("{}".utf8), token: talk.sample.writing, headers: ["Content-Type": type])
                #expect(reply.status == 415, "\(type)")
            }
            let charset = ["Content-Type": "Application/JSON; charset=utf-8"]
            let fine = try await talk.raw(
                .put, Self.item, Array(#"{"name":"X","sector":"company"}"#.utf8), token: talk.sample.writing,
                headers: charset)
            #expect(fine.status == 201)
        }
    }

    @Test("Unknown addresses, methods and query parameters are told as problems")
    func addresses() async throws {
        try await Sample().run { talk in
            for path in ["/nergens", "/ecosystems/beekdal/dingen", "/ecosystems/beekdal/organisations/x/y/z"] {
                let reply = try await talk.get(path)
                #expect(reply.status == 404)
                #expect(reply.rules == ["path.unknown"])
                #expect(reply.header("API-Version") == APIDoor.version)
            }
            #expect(
                try await talk.write(.delete, "/methods/helix-sectors").headers[.contentType]
                    == "application/problem+json")
            #expect(try await talk.get(Self.path + "?sectr=x").rules == ["query.unknown"])
            #expect(try await talk.get(Self.path + "?limit=1&limit=2").rules == ["query.twice"])
            #expect(try await talk.get(Self.path + "?limit=0&cursor=@").rules == ["query.limit", "query.cursor"])
            #expect(
                try await talk.write(.put, Self.path + "/Fout_Id", ["name": "X", "sector": "company"]).rules == [
                    "id.form"
                ])
        }
    }

    @Test("What others refer to cannot go; a period cannot end before it starts")
    func rules() async throws {
        try await Sample().run { talk in
            _ = try await talk.write(
                .put, "/ecosystems/beekdal/persons/regisseur", ["organisation": "gemeente", "function": "Regisseur"])
            let removal = try await talk.write(.delete, Self.path + "/gemeente")
            #expect(removal.status == 409)
            #expect(removal.rules == ["record.mentioned"])
            let mandate = try await talk.write(
                .put, "/ecosystems/beekdal/mandates/eerste",
                [
                    "person": "regisseur", "organisation": "gemeente", "scope": "Inkoop", "level": "executive",
                    "grantor": "College", "period": ["from": "2026-02-01", "until": "2026-01-01"],
                ])
            #expect(mandate.rules == ["period.order"], "\(mandate.text)")
        }
    }

    /// A hundred thousand when `STELSEL_LONG` is set.
    private static let damagedBodies = ProcessInfo.processInfo.environment["STELSEL_LONG"] == nil ? 5_000 : 100_000

    @Test("Damaged bodies never cause an unexpected error")
    func mutations() async throws {
        try await Sample().run { talk in
            var dice = Dice(state: 20_251_121)
            let seeds = [
                #"{"id":"nieuw","name":{"nl":"Naam","en":"Name"},"sector":"company","aliases":["a","b"],"version":3}"#,
                #"{"changes":[{"kind":"persons","id":"p","action":"add","fields":{"organisation":"gemeente","function":"F"},"seen":0}]}"#,
                #"{"person":"p","organisation":"gemeente","scope":"s","period":{"from":"2026-01-01"},"limit":{"amount":5}}"#,
                #"{"version":2,"duplicate":"waterschap","reason":"x","yaml":"id: x\nfamily: roles"}"#,
            ].map { Array($0.utf8) }
            let targets: [(HTTPRequest.Method, String)] = [
                (.put, Self.item), (.post, Self.path), (.patch, Self.path + "/gemeente"),
                (.post, "/ecosystems/beekdal/changes"),
                (.put, "/ecosystems/beekdal/mandates/m"), (.post, Self.path + "/gemeente/reversions"),
                (.post, Self.path + "/gemeente/mergers"), (.put, "/ecosystems/beekdal/adapted-methods/x"),
                (.patch, "/ecosystems/beekdal"),
            ]
            var worst = 0
            for _ in 0..<Self.damagedBodies {
                let (method, path) = targets[dice.below(targets.count)]
                let body = dice.damaged(seeds[dice.below(seeds.count)])
                let reply = try await talk.raw(
                    method, path, body, token: talk.sample.writing, headers: ["Content-Type": "application/json"])
                if reply.status >= 500 {
                    Issue.record("\(method) \(path) \(String(decoding: body, as: UTF8.self)) → \(reply.text)")
                }
                worst = max(worst, reply.status)
            }
            #expect(worst < 500)
        }
    }
}

/// A seeded generator (SplitMix64) of damage.
struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let tokens = ["null", "{}", "[]", "-1", "1e999", "\"\"", "true", "\\u0000", "99999999999999999999", "\"…\""]
        for _ in 0...below(4) {
            let at = below(bytes.count + 1)
            switch below(6) {
            case 0 where at < bytes.count: bytes[at] = UInt8(truncatingIfNeeded: next())
            case 1 where at < bytes.count: bytes.remove(at: at)
            case 2: bytes.insert(UInt8(truncatingIfNeeded: next()), at: at)
            case 3: bytes.insert(contentsOf: tokens[below(tokens.count)].utf8, at: at)
            case 4: bytes.removeSubrange(at..<min(bytes.count, at + below(12)))
            default: bytes.insert(contentsOf: bytes.prefix(below(20)), at: at)
            }
        }
        return bytes
    }
}
