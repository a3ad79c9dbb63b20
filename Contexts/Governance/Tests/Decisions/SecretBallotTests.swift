import Counting
import Foundation
import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("Secret ballots")
struct SecretBallotTests {
    private let rule: [String: Value] = ["method": "majority", "changeable": true]

    private func cast(_ number: Int, _ vote: BallotPaper.Cast, in ballot: String, _ store: BallotStore) async throws {
        let seat = store.seats[number]
        _ = try await store.ecosystem.cast(
            BallotPaper(vote), in: ballot, from: ID("s-\(seat)"), code: BallotStore.code(number), by: store.caller(seat)
        )
    }

    @Test(
        "A dump of the store, at any moment while votes come in, ties no paper to a seat, a person, a time or a place in the log"
    )
    func dump() async throws {
        let store = try await BallotStore(12)
        let ballot = try await store.open(rule, secret: true)
        for number in 0..<12 {
            try await cast(number, number.isMultiple(of: 3) ? .no : .yes, in: ballot, store)
            let codes = (0...number).map { BallotStore.code($0).digest }
            for (name, bytes) in try store.files() {
                let wal = name.hasSuffix("-wal")
                #expect(!wal || bytes.isEmpty, "The write-ahead log would keep the order.")
                for code in codes {
                    #expect(bytes.count(of: code) == (name == "store.sqlite" ? 1 : 0), "once, in the box")
                    let hex = Data(Digest.hex(code).utf8)
                    #expect(bytes.range(of: hex) == nil)
                }
            }
            let places = try codes.map { try #require(store.files()["store.sqlite"]?.range(of: $0)).lowerBound }
            let sorted = codes.sorted { $0.lexicographicallyPrecedes($1) }
            #expect(
                sorted.map { places[codes.firstIndex(of: $0) ?? 0] } == places.sorted(), "in the order of the codes")
        }
        let entries = try store.host.ledger.entries(ecosystem: "city")
        let marks = entries.filter { $0.kind == "turnoutMark.added" }
        #expect(marks.count == 12)
        for mark in marks {
            let payload = String(decoding: mark.payload ?? Data(), as: UTF8.self)
            #expect(!payload.contains("for") && !payload.contains("against") && !payload.contains("cast"))
        }
    }

