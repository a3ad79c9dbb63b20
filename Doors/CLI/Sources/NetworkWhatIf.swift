import ArgumentParser
import Kernel
import NetworkMap
import Networks

/// Tells what a network would be if something changed. Nothing is written.
struct NetworkWhatIf: Telling {
    static let configuration = CommandConfiguration(
        commandName: "whatif", abstract: "Tell what a network would be if nodes or edges went, weakened or came.",
        discussion: """
            ID is a node, ID,ID the edge between two. First what goes, then what weakens, then what comes. Weakening shows
            only where weight counts: then it does, as with --weighted. --json prints `before` and `after` with the keys of
            `network analyse`, `gone`, `come`, and `cutOff`: who stays but is cut off from most of its part, piece by piece.
            """)

    @OptionGroup var subject: NetworkSubject
    @Option(parsing: .singleValue, help: "ID or ID,ID: goes. May be given more than once.") var remove: [String] = []
    @Option(parsing: .singleValue, help: "ID=0.5 or ID,ID=0.5: keeps this share of its weight.") var weaken: [String] =
        []
    @Option(parsing: .singleValue, help: "ID: comes without edges; ID,ID or ID,ID=2.5: an edge comes.") var add:
        [String] = []
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func validate() throws {
        guard !remove.isEmpty || !weaken.isEmpty || !add.isEmpty else {
            throw ValidationError("Say what changes: --remove, --weaken or --add.")
        }
    }

    func carryOut() throws {
        let read = try subject.read(language)
        let comparison = try WhatIf(remove: remove, weaken: weaken, add: add)
            .comparison(of: read.graph, subject.inquiry)
        if json {
            Console.out(String(decoding: try NetworkComparisonReport(comparison).json, as: UTF8.self))
        } else {
            let lines = NetworkComparisonLines(read, comparison, language)
            Console.out(rows: lines.whole)
            for line in lines.cutOff { Console.out(line) }
            Console.out(rows: lines.changed)
        }
    }
}
