import Foundation
import Kernel
import Testing

@testable import NetworkFiles

@Suite("Networks in files")
final class FileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stelsel-\(UUID().uuidString)")
        .path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    @Test("the format follows from the name, in capitals or not; another name is refused")
    func formats() throws {
        #expect(try NetworkFormat(fileName: "/a.b/Kaart.GEXF") == .gexf)
        #expect(try NetworkFormat(fileName: "a.json") == .kumu)
        #expect(try NetworkFormat(fileName: "a.nodes.csv") == .csv)
        #expect(try NetworkFormat(fileName: "a.graphml") == .graphML)
        for name in ["a", "a.xml", ".", "gexf", "a.gexf/b"] {
            #expect(throws: Problem.self, "\(name)") { _ = try NetworkFormat(fileName: name) }
        }
    }

    @Test("a table of nodes beside a table of edges is read and written with it")
    func companions() throws {
        try write("from,to\na,b\n", "in.csv")
        try write("id,label\na,Bakker\nb,Molen\nc,Winkel\n", "in.nodes.csv")

        let file = try NetworkFile.read(path: "\(folder)/in.csv").file
        try file.write(to: "\(folder)/out.csv")
        try file.write(to: "\(folder)/only.nodes.csv")

        #expect(file.nodes.map(\.shown) == ["Bakker", "Molen", "Winkel"])
        #expect(try NetworkFile.read(path: "\(folder)/out.csv").file.described() == file.described())
        #expect(try NetworkFile.read(path: "\(folder)/only.nodes.csv").file.nodes == file.nodes)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                == ["in.csv", "in.nodes.csv", "only.nodes.csv", "out.csv", "out.nodes.csv"])
    }

    @Test("an edge to a node that the table of nodes lacks is refused")
    func missing() throws {
        try write("from,to\na,x\n", "in.csv")
        try write("id\na\n", "in.nodes.csv")

        #expect(refused { _ = try NetworkFile.read(path: "\(folder)/in.csv") } == ["network.edge.end"])
    }

    @Test("a file that cannot be written leaves what was there, and no remains")
    func halfWay() throws {
        try write("oud", "out.gexf")
        var file = NetworkFile()
        file.nodes = [NetworkNode(id: "a\u{1}")]

        #expect(refused { try file.write(to: "\(folder)/out.gexf") } == ["network.id.character"])
        #expect(refused { try file.write(to: "\(folder)/niet/out.csv") } == ["file.failed"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.gexf"])
        #expect(try String(contentsOfFile: "\(folder)/out.gexf", encoding: .utf8) == "oud")
    }

    @Test("how far reading is, is told piece by piece, up to the size of the file")
    func progress() throws {
        let text = "from,to\n" + String(repeating: "knoop-een,knoop-twee\n", count: 40_000)
        try write(text, "in.csv")
        var heard: [Int] = []

        _ = try NetworkFile.read(path: "\(folder)/in.csv", progress: { heard.append($0) })

        #expect(heard.count > 2)
        #expect(heard == heard.sorted())
        #expect(heard.last == text.utf8.count)
    }

    @Test("a folder, a file that is not there and one beyond the limit are refused")
    func unreadable() throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/a.gexf", withIntermediateDirectories: true)
        try write("{\"elements\": []}", "a.json")
        var limits = NetworkLimits()
        limits.jsonBytes = 4

        #expect(refused { _ = try NetworkFile.read(path: "\(folder)/a.gexf") } == ["file.failed"])
        #expect(refused { _ = try NetworkFile.read(path: "\(folder)/b.gexf") } == ["file.failed"])
        #expect(refused { _ = try NetworkFile.read(path: "\(folder)/a.json", limits: limits) } == ["file.too-large"])
        #expect(try NetworkFile.read(path: "\(folder)/a.json").file == NetworkFile())
    }

    @Test("a table without direction gets the one that is asked for")
    func direction() throws {
        try write("from,to\na,b\n", "in.csv")

        let file = try NetworkFile.read(path: "\(folder)/in.csv", direction: .directed).file

        #expect(file.edges[0].direction == .directed)
        #expect(file.defaultDirection == .directed)
    }
}
