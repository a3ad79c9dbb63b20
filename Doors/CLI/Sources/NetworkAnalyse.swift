import ArgumentParser
import Kernel
import NetworkMap
import Networks

/// Calculates the numbers of a network.
struct NetworkAnalyse: Telling {
    static let configuration = CommandConfiguration(
        commandName: "analyse", abstract: "Calculate who holds a network together, and where it would break.",
        discussion: """
            Unless asked otherwise edges have no direction and no weight, betweenness counts each pair once and is not
            normalised, and PageRank has damping 0.85 and sums to 1. With --json every number has its conventions beside it.

            Betweenness is exact, except in networks so large that it would take minutes: there it is estimated from 512
            nodes, and the bound of that is told. Self-loops and parallel edges are counted, and left out.
            """, aliases: ["analyze"])

    @OptionGroup var subject: NetworkSubject
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let read = try subject.read(language)
        let analysis = NetworkAnalysis(of: read.graph, try subject.inquiry.question(for: read.graph))
        if json {
            Console.out(String(decoding: try NetworkReport(analysis).json, as: UTF8.self))
        } else {
            let summary = NetworkSummaryLines(read, analysis, language)
            for line in summary.lines { Console.out(line) }
            Console.out(rows: summary.table)
        }
    }
}
