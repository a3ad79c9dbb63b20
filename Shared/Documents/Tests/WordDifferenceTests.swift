import Kernel
import Testing

@testable import Documents

@Suite("What changed between two texts")
struct WordDifferenceTests {
    private typealias Segment = WordDifference.Segment

    @Test("A changed word is removed and added between words that stay")
    func word() {
        let difference = WordDifference(from: "doet jaarlijks verslag aan", to: "doet twee keer per jaar verslag aan")
        #expect(
            difference.segments == [
                Segment(text: "doet ", fate: .kept), Segment(text: "jaarlijks", fate: .removed),
                Segment(text: "twee keer per jaar", fate: .added), Segment(text: " verslag aan", fate: .kept),
            ])
    }

    @Test("Equal texts are kept, and from or to nothing is all added or all removed")
    func edges() {
        #expect(WordDifference(from: "een", to: "een").segments == [Segment(text: "een", fate: .kept)])
        #expect(WordDifference(from: "", to: "een twee").segments == [Segment(text: "een twee", fate: .added)])
        #expect(WordDifference(from: "een twee", to: "").segments == [Segment(text: "een twee", fate: .removed)])
        #expect(WordDifference(from: "", to: "").segments.isEmpty)
        #expect(!WordDifference(from: "een", to: "een").changes)
    }

    @Test("A mark of punctuation changes by itself")
    func punctuation() {
        let difference = WordDifference(from: "klaar.", to: "klaar!")
        #expect(difference.segments.first == Segment(text: "klaar", fate: .kept))
    }

    @Test("A text that was rewritten beyond the bound is replaced as a whole, its beginning and end apart")
    func rewritten() {
        let old = "Begin " + (0..<40).map { "oud\($0)" }.joined(separator: " ") + " einde"
        let new = "Begin " + (0..<40).map { "nieuw\($0)" }.joined(separator: " ") + " einde"
        let difference = WordDifference(from: old, to: new, bound: 10)
        #expect(difference.segments.map(\.fate) == [.kept, .removed, .added, .kept])
        #expect(difference.old == old && difference.new == new)
    }

    @Test("Of any two texts, the redline gives back both", arguments: 0..<300)
    func property(seed: Int) {
        var chance = Chance(seed: UInt64(seed))
        let old = chance.text()
        let new = chance.below(3) == 0 ? chance.text() : chance.changed(old)
        let difference = WordDifference(from: old, to: new, bound: chance.below(2) == 0 ? 1_000 : 8)
        #expect(difference.new == new)
        #expect(difference.old == old)
        #expect(difference.segments.allSatisfy { !$0.text.isEmpty })
        #expect(zip(difference.segments, difference.segments.dropFirst()).allSatisfy { $0.fate != $1.fate })
        #expect(difference.changes == (old != new))
    }

    @Test("The shortest way is found: no more words change than were changed", arguments: 0..<50)
    func shortest(seed: Int) {
        var chance = Chance(seed: UInt64(seed) &+ 1_000)
        let words = (0..<60).map { "w\($0)" }
        var changed = words
        changed[chance.below(60)] = "anders"
        let difference = WordDifference(from: words.joined(separator: " "), to: changed.joined(separator: " "))
        #expect(difference.segments.filter { $0.fate == .added }.map(\.text) == ["anders"])
    }
}

/// Chance that is the same every time (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func text() -> String {
        let words = [
            "de", "partij", "doet", "verslag", "é", "€ 2.500", "\n\n", "- ", "a\u{0301}", "<b>", "👩‍👩‍👧", "x.y", "  ",
        ]
        return (0..<below(40)).map { _ in words[below(words.count)] + (below(3) == 0 ? "" : " ") }.joined()
    }

    mutating func changed(_ text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<below(5) where !words.isEmpty {
            switch below(3) {
            case 0: words.remove(at: below(words.count))
            case 1: words.insert("nieuw\(below(3))", at: below(words.count))
            default: words[below(words.count)] = "anders"
            }
        }
        return words.joined(separator: " ")
    }
}
