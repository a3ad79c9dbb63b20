import Foundation
import NetworkMap

/// Places for 1,000 nodes with 5,000 edges beside Graphviz's sfdp, by turns in the same run. Ours finds room for the mark of every node too; sfdp is
/// timed as it is run, from a file to a file, less what it takes for a graph of one node.
enum LayoutFigure {
    static func measure(in folder: URL) throws {
        let town = NetworkTown(nodes: 1_000, edges: 5_000, communities: 12, seed: 1)
        let names = town.names
        let (large, tiny) = (folder.appendingPathComponent("large.dot"), folder.appendingPathComponent("tiny.dot"))
        let lines = town.edges.map { "n\($0.0) -- n\($0.1)" }.joined(separator: "\n")
        try "graph {\n\(lines)\n}\n".write(to: large, atomically: true, encoding: .utf8)
        try "graph { a }\n".write(to: tiny, atomically: true, encoding: .utf8)
        var (ours, theirs): ([Double], [Double]) = ([], [])
        var points: [Point] = []
        for _ in 1...3 {
            ours.append(seconds { points = Layout.compute(nodes: names, edges: town.edges) })
            guard let whole = try sfdp(large), let start = try sfdp(tiny) else {
                print("     layout: Graphviz is not installed here (script/bench does); ours \(time(ours[0]))")
                return
            }
            theirs.append(max(0, whole - start))
        }
        let again = Layout.compute(nodes: names, edges: town.edges)
        let ratio = ours.median / theirs.median
        report(
            "layout of 1,000 nodes, 5,000 edges / Graphviz sfdp", ratio, "≤ 0.5",
            holds: ratio <= 0.5 && again == points,
            "\(time(ours.median)) against \(time(theirs.median)); the same places twice: \(again == points ? "yes" : "no")"
        )
    }

    /// Seconds that it ran; nil where there is none.
    private static func sfdp(_ file: URL) throws -> Double? {
        let run = Process()
        run.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        run.arguments = ["sfdp", "-Tplain", "-o", file.path + ".plain", file.path]
        run.standardError = FileHandle.nullDevice
        let taken = try seconds {
            try run.run()
            run.waitUntilExit()
        }
        return run.terminationStatus == 0 ? taken : nil
    }
}
