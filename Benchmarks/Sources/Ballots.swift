import Counting
import Foundation
import Kernel

/// Counting a million ballots by instant runoff and a hundred thousand by Schulze, beside programs in Python that count the same ones.
///
/// Two times are told: the count alone, with the ballots in memory as the others have them, and everything from the bytes of the file
/// to the outcome, which the others are not asked.
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
        let list = folder.appendingPathComponent("\(town.method).txt")
        try town.lines.write(to: list)
        let peers = try Peer.run(town.method, list)
        guard let fastest = peers.min(by: { $0.seconds < $1.seconds }) else {
            print(
                "     ballots: \(what): \(time(alone.median)) counted, \(time(whole.median)) with reading; no peer is installed here (script/bench does)"
            )
            return
        }
        let isSame = peers.allSatisfy { $0.winners == winners }
        let told = peers.map { "\($0.name) \($0.version) \(time($0.seconds))" }.joined(separator: ", ")
        let detail =
            "\(told); \(isSame ? "the same winner" : "ANOTHER winner"); \(memory) MB more in use, the mapped file included"
        for (part, taken) in [("count", alone.median), ("read, check and count", whole.median)] {
            let ratio = taken / fastest.seconds
            report(
                "ballots \(what), \(part) / \(fastest.name)", ratio, "≤ 0.5", holds: ratio <= 0.5 && isSame,
                "\(time(taken)); \(detail)")
        }
    }
}

/// Another program that counted the same ballots.
struct Peer {
    let name: String
    let version: String
    let seconds: Double
    let winners: [String]

    /// None when the Python of this repository's `.venv` does not have them.
    static func run(_ method: String, _ list: URL) throws -> [Peer] {
        let python = ".venv/bin/python"
        guard FileManager.default.isExecutableFile(atPath: python) else { return [] }
        let run = Process()
        run.executableURL = URL(fileURLWithPath: python)
        run.arguments = ["Benchmarks/ballots.py", method, list.path]
        let output = Pipe()
        run.standardOutput = output
        try run.run()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        run.waitUntilExit()
        guard run.terminationStatus == 0 else { return [] }
        return told.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 4, let seconds = Double(words[2]) else { return nil }
            return Peer(
                name: String(words[0]), version: String(words[1]), seconds: seconds,
                winners: words[3].split(separator: ",").map { "o\($0)" })
        }
    }
}

/// Ballots by chance that is the same every time; later options are somewhat better liked, so that there is a winner.
struct BallotTown {
    let method: String
    let file: Data
    let lines: Data

    init(method: String, ballots: Int, options: Int) {
        self.method = method
        var (state, seats, papers, lines) = (UInt64(options), "", "", "")
        seats.reserveCapacity(ballots * 14)
        papers.reserveCapacity(ballots * (options * 8 + 40))
        lines.reserveCapacity(ballots * options * 3)
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
            lines += ranking.map(String.init).joined(separator: " ") + "\n"
        }
        let names = (0..<options).map { "\"o\($0)\"" }.joined(separator: ",")
        file = Data(
            "{\"rule\":{\"method\":\"\(method)\"},\"options\":[\(names)],\"seats\":[\(seats)],\"ballots\":[\(papers)]}"
                .utf8)
        self.lines = Data(lines.utf8)
    }
}
