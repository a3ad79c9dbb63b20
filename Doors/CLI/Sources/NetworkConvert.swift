import ArgumentParser
import Foundation
import Kernel
import NetworkFiles

/// Takes a network from one format to another.
struct NetworkConvert: Telling {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Convert a network from one format to another, by the names of the files.",
        discussion: """
            IN is an ecosystem folder, or a file like OUT: .json (Kumu blueprint), .gexf (1.3), .graphml or .csv. A table of
            edges a.csv begins with from,to[,weight,kind]; beside it a.nodes.csv, with id[,label], is read and written too.

            Tells how much there was, and what the new format cannot hold. Loops and equal edges are kept and counted. A
            file that is there already is replaced.
            """)

    @Argument(help: "Ecosystem folder, or a file to read.") var input: String
    @Argument(help: "File to write.") var output: String
    @Flag(help: "Edges of a table or blueprint that does not say run from from to to.") var directed = false
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let format = try NetworkFormat(fileName: output)
        let written = [output] + [NetworkFile.companion(of: output)].compactMap { $0 }
        guard !written.contains(where: { Self.isSame(input, $0) }) else {
            throw Problem(
                "network.same", at: [output],
                Text("Dit is het bestand dat wordt gelezen.", "This is the file that is read."),
                mend: Text("Kies een andere naam.", "Choose another name."))
        }
        let reading = try NetworkInput(
            path: input, direction: directed ? .directed : .undirected, language: language
        ).read()
        try reading.file.write(to: output)
        let outcome = Outcome(reading, format, output)
        if json { Console.out(json: outcome.json(language)) } else { outcome.tell(language) }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (URL(fileURLWithPath: one), URL(fileURLWithPath: other))
        return one.resolvingSymlinksInPath().standardizedFileURL == other.resolvingSymlinksInPath().standardizedFileURL
    }

    /// What was converted, and what was not kept.
    private struct Outcome {
        let files: [String]
        let nodes: Int
        let edges: Int
        let counts: NetworkCounts
        let remarks: [NetworkRemark]

        init(_ reading: NetworkReading, _ format: NetworkFormat, _ output: String) {
            files = [output] + [NetworkFile.companion(of: output)].compactMap { $0 }
            nodes = reading.file.nodes.count
            edges = reading.file.edges.count
            counts = reading.file.counts
            remarks = reading.remarks + reading.file.remarks(in: format)
        }

        func tell(_ language: Language) {
            let isDutch = language == .nl
            let (some, ties) = isDutch ? ("knopen", "verbindingen") : ("nodes", "edges")
            Console.out("\(files.joined(separator: ", ").onOneLine): \(nodes) \(some), \(edges) \(ties)")
            if counts.selfLoops > 0 {
                Console.out(isDutch ? "lussen: \(counts.selfLoops)" : "self-loops: \(counts.selfLoops)")
            }
            if counts.duplicates > 0 {
                Console.out(isDutch ? "dubbel: \(counts.duplicates)" : "duplicates: \(counts.duplicates)")
            }
            for remark in remarks {
                let lead =
                    switch (remark.isLoss, isDutch) {
                    case (true, true): "niet bewaard"
                    case (true, false): "not kept"
                    case (false, true): "anders bewaard"
                    case (false, false): "kept in another form"
                    }
                Console.out("\(lead): \(remark.message.shown(language)) (\(remark.count))".onOneLine)
            }
        }

        func json(_ language: Language) -> Value {
            [
                "files": .list(files.map(Value.string)), "nodes": .whole(nodes), "edges": .whole(edges),
                "selfLoops": .whole(counts.selfLoops), "duplicates": .whole(counts.duplicates),
                "isolated": .whole(counts.isolated),
                "remarks": .list(
                    remarks.map { remark in
                        [
                            "rule": .string(remark.rule), "count": .whole(remark.count),
                            "message": .string(remark.message.shown(language)), "lost": .flag(remark.isLoss),
                        ]
                    }),
            ]
        }
    }
}
