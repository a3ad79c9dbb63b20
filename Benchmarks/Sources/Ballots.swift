import Counting
import Foundation
import Kernel

/// Counting a million ballots by instant runoff and a hundred thousand by Schulze, beside programs in Python that count the same ones.
///
/// Two times are told: the count alone, with the ballots in memory, and everything from the bytes of the file to the outcome.
enum Ballots {
    static func measure(in folder: URL) throws {
        try measure(
            BallotTown(method: "irv", ballots: 1_000_000, options: 10), "instant runoff, 1,000,000 × 10", in: folder)
        try measure(BallotTown(method: "schulze", ballots: 100_000, options: 20), "Schulze, 100,000 × 20", in: folder)
    }

    private static func measure(_ town: BallotTown, _ what: String, in folder: URL) throws {
        let path = folder.appendingPathComponent("\(town.method).json")
        try town.file.write(to: path)
        let before = residentMemory()
        let bytes = try Data(contentsOf: path, options: .mappedIfSafe)
        var (whole, alone) = ([Double](), [Double]())
        var winners: [String] = []
        for _ in 1...3 {
            var file: BallotFile?
            let reading = try seconds { file = try BallotFile.read(bytes) }
            guard let file else { return }
            let counting = try seconds { winners = try Count(file).outcome().winners }
            alone.append(counting)
            whole.append(reading + counting)
        }
        let memory = (residentMemory() - before) >> 20
        let peers = try Peer.run(path)
        guard !peers.isEmpty else {
            print(
                "     ballots: \(what): \(time(alone.median)) counted, \(time(whole.median)) with reading; no peer is installed here (script/bench does)"
            )
            return
        }
        let isSame = peers.allSatisfy { $0.winners == winners }
        let detail =
            "\(isSame ? "the same winner" : "ANOTHER winner"); \(memory) MB more in use, the mapped file included"
        for (part, taken, theirs) in [
            ("count", alone.median, \Peer.counting), ("read, check and count", whole.median, \Peer.whole),
        ] {
            guard let fastest = peers.min(by: { $0[keyPath: theirs] < $1[keyPath: theirs] }) else { continue }
            let ratio = taken / fastest[keyPath: theirs]
            let told = peers.map { "\($0.name) \($0.version) \(time($0[keyPath: theirs]))" }.joined(separator: ", ")
            report(
                "ballots \(what), \(part) / \(fastest.name)", ratio, "≤ 0.5", holds: ratio <= 0.5 && isSame,
                "\(time(taken)); \(told); \(detail)")
        }
    }
}

/// Another program that counted the same ballots.
struct Peer {
    let name: String
    let version: String
    /// Seconds to count what is in memory.
    let counting: Double
    /// Seconds from the file to the winner.
    let whole: Double
    let winners: [String]

    /// None when the Python of this repository's `.venv` does not have them.
    static func run(_ file: URL) throws -> [Peer] {
        let python = ".venv/bin/python"
        guard FileManager.default.isExecutableFile(atPath: python) else { return [] }
        let run = Process()
        run.executableURL = URL(fileURLWithPath: python)
        run.arguments = ["Benchmarks/ballots.py", file.path]
        let output = Pipe()
        run.standardOutput = output
        try run.run()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        run.waitUntilExit()
        guard run.terminationStatus == 0 else { return [] }
        return told.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 5, let counting = Double(words[2]), let whole = Double(words[3]) else { return nil }
            return Peer(
                name: String(words[0]), version: String(words[1]), counting: counting, whole: whole,
                winners: words[4].split(separator: ",").map(String.init))
        }
    }
}

/// Ballots by chance that is the same every time; later options are somewhat better liked, so that there is a winner.
struct BallotTown {
    let method: String
    let file: Data

    init(method: String, ballots: Int, options: Int) {
        self.method = method
        var (state, seats, papers) = (UInt64(options), "", "")
        seats.reserveCapacity(ballots * 14)
        papers.reserveCapacity(ballots * (options * 8 + 40))
        for ballot in 0..<ballots {
            let liking = (0..<options).map { option -> (Int, Double) in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (option, Double(state >> 11) / 0x1p53 + Double(option) / Double(8 * options))
            }
            let ranking = liking.sorted { $0.1 > $1.1 }.map(\.0)
            let comma = ballot == 0 ? "" : ","
            seats += "\(comma){\"id\":\"s\(ballot)\"}"
            papers += "\(comma){\"seat\":\"s\(ballot)\",\"ranking\":["
            papers += ranking.map { "[\"o\($0)\"]" }.joined(separator: ",") + "]}"
        }
        let names = (0..<options).map { "\"o\($0)\"" }.joined(separator: ",")
        file = Data(
            "{\"rule\":{\"method\":\"\(method)\"},\"options\":[\(names)],\"seats\":[\(seats)],\"ballots\":[\(papers)]}"
                .utf8)
    }
}
