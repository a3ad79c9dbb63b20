import Kernel
import Testing

@testable import Ecosystems

@Suite("A point in a history") struct HistoryPointTests {
    /// The workshop's clock stands still on this day.
    static let moment: Int64 = 1_780_000_000_000

    @Test("event, day and moment lead to the last event up to them")
    func found() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await shed.change(RecordChange("tools", "saw", .add(["name": "Saw"])))
        #expect(try await shed.sequence(at: .event(1)) == 1)
        #expect(try await shed.sequence(at: .event(2)) == 2)
        #expect(try await shed.sequence(at: .day(Clock.day(of: Self.moment))) == 2)
        #expect(try await shed.sequence(at: .moment(Self.moment)) == 2)
    }

    @Test("what was before the first event, and what has not been yet, is refused with the end that it passes")
    func refused() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        let today = Clock.day(of: Self.moment)
        for (point, rule, words) in [
            (.event(2), "history.after", "number 1"), (.day(today + 1), "history.after", "number 1"),
            (.moment(Self.moment + 1), "history.after", "number 1"), (.event(0), "history.before", today.shown(.en)),
            (.day(today + -1), "history.before", today.shown(.en)),
            (.moment(Self.moment - 1), "history.before", today.shown(.en)),
        ] as [(HistoryPoint, String, String)] {
            let refusal = await #expect(throws: Refusal.self) { _ = try await shed.sequence(at: point) }
            #expect(refusal?.problems.map(\.rule) == [rule], "\(point)")
            #expect(refusal?.problems.first?.mend.en.contains(words) == true, "\(point)")
        }
    }
}
