import Foundation

/// How long something took by the clock, and by the processors that worked at it: on a machine with other work to do, the second is steadier.
struct NetworkTime {
    let seconds: Double
    let processor: Double

    init(seconds: Double, processor: Double) {
        self.seconds = seconds
        self.processor = processor
    }

    init(of work: () -> Void) {
        let before = Self.processorTime
        let start = ContinuousClock.now
        work()
        seconds = (ContinuousClock.now - start).seconds
        processor = Self.processorTime - before
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// igraph and NetworKit, kept running beside us so that both sides can be asked by turns.
final class NetworkPeer {
    private let process = Process()
    private let questions = Pipe()
    private let answers = Pipe()
    private let folder: URL
    private var rest = Data()
    private(set) var versions: [String] = []

    /// Nil when the Python of this repository's `.venv` has them not.
    init?(in folder: URL) throws {
        let python = ".venv/bin/python"
        guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
        self.folder = folder
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["Benchmarks/network.py"]
        process.standardInput = questions
        process.standardOutput = answers
        try process.run()
        versions = line().split(separator: " ").map(String.init)
        guard versions.count == 2 else { return nil }
    }

    func load(_ town: NetworkTown) throws {
        let file = folder.appendingPathComponent("edges-\(town.nodes).txt")
        try town.lines.write(to: file, atomically: true, encoding: .utf8)
        _ = try ask("load \(file.path) \(town.nodes)")
    }

    func time(_ question: String) throws -> NetworkTime {
        let words = try ask("time \(question)").split(separator: " ").map { Double($0) ?? .nan }
        return NetworkTime(seconds: words.first ?? .nan, processor: words.last ?? .nan)
    }

    /// What it answered last.
    func values(_ question: String) throws -> [Double] {
        let file = folder.appendingPathComponent("\(question).txt")
        _ = try ask("values \(question) \(file.path)")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { Double($0) }
    }

    func stop() {
        try? questions.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private func ask(_ question: String) throws -> String {
        try questions.fileHandleForWriting.write(contentsOf: Data((question + "\n").utf8))
        return line()
    }

    /// The next line, empty when it ended.
    private func line() -> String {
        while true {
            if let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest = Data(rest[rest.index(after: end)...])
                return line
            }
            let more = answers.fileHandleForReading.availableData
            guard !more.isEmpty else { return "" }
            rest.append(more)
        }
    }
}
