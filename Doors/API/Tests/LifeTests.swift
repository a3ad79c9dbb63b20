import Foundation
import Kernel
import Testing

@testable import API

@Suite("The life of an agreement through the API")
struct LifeTests {
    private let agreement = LifeSample.agreement
    private let root = LifeSample.root

    @Test("What an exit brings is told and recorded nowhere; notice is given once, after the notice of the text")
    func exit() async throws {
        try await LifeSample().run { life, talk in
            try await life.inForce(talk)
            let told = try await talk.write(.get, agreement + "/exit?party=waterschap")
            #expect(told.status == 200, "\(told.text)")
            #expect(told["effective"] == "2026-02-21" && told["notice"] == 3 && told["version"] == 1)
            #expect(told["settlement"].list?.map { $0["what"]["en"] } == ["Return the keys"])
            #expect(told["surviving"].list?.map { $0["clause"] } == ["doel"])
            #expect(told["staying"].list?.map { $0["party"] } == ["gemeente"])
            #expect(told["leavesOne"] == true)
            let early = try await talk.write(.get, agreement + "/exit?party=waterschap&effective=2026-02-20")
            #expect((early.status, early.rules) == (400, ["exit.notice"]))
            #expect(try await talk.write(.get, agreement + "/exit?party=aannemer").rules == ["exit.not-bound"])
            #expect(try await talk.write(.get, agreement + "/exit").rules == ["field.required"])
            #expect(try await talk.write(.get, agreement + "/exit?party=waterschap&effective=ooit").status == 400)
            #expect(try await talk.write(.get, root + "/agreements/geen/exit?party=waterschap").status == 404)
            #expect(try await talk.write(.get, root + "/exits").ids.isEmpty)

            let path = agreement + "/exits"
            #expect(try await talk.write(.post, path, ["party": "waterschap", "effective": "x"]).status == 400)
            #expect(try await talk.write(.post, path, ["wie": "waterschap"]).status == 400)
            let tooEarly = try await talk.write(.post, path, ["party": "waterschap", "effective": "2026-01-01"])
            #expect(tooEarly.rules == ["exit.notice"])
            let other = try await talk.sample.token([.read, .write], for: try await talk.sample.member("p-gemeente"))
            let forOther = try await talk.send(.post, path, ["party": "waterschap"], token: other)
            #expect(forOther.status == 403)
            let own = try await talk.sample.token([.read, .write], for: try await talk.sample.member("p-waterschap"))
            let made = try await talk.send(.post, path, ["party": "waterschap", "reason": "Klaar"], token: own)
            #expect(made.status == 201, "\(made.text)")
            #expect(made["effective"] == "2026-02-21")
            #expect(made.header("Location") == "/api/v1/ecosystems/beekdal/exits/samen-waterschap-exit")
            #expect(try await talk.send(.post, path, ["party": "waterschap"], token: own).rules == ["exit.twice"])
            let raw: Value = [
                "agreement": "samen", "party": "gemeente", "given": "2025-11-21", "effective": "2025-12-01",
            ]
            #expect(try await talk.write(.post, root + "/exits", raw).rules == ["exit.notice"])
            #expect(try await life.bound(talk, on: "2026-02-22") == ["gemeente 1"])
        }
    }

