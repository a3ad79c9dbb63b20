import Kernel
import Testing

@testable import API

@Suite("Drawing members through the API")
struct DrawTests {
    private let root = "/ecosystems/beekdal"

    @Test("A list is fixed, drawn once, and recomputed by whoever reads it")
    func drawn() async throws {
        try await Sample().run { talk in
            let made = try await talk.write(.put, "\(root)/bodies/forum", ["name": "Burgerforum", "sort": "forum"])
            #expect(made.status == 201, "\(made.text)")
            let candidates = Value.list((1...6).map { ["key": .string("b\($0)")] })
            let many = try await talk.write(
                .post, "\(root)/bodies/forum/draws", ["candidates": candidates, "quotas": [["seats": 7]]])
            #expect(many.status == 400 && many.rules == ["draw.too-few"], "\(many.status) \(many.text)")
            let fixed = try await talk.write(
                .post, "\(root)/bodies/forum/draws", ["candidates": candidates, "quotas": [["seats": 2]]])
            #expect(fixed.status == 201, "\(fixed.text)")
            let id = try #require(fixed["id"].string)
            let held = try await talk.write(.post, "\(root)/member-draws/\(id)/drawing", [:])
            #expect(held.status == 201, "\(held.text)")
            #expect(held["drawn"].list?.count == 2 && held["seedRoot"].string?.isEmpty == false)
            let again = try await talk.write(.post, "\(root)/member-draws/\(id)/drawing", [:])
            #expect(again.status == 409, "\(again.text)")
        }
    }
}
