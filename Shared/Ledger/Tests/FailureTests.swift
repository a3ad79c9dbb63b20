import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("When the disk fails")
struct FailureTests {
    @Test("On a full disk an append is refused, the others of its group are kept, and the log goes on afterwards")
    func fullDisk() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(10)
        try await store.leaveRoom(forPages: 40)

        let results = await withCheckedContinuation { done in
            let answers = Answers(expected: 21, done)
            for index in 0..<21 {
                let isHuge = index == 10
                let text = isHuge ? String(repeating: "x", count: 2_000_000) : "\(index)"
                store.submit(
                    ecosystem: isHuge ? "huge" : "small", expected: isHuge ? 0 : index - (index > 10 ? 1 : 0),
                    command: "c-\(index)", actor: Sample.actor, events: [Sample.event(text)], outcome: Data()
                ) { answers.add(index, $0) }
            }
        }
        for (index, result) in results {
            if index == 10 {
                #expect(result == .failure(.storageFull))
            } else {
                #expect((try? result.get()) != nil, "\(result)")
            }
        }
        try await store.leaveRoom(forPages: 1_000_000)
        try await store.add("huge", 0, "c-10", "fits")
        #expect(try store.ecosystems().map(\.last) == [5, 5, 1, 20])
        try store.close()
        let report = LedgerVerifier.verify(path: bench.path)
        #expect(report.failure == nil && report.entries == 31)
    }

    @Test("A damaged page makes reading fail with a reason, and the quick check names it")
    func damagedPage() async throws {
        let bench = try await Workbench.withHistory()
        var bytes = try Data(contentsOf: bench.url)
        let needle = try #require(bytes.range(of: Data("text 300".utf8)))
        let page = needle.lowerBound / 4_096 * 4_096
        bytes.replaceSubrange(page..<page + 8, with: Data(repeating: 0xFF, count: 8))
        try bytes.write(to: bench.url)

        let store = try bench.open(readOnly: true)
        #expect(store.quickCheck() != nil)
        let refusal = #expect(throws: LedgerRefusal.self) { try store.entries(ecosystem: "den-bosch") }
        #expect(refusal?.rule == "ledger.damaged")
        try store.close()
        #expect(LedgerVerifier.verify(path: bench.path).failure?.kind == .damaged)
    }

    @Test("A backup is a whole store of its own, made while the first is in use, and overwrites nothing")
    func backup() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(300)
        let copy = bench.folder.appendingPathComponent("copy.stelsel").path
        async let more: Void = {
            for step in 0..<50 { try await store.add("elders", step, "c-\(step)", "x") }
        }()
        try store.backup(to: copy)
        try await more
        #expect(throws: LedgerRefusal.alreadyExists(path: copy)) { try store.backup(to: copy) }
        try store.close()

        let report = LedgerVerifier.verify(path: copy)
        #expect(report.failure == nil && report.entries >= 300 && report.signedSize == report.entries)
        #expect(!FileManager.default.fileExists(atPath: copy + ".key"))
        let restored = try LedgerStore.open(path: copy, keyPath: bench.path + ".key")
        #expect(restored.verifierKey == store.verifierKey)
        try await restored.add("restored", 0, "c", "x")
        try restored.close()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).filter { $0.hasSuffix(".new") } == []
        )
    }
}

extension LedgerStore {
    /// Makes SQLite believe that the disk ends so many pages further on.
    func leaveRoom(forPages pages: Int) async throws {
        try await pool.writeWithoutTransaction { db in
            let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(count + pages)")
        }
    }
}
