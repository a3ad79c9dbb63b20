import Ecosystems
import Foundation
import Kernel
import MethodLibrary
import Testing

@testable import Ensemble

@Suite("All contexts together") struct EnsembleTests {
    static let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    static let today = Day("2026-11-21") ?? Day(number: 0)

    @Test("no two kinds share a name, and every field has a label in both languages")
    func kinds() {
        let kinds = Catalogue.stelsel.kinds
        #expect(Set(kinds.map(\.plural)).count == kinds.count)
        #expect(Set(kinds.map(\.naming.singular)).count == kinds.count)
        for field in kinds.flatMap(\.fields) {
            #expect(!field.label.nl.isEmpty && !field.label.en.isEmpty, "\(field.name)")
        }
    }

    @Test(
        "the examples hold together and show honest findings",
        arguments: ["city-deal", "den-bosch", "it-lots", "icd-drachten"])
    func examples(name: String) throws {
        let kinds = Set(Catalogue.stelsel.kinds.map(\.plural))
        let methods = try Library.load(folder: "\(Self.root)/Methods", kinds: kinds)
        let check = FolderCheck(
            "\(Self.root)/Examples/\(name)", catalogue: .stelsel, methods: methods, today: Self.today)
        #expect(!check.hasErrors, "\(check.messages.filter { $0.severity == .error })")
        #expect(check.findings.contains { $0.severity == .warning })
        for finding in check.findings {
            #expect(!finding.message.nl.isEmpty && !finding.message.en.isEmpty && !finding.explanation.nl.isEmpty)
        }
    }

    @Test("what a phase asks of its records, are fields that they have")
    func requirements() throws {
        let methods = try Library.load(folder: "\(Self.root)/Methods")
        let needs = methods.methods.compactMap(\.lifecycle).flatMap(\.phases).flatMap(\.requires)
        #expect(needs.contains { !$0.matching.isEmpty } && needs.contains { !$0.each.isEmpty })
        for need in needs {
            let kind = try #require(Catalogue.stelsel.kind(need.kind))
            for name in need.matching.map(\.field) + need.each { #expect(kind.field(name) != nil, "\(name)") }
            for condition in need.matching {
                guard case .choice(let choices) = kind.field(condition.field)?.shape else { continue }
                #expect(choices.contains { $0.id == condition.wanted })
            }
        }
    }

    @Test("City Deal counts 57 participations in five states")
    func cityDeal() throws {
        let methods = try Library.load(folder: "\(Self.root)/Methods")
        let check = FolderCheck(
            "\(Self.root)/Examples/city-deal", catalogue: .stelsel, methods: methods, today: Self.today)
        var counts: [String: Int] = [:]
        check.situation?.state.table("participations")?.forEach { _, _, values in
            counts[values["status"]?.string ?? "", default: 0] += 1
        }
        #expect(counts == ["joined": 29, "planning": 3, "approached": 10, "declined": 2, "unknown": 13])
    }
}
