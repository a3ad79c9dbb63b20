import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("Who does what")
struct WhoDoesWhatTests {
    private let changes = [
        Ground.activity("one", ["payers": ["client"], "beneficiaries": ["client", "beta"]]),
        Ground.activity("two", ["payers": ["client", "campus"]]),
    ]

    @Test(
        "an activity counts for who does it, pays and gains; the busiest stands first, and who has no part is counted")
    func activities() throws {
        let reader = try Ground.reader(changes)
        let answer = WhoDoesWhat(.activities, of: ["client", "beta", "campus", "alpha", "nobody"], reader)
        let client = answer.cells.first { $0.row == "client" && $0.column == "one" }
        #expect(client?.pays == 1 && client?.gains == 1)
        #expect(answer.columns.first?.id == "one")
        #expect(answer.rows.count + answer.idle == 5)
        #expect(answer == WhoDoesWhat(.activities, of: ["nobody", "alpha", "campus", "beta", "client"], reader))
    }

    @Test("only who is asked for is in it, and an activity without a goal is in no column of goals")
    func narrowed() throws {
        let reader = try Ground.reader(changes)
        #expect(WhoDoesWhat(.activities, of: ["beta"], reader).rows.map(\.id) == ["beta"])
        let goals = WhoDoesWhat(
            .goals, of: ["client"], try Ground.reader([Ground.activity("one", ["payers": ["client"]])]))
        #expect(goals.cells.allSatisfy { cell in goals.columns.contains { $0.id == cell.column } })
        #expect(WhoDoesWhat(.roles, of: ["client"], reader).cells.isEmpty)
    }
}