    @Test(
        "After closing the papers stand in the order of their codes, each voter finds the own one, and the box is gone")
    func published() async throws {
        let store = try await BallotStore(7)
        let ballot = try await store.open(rule, secret: true)
        for number in 0..<5 { try await cast(number, number < 3 ? .yes : .no, in: ballot, store) }
        _ = try await store.ecosystem.close(ballot, by: .atTheMachine)
        _ = try await store.ecosystem.declare(ballot, by: .atTheMachine)
        let closed = try #require(await store.ecosystem.state[Ballot.self][ID(ballot)])
        #expect(closed.state == .counted && closed.papers.map(\.code) == closed.papers.map(\.code).sorted())
        for number in 0..<5 {
            let own = closed.papers.first { $0.code == BallotStore.code(number).hash }
            #expect(own?.paper.cast == (number < 3 ? .yes : .no))
        }
        let decision = try await store.decision()
        #expect(decision.result == .adopted)
        let outcome = try Count(try BallotFile.read(Array(decision.file.utf8))).outcome()
        #expect(outcome.counts["for"] == 3 && outcome.counts["notVoted"] == 2)
        #expect(!decision.file.contains("s-o"), "No seat by name.")
        #expect(try await store.ecosystem.papers(in: ballot).isEmpty)
        for (name, bytes) in try store.files() {
            for number in 0..<5 { #expect(bytes.range(of: BallotStore.code(number).digest) == nil, "\(name)") }
        }
    }

    @Test("A vote is changed with the code, and only with it; the log says nothing of it")
    func changed() async throws {
        let store = try await BallotStore(4)
        let ballot = try await store.open(rule, secret: true)
        for number in 0..<4 { try await cast(number, .yes, in: ballot, store) }
        let before = await store.ecosystem.state.sequence
        try await store.ecosystem.change(BallotPaper(.no), in: ballot, code: BallotStore.code(2))
        #expect(await store.ecosystem.state.sequence == before)
        await #expect(throws: Refusal.self) {
            try await store.ecosystem.change(BallotPaper(.no), in: ballot, code: BallotStore.code(99))
        }
        await #expect(throws: Refusal.self) { try await cast(2, .yes, in: ballot, store) }
        _ = try await store.ecosystem.close(ballot, by: .atTheMachine)
        await #expect(throws: Refusal.self) {
            try await store.ecosystem.change(BallotPaper(.yes), in: ballot, code: BallotStore.code(2))
        }
        _ = try await store.ecosystem.declare(ballot, by: .atTheMachine)
        let counts = try await Count(BallotFile.read(Array(store.decision().file.utf8))).outcome().counts
        #expect(counts["for"] == 3 && counts["against"] == 1)
    }

    @Test("When hardly anybody voted, the papers would tell who; they are destroyed unread")
    func few() async throws {
        let store = try await BallotStore(5)
        let ballot = try await store.open(rule, secret: true)
        for number in 0..<2 { try await cast(number, .yes, in: ballot, store) }
        _ = try await store.ecosystem.close(ballot, by: .atTheMachine)
        let closed = try #require(await store.ecosystem.state[Ballot.self][ID(ballot)])
        #expect(closed.state == .cancelled && closed.papers.isEmpty && !closed.reason.isEmpty)
        #expect(try await store.ecosystem.papers(in: ballot).isEmpty)
    }

    @Test("Weights, groups, arguments and proxies that would tell who voted are refused at the opening")
    func refused() throws {
        func opening(_ sample: VotingSample, _ rule: [String: Value], follows: Bool = false) throws -> [String] {
            var sample = sample
            var command = OpenBallot(try sample.propose())
            command.rule = rule
            command.secrecy = .secret
            command.follows = follows
            return sample.broken(by: command)
        }
        let weighted = try VotingSample([("a", 2), ("b", 1), ("c", 1), ("d", 1)])
        #expect(try opening(weighted, ["method": "majority"]) == ["secret.few-alike"])
        #expect(try opening(weighted, ["method": "majority", "count": "seats"]).isEmpty)
        let grouped = try VotingSample(
            ["a", "b", "c", "d"].map { ($0, 1) }, groups: ["a": "burgers", "b": "burgers", "c": "x", "d": "x"])
        #expect(Set(try opening(grouped, ["method": "doubleMajority"])) == ["secret.few-alike"])
        #expect(try opening(grouped, ["method": "majority"]).isEmpty)
        let plain = try VotingSample()
        #expect(try opening(plain, ["method": "consent"]) == ["secret.consent"])
        #expect(try opening(plain, ["method": "majority", "proxies": ["most": 2]]) == ["secret.proxies"])
        #expect(try opening(plain, ["method": "majority"], follows: true) == ["secret.proxies"])
    }

    @Test("A secret election by order of preference counts like an open one")
    func election() async throws {
        let store = try await BallotStore(5)
        let ballot = try await store.open(["method": "irv"], secret: true, options: ["x", "y", "z"])
        for (number, order) in [["x", "y"], ["y"], ["y", "x"], ["z", "x"], ["x"]].enumerated() {
            var paper = BallotPaper()
            paper.ranking = order.map { Rank([$0]) }
            _ = try await store.ecosystem.cast(
                paper, in: ballot, from: ID("s-o\(number)"), code: BallotStore.code(number),
                by: store.caller("o\(number)"))
        }
        var wrong = BallotPaper()
        wrong.ranking = [Rank(["q"])]
        await #expect(throws: Refusal.self) {
            try await store.ecosystem.cast(
                wrong, in: ballot, from: ID("s-o4"), code: BallotStore.code(50), by: store.caller("o4"))
        }
        _ = try await store.ecosystem.close(ballot, by: .atTheMachine)
        _ = try await store.ecosystem.declare(ballot, by: .atTheMachine)
        #expect(try await store.decision().winners == ["x"])
    }

    @Test("A code is read back as it was typed, in small letters and with what looks alike")
    func codes() throws {
        let code = BallotStore.code(1)
        #expect(ReceiptCode(typed: code.text.lowercased())?.hash == code.hash)
        #expect(
            ReceiptCode(typed: " " + code.text.replacing("-", with: " ").replacing("0", with: "o"))?.hash == code.hash)
        #expect(ReceiptCode(typed: "kort") == nil)
        #expect(ReceiptCode(typed: String(code.text.dropLast()) + "U") == nil)
        #expect(code.text.split(separator: "-").count == 8)
        #expect(code.hash == Digest.hex(of: code.text), "Who has the code computes the hash with any tool.")
    }
}
