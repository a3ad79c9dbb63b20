import Kernel
import Testing

@testable import Ecosystems

@Suite("A change that was overtaken") struct OvertakenTests {
    private let fields = Kind(Profile.self).fields

    @Test("what only they changed is taken over, what both changed is disputed, what only I changed stays mine")
    func fields3() {
        let seen: [String: Value] = ["name": "Deal", "summary": "Kort", "composition": "triple"]
        let theirs: [String: Value] = ["name": "De deal", "summary": "Korter", "composition": "triple"]
        let mine: [String: Value] = ["name": "Mijn deal", "summary": "Kort", "composition": .null]
        let overtaken = Overtaken(mine, theirs: theirs, seen: seen, fields: fields)
        #expect(overtaken.disputed == ["name": "De deal"])
        #expect(overtaken.taken == ["summary": "Korter"])
        #expect(overtaken.values == ["name": "Mijn deal", "summary": "Korter", "composition": .null])
    }

    @Test("without the version that was seen, everything that differs is disputed")
    func unknown() {
        let overtaken = Overtaken(
            ["name": "A", "summary": "S"], theirs: ["name": "B", "summary": "S"], seen: nil, fields: fields)
        #expect(overtaken.disputed == ["name": "B"])
        #expect(overtaken.taken.isEmpty)
        #expect(overtaken.values["name"] == "A")
    }
}
