import Crypto
import Foundation
import Testing

@testable import Ledger

@Suite("Ballot boxes")
struct BoxTests {
    /// A code that looks as random as real ones, and a paper that can be told from others.
    private func paper(_ number: Int, _ vote: String = "voor") -> BoxPaper {
        BoxPaper(
            code: Data(SHA256.hash(data: Data("code-\(number)".utf8))), bytes: Data("stem-\(number)-\(vote)".utf8))
    }

    private func cast(_ number: Int, in store: LedgerStore, at expected: Int) async throws -> Appended {
        try await store.append(
            ecosystem: "den-bosch", expected: expected, command: "c-\(number)", actor: Sample.actor,
            events: [Sample.event("zetel-\(number) deed mee")], outcome: Data(),
            box: BoxChange("den-bosch/b", .put(paper(number), room: 64)))
    }

    @Test("A paper lies in the box once, in the order of the codes, and the write-ahead log keeps no trace of it")
    func sorted() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        for number in 0..<60 {
            _ = try await cast(number, in: store, at: number)
            #expect((try bench.files()["log.stelsel-wal"] ?? Data()).isEmpty)
        }
        let held = try store.contents(ofBox: "den-bosch/b").papers
        #expect(held.count == 60)
        #expect(held.map(\.code) == held.map(\.code).sorted { $0.lexicographicallyPrecedes($1) })
        #expect(held.map(\.code) != (0..<60).map { paper($0).code }, "Not in the order in which they came.")
        for (name, bytes) in try bench.files() {
            for number in 0..<60 {
                let places = bytes.count(of: paper(number).code)
                #expect(places == (name == "log.stelsel" ? 1 : 0), "\(number) in \(name)")
            }
        }
    }

    @Test("A code is used once; a paper that is too long, and a paper without an event, are refused")
    func refused() async throws {
        let store = try Workbench().open()
        _ = try await cast(1, in: store, at: 0)
        await #expect(throws: LedgerRefusal.invalid(what: "paper", why: "its code is in the box already")) {
            try await store.append(
                ecosystem: "den-bosch", expected: 1, command: "c-2", actor: Sample.actor,
                events: [Sample.event("x")], outcome: Data(),
                box: BoxChange("den-bosch/b", .put(paper(1), room: 64)))
        }
        await #expect(throws: LedgerRefusal.self) {
            try await store.append(
                ecosystem: "den-bosch", expected: 1, command: "c-3", actor: Sample.actor,
                events: [Sample.event("x")], outcome: Data(),
                box: BoxChange("den-bosch/b", .put(paper(3, String(repeating: "x", count: 80)), room: 64)))
        }
        await #expect(throws: LedgerRefusal.self) {
            try await store.append(
                ecosystem: "den-bosch", expected: 1, command: "c-4", actor: Sample.actor, events: [],
                outcome: Data(), box: BoxChange("den-bosch/b", .put(paper(4), room: 64)))
        }
        #expect(try store.entries(ecosystem: "den-bosch").count == 1, "What is refused leaves no mark.")
        #expect(try store.contents(ofBox: "den-bosch/b").papers.count == 1)
    }

    @Test("Who has the code changes the paper, without a word in the log; nobody else can")
    func changed() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        for number in 0..<5 { _ = try await cast(number, in: store, at: number) }
        try store.replacePaper(paper(3, "tegen"), inBox: "den-bosch/b")
        #expect(throws: LedgerRefusal.self) { try store.replacePaper(paper(9), inBox: "den-bosch/b") }
        #expect(throws: LedgerRefusal.self) { try store.replacePaper(paper(3), inBox: "den-bosch/c") }
        #expect(try store.contents(ofBox: "den-bosch/b").papers.contains(paper(3, "tegen")))
        #expect(store.size == 5)
        for (name, bytes) in try bench.files() {
            #expect(bytes.range(of: Data("stem-3-voor".utf8)) == nil, "The earlier paper is left in \(name).")
        }
    }

    @Test("A box is emptied with the event that publishes its papers, and only when it holds what was seen")
    func emptied() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        for number in 0..<5 { _ = try await cast(number, in: store, at: number) }
        let seen = try store.contents(ofBox: "den-bosch/b")
        try store.replacePaper(paper(3, "tegen"), inBox: "den-bosch/b")
        func close(_ digest: Data) async throws -> Appended {
            try await store.append(
                ecosystem: "den-bosch", expected: 5, command: "close", actor: Sample.actor,
                events: [Sample.event("gesloten")], outcome: Data(),
                box: BoxChange("den-bosch/b", .empty(digest: digest)))
        }
        await #expect(throws: LedgerRefusal.self) { try await close(seen.digest) }
        _ = try await close(try store.contents(ofBox: "den-bosch/b").digest)
        #expect(try store.contents(ofBox: "den-bosch/b").papers.isEmpty)
        try store.close()
        for (name, bytes) in try bench.files() {
            #expect(bytes.range(of: Data("stem-".utf8)) == nil, "A paper is left in \(name).")
        }
        #expect(LedgerVerifier.verify(path: bench.path, checkpoint: nil).failure == nil)
        #expect(try bench.open().size == 6)
    }

    @Test("A store keeps its first format until it has a ballot box, and survives a restart with one")
    func format() async throws {
        let bench = try Workbench()
        var store = try bench.open()
        try await store.add("den-bosch", 0, "c-0", "een")
        try store.close()
        #expect(try bench.files()["log.stelsel"]?[63] == 1)
        store = try bench.open()
        _ = try await cast(1, in: store, at: 1)
        try store.close()
        #expect(try bench.files()["log.stelsel"]?[63] == 2)
        store = try bench.open()
        #expect(store.quickCheck() == nil)
        #expect(try store.contents(ofBox: "den-bosch/b").papers == [paper(1)])
        let copy = bench.folder.appendingPathComponent("copy.stelsel").path
        try store.backup(to: copy)
        let opened = try LedgerStore.open(path: copy, readOnly: true)
        #expect(try opened.contents(ofBox: "den-bosch/b").papers == [paper(1)])
    }
}

extension Data {
    /// How often these bytes stand in it.
    func count(of other: Data) -> Int {
        var (found, from) = (0, startIndex)
        while let place = range(of: other, in: from..<endIndex) { (found, from) = (found + 1, place.upperBound) }
        return found
    }
}
