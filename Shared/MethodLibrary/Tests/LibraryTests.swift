import Foundation
import Kernel
import Testing

@testable import MethodLibrary

@Suite("A library of methods") struct LibraryTests {
    @Test("looks entries up") func lookups() throws {
        let library = try Sample.small()
        #expect(library.methods.map(\.id) == ["crew", "health", "journey", "sizes", "strands", "ties"])
        #expect(library.phase("journey/end")?.ending == true)
        #expect(library.role("crew/captain")?.holder == .person)
        #expect(library.type("sizes/small")?.characteristics.first?.text.en == "Small")
        #expect(library.sector("state")?.helix == .government)
        #expect(library.composition("single")?.needs == [.government])
        #expect(library.relationKind("works-with")?.directed == false)
        #expect(library.checklist("health")?.items.first?.wanted == .yes)
        #expect(library.checklist("crew") == nil)
        #expect(library.choices(for: .phase).map(\.id) == ["journey/start", "journey/travel", "journey/end"])
        #expect(library.choices(for: .method).first?.group == MethodFamily.roles.label)
    }

    @Test("knows where one may go from a phase") func next() throws {
        let lifecycle = try #require(try Sample.small().lifecycle("journey"))
        #expect(lifecycle.next(after: "start").map(\.id) == ["travel"])
        #expect(lifecycle.next(after: "travel").map(\.id) == ["start", "end"])
        #expect(lifecycle.next(after: "end").isEmpty && lifecycle.next(after: "nowhere").isEmpty)
    }

    @Test("answers decide the type") func rules() throws {
        let typology = try #require(try Sample.small().method("sizes")?.typology)
        #expect(typology.types(for: ["many": "lots", "other": "x"]) == ["large"])
        #expect(typology.types(for: ["many": "few"]).isEmpty && typology.types(for: [:]).isEmpty)
    }

    @Test("keeps an adapted copy beside its original and prefers its entries") func copies() throws {
        let library = try Sample.small()
        let draft = try #require(library.draft(copying: "strands", as: "our-strands"))
        let adapted = draft.replacingOccurrences(of: "shape: circle", with: "shape: ring")
        let both = try library.adding(copies: [("our-strands", adapted)])
        #expect(both.method("strands")?.sectors?.sectors.first?.shape == .circle)
        #expect(both.sector("state")?.shape == .ring)
        #expect(both.choices(for: .sector).map(\.id) == ["state"])
        #expect(both.method("our-strands")?.file == "methods/our-strands.yaml")
        #expect(library.draft(copying: "nothing", as: "x") == nil)
    }

    @Test("a copy of a copy goes before both") func copyOfCopy() throws {
        let first = try Sample.small()
        let draft = try #require(first.draft(copying: "strands", as: "b-strands"))
        let second = try first.adding(copies: [("b-strands", draft)])
        let again = try #require(second.draft(copying: "b-strands", as: "a-strands"))
        let third = try second.adding(copies: [("a-strands", again.replacingOccurrences(of: "circle", with: "ring"))])
        #expect(third.method("a-strands")?.head.basedOn?.id == "b-strands")
        #expect(third.sector("state")?.shape == .ring)
    }

    @Test("finds the standard folder") func standardFolder() throws {
        let named = Library.standardFolder(near: "/nowhere/stelsel", environment: ["STELSEL_METHODS": "/m"])
        #expect(named == "/m")
        #expect(Library.standardFolder(near: "/nowhere/stelsel", environment: [:]) == nil)
        let root = URL(fileURLWithPath: Sample.methods).deletingLastPathComponent().path
        #expect(Library.standardFolder(near: "\(root)/.build/debug/stelsel", environment: [:]) == Sample.methods)
    }

    @Test("a field becomes JSON Schema") func jsonSchema() {
        #expect(MethodOrigin.shape.jsonSchema()["enum"] == ["source", "stelsel"])
        #expect(FieldShape.money.jsonSchema()["required"] == ["amount"])
        #expect(FieldShape.web.jsonSchema()["format"] == "uri")
        let line = FieldShape.list(.text(long: false)).jsonSchema(longest: 200)["items"]["anyOf"].list
        #expect(line?.first?["maxLength"] == 200)
        #expect(line?.last?["properties"]["en"]["maxLength"] == 200)
        #expect(FieldShape.text(long: true).jsonSchema()["anyOf"].list?.count == 2)
        #expect(FieldShape.method(.phase).jsonSchema()["x-method"] == "phase")
        let item = FieldShape.list(MethodItem.shape).jsonSchema(texts: .both)
        #expect(item["items"]["required"] == ["id", "text"])
        #expect(item["items"]["properties"]["why"]["x-label-nl"] == "Waarom")
        #expect(item["items"]["properties"]["text"]["required"] == ["nl", "en"])
    }
}

@Suite("A copy beside its original") struct MethodComparisonTests {
    private func changes(_ id: String, _ old: String, _ new: String) throws -> [MethodComparison.Change] {
        let library = try Sample.small()
        let draft = try #require(library.draft(copying: id, as: "ours"))
        let copies = try library.adding(copies: [("ours", draft.replacingOccurrences(of: old, with: new))])
        return MethodComparison(try #require(copies.method("ours")), of: try #require(copies.method(id))).changes
    }

    @Test("a fresh copy differs in nothing") func fresh() throws {
        #expect(try changes("journey", "zzz", "").isEmpty)
    }

    @Test("a changed field is found where it stands") func field() throws {
        let change = try #require(try changes("strands", "shape: circle", "shape: ring").first)
        #expect(change.path.map(\.en) == ["Sectors", "Name", "Shape on the map"])
        #expect(change.before == "circle" && change.after == "ring")
    }

    @Test("an item that came or went is one change, by its name") func item() throws {
        let changes = try changes("journey", "  - id: travel", "  - id: journeying")
        #expect(changes.contains { $0.after.isNull && $0.path.count == 2 })
        #expect(changes.contains { $0.before.isNull && $0.path.count == 2 })
    }
}
