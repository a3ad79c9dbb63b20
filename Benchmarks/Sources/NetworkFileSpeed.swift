import Foundation
import NetworkFiles

/// A network of 48,000 nodes and 480,000 edges read from CSV beside a plain split in Python, and taken through GEXF and back.
enum NetworkFileSpeed {
    static func measure(in folder: URL) throws {
        let table = folder.appendingPathComponent("network.csv").path
        try write(to: table)
        var file = NetworkFile()
        var ours: [Double] = []
        var python: [Double] = []
        // In turns, so that both meet the same machine.
        for _ in 1...7 {
            ours.append(try seconds { file = try NetworkFile.read(path: table).file })
            if let taken = try split(table) { python.append(taken) }
        }
        let ratio = ours.median / python.median
        report(
            "reading a CSV of \(file.edges.count) edges / a plain split in Python", ratio, "≤ 1.5",
            holds: ratio <= 1.5,
            "\(time(ours.median)) against \(time(python.median)), medians of \(ours.count); best \(time(ours.min() ?? .nan)) against \(time(python.min() ?? .nan))"
        )
        try gexf(table, file, in: folder)
        try others(file, in: folder)
    }

    /// As a user does it: the program itself, whose memory is watched from outside.
    private static func gexf(_ table: String, _ file: NetworkFile, in folder: URL) throws {
        let (there, back) = (folder.appendingPathComponent("a.gexf").path, folder.appendingPathComponent("b.gexf").path)
        var peak = 0
        let taken = try seconds {
            peak = try convert(table, there)
            peak = max(peak, try convert(there, back))
        }
        let same = try Data(contentsOf: URL(fileURLWithPath: there)) == Data(contentsOf: URL(fileURLWithPath: back))
        let gigabytes = Double(peak) / 1e9
        report(
            "CSV to GEXF and GEXF to GEXF, peak resident GB", gigabytes, "≤ 2", holds: gigabytes <= 2 && same,
            "\(time(taken)) for both; the same bytes twice: \(same ? "yes" : "no")")
    }

    /// Reading and writing in each format, for the record.
    private static func others(_ file: NetworkFile, in folder: URL) throws {
        for name in ["c.csv", "c.gexf", "c.graphml", "c.json"] {
            let path = folder.appendingPathComponent(name).path
            let write = try seconds { try file.write(to: path) }
            var back = NetworkFile()
            let read = try seconds { back = try NetworkFile.read(path: path).file }
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
            print(
                "     \(name): written in \(time(write)), read in \(time(read)), \((size?.intValue ?? 0) / 1_000_000) MB, \(back.edges.count) edges"
            )
        }
    }

    /// The same seeded network each time.
    private static func write(to path: String) throws {
        var seed: UInt64 = 7
        func dice(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(limit))
        }
        let kinds = ["cooperation", "supply", "money", "data", "knowledge"]
        var text = "from,to,weight,kind\n"
        for _ in 0..<480_000 {
            let to = dice(4) == 0 ? dice(400) : dice(48_000)
            text += "org-\(dice(48_000)),org-\(to),\(Double(dice(100) + 1) / 10),\(kinds[dice(5)])\n"
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Seconds that Python says it took; nil where there is none.
    private static func split(_ path: String) throws -> Double? {
        let run = Process()
        run.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        run.arguments = ["python3", "Benchmarks/split.py", path]
        let output = Pipe()
        run.standardOutput = output
        try run.run()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        run.waitUntilExit()
        return Double(told.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Runs the program, and gives the most memory it was seen to hold, in bytes.
    private static func convert(_ from: String, _ to: String) throws -> Int {
        let run = Process()
        run.executableURL = Bundle.main.bundleURL.appendingPathComponent("stelsel")
        run.arguments = ["network", "convert", from, to]
        run.standardOutput = FileHandle.nullDevice
        run.standardError = FileHandle.nullDevice
        try run.run()
        var peak = 0
        while run.isRunning {
            peak = max(peak, peakMemory(of: "\(run.processIdentifier)"))
            usleep(10_000)
        }
        guard run.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return peak
    }
}
