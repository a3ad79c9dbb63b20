import Agreements
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger

/// Decisions on 200 clauses beside Cedar through its Python binding: the same rules, the same requests, the same answers.
///
/// Cedar is asked in the way that serves it best: many requests in one call (`is_authorized_batch`), on a policy set that was read
/// before. Reading rules and building requests is timed for neither.
enum Decisions {
    private static let requests = 20_000

    static func measure(in folder: URL) async throws {
        guard let day = Day("2026-06-01") else { return }
        var town = RuleTown()
        let store = try LedgerStore.open(path: folder.appendingPathComponent("rules.sqlite").path)
        _ = try await store.append(
            ecosystem: "rules", expected: 0, command: "all", actor: LedgerActor(person: "p", organisation: "o"),
            events: town.events, outcome: Data())
        let state = try Replay(ledger: store, catalogue: .stelsel).state(of: "rules")
        try store.close()
        let book = RuleBook(NormsInForce(state, on: day))
        let asked = (0..<requests).map { _ in town.request() }
        var allowed = 0
        var times: [Double] = []
        for _ in 1...5 {
            allowed = 0
            times.append(
                seconds {
                    for ask in asked where book.may(ask.actor, ask.action, ask.object).isAllowed { allowed += 1 }
                })
        }
        let rate = Double(requests) / times.median
        let policies = folder.appendingPathComponent("rules.cedar")
        try town.cedar.write(to: policies, atomically: true, encoding: .utf8)
        let answers = asked.map { book.may($0.actor, $0.action, $0.object).isAllowed }
        let lines = zip(asked, answers).map { "\($0.actor) \($0.action) \($0.object) \($1 ? 1 : 0)" }
        let list = folder.appendingPathComponent("requests.txt")
        try lines.joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)
        guard let cedar = try CedarRun(policies: policies, requests: list) else {
            print(
                "     may: \(Int(rate)) decisions/s, \(allowed) of \(requests) allowed; Cedar is not installed here (script/bench does)"
            )
            return
        }
        let ratio = rate / cedar.rate
        report(
            "may decisions a second on 200 clauses / Cedar through cedarpy \(cedar.version)", ratio, "≥ 20",
            holds: ratio >= 20 && cedar.differing == 0,
            "\(Int(rate))/s against \(Int(cedar.rate))/s; \(cedar.differing) of \(requests) answers differ, \(allowed) allowed"
        )
    }
}

/// What a run of Cedar told.
struct CedarRun {
    let rate: Double
    let differing: Int
    let version: String

    /// Nil when the Python of this repository's `.venv` has no Cedar.
    init?(policies: URL, requests: URL) throws {
        let python = ".venv/bin/python"
        guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
        let run = Process()
        run.executableURL = URL(fileURLWithPath: python)
        run.arguments = ["Benchmarks/cedar.py", policies.path, requests.path]
        let output = Pipe()
        run.standardOutput = output
        try run.run()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        run.waitUntilExit()
        let words = told.split(whereSeparator: \.isWhitespace)
        guard run.terminationStatus == 0, words.count == 3, let rate = Double(words[0]), let differing = Int(words[1])
        else { return nil }
        self.rate = rate
        self.differing = differing
        version = String(words[2])
    }
}