    @Test("A renewal is the next version with a later last day, and nobody is bound by it before accepting")
    func renewal() async throws {
        try await LifeSample().run { life, talk in
            try await life.begin(talk)
            let path = agreement + "/renewals"
            #expect(try await talk.write(.post, path, ["until": "2027-06-30"]).rules == ["renewal.not-in-force"])
            try await life.fixAndOffer(talk, 1)
            for party in ["gemeente", "waterschap"] { try await life.answer(talk, party) }
            #expect(try await talk.write(.post, path, ["until": "2026-06-30"]).rules == ["renewal.not-later"])
            #expect(try await talk.write(.post, path, ["until": "morgen"]).status == 400)
            #expect(try await talk.write(.post, path, ["until": "2027-06-30", "x": 1]).status == 400)
            #expect(try await talk.send(.post, path, ["until": "2027-06-30"], token: talk.sample.reading).status == 403)
            let made = try await talk.write(.post, path, ["until": "2027-06-30"], headers: ["Idempotency-Key": "v"])
            #expect(made.status == 201, "\(made.text)")
            #expect(made["number"] == 2)
            let again = try await talk.write(.post, path, ["until": "2027-06-30"], headers: ["Idempotency-Key": "v"])
            #expect(again.status == 200)
            #expect(try await talk.write(.post, path, ["until": "2028-06-30"]).rules == ["renewal.pending"])
            try await life.withdraw(talk, 1)
            try await life.offer(talk, 2)
            #expect(try await life.bound(talk, on: "2025-11-21") == ["gemeente 1", "waterschap 1"])
            for party in ["gemeente", "waterschap"] { #expect(try await life.answer(talk, party).status == 201) }
            #expect(try await life.bound(talk, on: "2027-01-01") == ["gemeente 2", "waterschap 2"])
        }
    }

    @Test("A late joiner accedes to the version in force and no other, without an optional clause if it likes")
    func accession() async throws {
        try await LifeSample().run { life, talk in
            try await life.inForce(talk)
            let unnamed = try await life.answer(talk, "hogeschool", "accede")
            #expect(unnamed.rules == ["accession.not-party"], "\(unnamed.text)")
            let parties: Value = .list(LifeSample.parties.map { ["organisation": .string($0)] })
            #expect(try await talk.write(.patch, agreement, ["parties": parties]).status == 200)
            try await life.fixAndOffer(talk, 2)
            let old = try await life.answer(talk, "hogeschool", "accede", "&version=2")
            #expect(old.rules.contains("accession.superseded") || old.rules.contains("accession.not-in-force"))
            let wrong = try await life.answer(talk, "hogeschool", "accede", "&version=1&except=doel")
            #expect(wrong.rules == ["except.not-optional"], "\(wrong.text)")
            let joined = try await life.answer(talk, "hogeschool", "accede", "&version=1&except=kosten")
            #expect(joined.status == 201, "\(joined.text)")
            #expect(joined["except"] == ["kosten"])
            #expect(try await life.bound(talk, on: "2025-11-21").contains("hogeschool 1"))
        }
    }

    @Test("What a review proposed is taken over into the draft, once, and becomes an amendment that each party accepts")
    func review() async throws {
        try await LifeSample().run { life, talk in
            try await life.inForce(talk)
            let proposals: Value = [
                ["clause": "doel", "text": "Scherper", "wording": "Samen en sneller werken."], ["text": "Later"],
            ]
            let review: Value = [
                "id": "jaar", "agreement": "samen", "planned": "2025-11-21", "proposals": proposals,
            ]
            #expect(try await talk.write(.post, root + "/reviews", review).status == 201)
            let path = root + "/reviews/jaar/drafts"
            #expect(try await talk.write(.post, path, [:]).rules == ["review.not-held"])
            #expect(
                try await talk.write(.patch, root + "/reviews/jaar", ["held": "2026-01-01"]).rules == ["day.future"])
            #expect(try await talk.write(.patch, root + "/reviews/jaar", ["held": "2025-11-21"]).status == 200)
            #expect(try await talk.write(.post, root + "/reviews/geen/drafts", [:]).status == 404)
            let made = try await talk.write(.post, path, [:])
            #expect(made.status == 201, "\(made.text)")
            #expect(made["proposals"].list?.map { $0["adopted"] } == ["2025-11-21", .null])
            #expect(try await talk.write(.post, path, [:]).rules == ["review.drafted"])
            #expect(try await talk.write(.get, root + "/clauses/doel").text.contains("Samen en sneller werken."))
            let renewal = try await talk.write(.post, agreement + "/renewals", ["until": "2027-06-30"])
            #expect(renewal.rules == ["renewal.changes-more"])
            try await life.fixAndOffer(talk, 2)
            for party in ["gemeente", "waterschap"] { #expect(try await life.answer(talk, party).status == 201) }
            #expect(try await life.bound(talk, on: "2025-11-21") == ["gemeente 2", "waterschap 2"])
        }
    }

    @Test("An agreement ends once, for all")
    func ending() async throws {
        try await LifeSample().run { life, talk in
            try await life.inForce(talk)
            let ending: Value = ["id": "eind", "agreement": "samen", "on": "2025-12-31", "reason": "Klaar"]
            #expect(try await talk.write(.post, root + "/endings", ending).status == 201)
            let second: Value = ["id": "eind2", "agreement": "samen", "on": "2026-01-31", "reason": "Klaar"]
            #expect(try await talk.write(.post, root + "/endings", second).rules == ["ending.twice"])
            #expect(try await life.bound(talk, on: "2026-01-01").isEmpty)
            let standing = try await talk.write(.get, agreement + "/standing?on=2026-01-01")
            #expect(standing["state"] == "ended")
        }
    }
}
