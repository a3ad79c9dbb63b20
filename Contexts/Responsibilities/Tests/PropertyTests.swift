import Kernel
import Purpose
import Testing

@testable import Ecosystems
@testable import Responsibilities

@Suite("What always holds of a division")
struct PropertyTests {
    /// A small generator with a seed, so that a failure can be repeated.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    @Test("Whatever is asked, nobody shares accountability and every export reads back", arguments: 1...20)
    func invariants(seed: UInt64) throws {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
        var division = try Division()
        for _ in 0..<30 {
            let subject = ["patch", "watch"].randomElement(using: &dice) ?? ""
            let party = ["client", "cloud", "net", "bodies/steering"].randomElement(using: &dice) ?? ""
            let letters = "RASCI".filter { _ in Bool.random(using: &dice) }
            let from = Division.today + Int.random(in: -5...5, using: &dice)
            do { try division.assign(subject, party, String(letters), from: from) } catch {
                let found = (error as? Refusal)?.problems.map(\.rule) ?? []
                #expect(Set(found).isSubset(of: ["responsibility.double-accountable", "responsibility.twice"]))
            }
        }
        for offset in -7...7 {
            let matrix = division.matrix(on: Division.today + offset)
            for subject in matrix.subjects {
                #expect(matrix.row(subject).values.count { $0.contains(.accountable) } <= 1)
            }
        }
        let text = ResponsibilityTable.lines(division.state[Responsibility.self].sorted)
        let sequence = division.state.sequence
        try division.take(text, replacing: true)
        #expect(division.state.sequence == sequence)
    }

    @Test("A thousand activities and a hundred parties: every filled cell is looked at once, and no other")
    func scale() throws {
        let activities = (0..<1_000).map { index in
            var activity = Activity(id: "a\(index)")
            activity.name = Text(same: "A")
            return activity
        }
        let records = activities.enumerated().flatMap { index, activity in
            (0..<5).map { offset in
                var record = Responsibility(id: "r\(index)-\(offset)")
                record.activity = activity.id
                record.organisation = ID("p\((index + offset * 17) % 100)")
                record.part = ResponsiblePart.allCases[offset]
                return record
            }
        }
        let matrix = ResponsibilityMatrix(records, activities: activities, on: Division.today)
        let checks = ResponsibilityChecks(matrix, ResponsibilityPlaces(try Division.library.get()))
        #expect(matrix.parties.count == 100 && matrix.subjects.count == 1_000)
        #expect(checks.cellsRead == 5_000)
        #expect(checks.troubles.isEmpty && checks.overloads.count == 100)
    }
}
