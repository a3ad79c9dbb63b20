import Kernel
import Testing

@testable import NetworkFiles

@Suite("A network through a format and back")
struct RoundTripTests {
    static func back(_ file: NetworkFile, _ format: NetworkFormat) throws -> NetworkFile {
        let nodes = format == .csv ? try file.tableOfNodes() : nil
        return try NetworkFile.read(try file.bytes(format), format, nodes: nodes).file
    }

    @Test("ids, direction, weight, fields and times survive, whatever the texts", arguments: NetworkFormat.allCases)
    func everything(_ format: NetworkFormat) throws {
        for seed in 1...30 as ClosedRange<UInt64> {
            var networks = Networks(seed, controls: !format.isXML)
            let file = networks.next()

            let back = try Self.back(file, format)

            #expect(back.described() == file.described(), "seed \(seed)")
            if format != .kumu { #expect(back.declared == file.declared, "seed \(seed)") }
            if format.isXML { #expect(back.name.utf8.elementsEqual(file.name.utf8), "seed \(seed)") }
            if format.isXML { #expect(back.defaultDirection == file.defaultDirection, "seed \(seed)") }
        }
    }

    @Test("what comes back is written as the same bytes", arguments: NetworkFormat.allCases)
    func stable(_ format: NetworkFormat) throws {
        for seed in 200...208 as ClosedRange<UInt64> {
            var networks = Networks(seed, controls: !format.isXML)
            let once = try Self.back(networks.next(), format)

            let twice = try Self.back(once, format)

            #expect(try once.bytes(format) == twice.bytes(format), "seed \(seed)")
        }
    }

    @Test("through all formats in a row nothing that counts is lost")
    func chain() throws {
        for seed in 300...308 as ClosedRange<UInt64> {
            var networks = Networks(seed, controls: false)
            let file = networks.next()

            let back = try [NetworkFormat.gexf, .csv, .graphML, .kumu, .gexf].reduce(file) { try Self.back($0, $1) }

            #expect(back.described() == file.described(), "seed \(seed)")
        }
    }

    @Test(
        "control characters in texts become U+FFFD in XML, and are counted", arguments: [NetworkFormat.gexf, .graphML])
    func controls(_ format: NetworkFormat) throws {
        var file = NetworkFile()
        file.nodes = [
            NetworkNode(id: "a", label: "rood\u{1B}[31m en \u{0}"), NetworkNode(id: "b", label: "regel\nTAB\t"),
        ]

        let back = try Self.back(file, format)

        #expect(back.nodes.map(\.label) == ["rood\u{FFFD}[31m en \u{FFFD}", "regel\nTAB\t"])
        #expect(file.remarks(in: format).map(\.rule) == ["loss.character"])
        #expect(file.remarks(in: format).map(\.count) == [2])
    }

    @Test("an id with a control character is not written to XML", arguments: [NetworkFormat.gexf, .graphML])
    func controlInID(_ format: NetworkFormat) throws {
        var file = NetworkFile()
        file.nodes = [NetworkNode(id: "a\u{1}")]

        #expect(refused { _ = try file.bytes(format) } == ["network.id.character"])
    }

    @Test("equal edges and loops are all kept, and counted", arguments: NetworkFormat.allCases)
    func oddEdges(_ format: NetworkFormat) throws {
        var file = NetworkFile()
        file.nodes = ["a", "b", "c"].map { NetworkNode(id: $0) }
        file.edges = [
            NetworkEdge(from: 0, to: 1), NetworkEdge(from: 1, to: 0), NetworkEdge(from: 0, to: 1, kind: "levering"),
            NetworkEdge(from: 0, to: 0), NetworkEdge(from: 0, to: 1, direction: .directed),
            NetworkEdge(from: 1, to: 0, direction: .directed),
        ]

        let back = try Self.back(file, format)

        #expect(back.edges.count == 6)
        #expect(back.counts == NetworkCounts(selfLoops: 1, duplicates: 1, isolated: 1))
    }
}

/// The rules that were broken.
func refused(_ work: () throws -> Void) -> [String] {
    do {
        try work()
        return []
    } catch let refusal as Refusal {
        return refusal.problems.map(\.rule)
    } catch {
        return ["\(error)"]
    }
}

/// What is told in English, one line for each problem.
func told(_ text: String, _ format: NetworkFormat, nodes: String? = nil, limits: NetworkLimits = NetworkLimits())
    -> [String]
{
    do throws(Refusal) {
        _ = try NetworkFile.read(Array(text.utf8), format, nodes: nodes.map { Array($0.utf8) }, limits: limits)
        return []
    } catch {
        return error.problems.map { problem in
            let place = problem.path.isEmpty ? "" : problem.path.joined(separator: ".") + ": "
            return "\(place)\(problem.rule) \(problem.message.en)"
        }
    }
}
