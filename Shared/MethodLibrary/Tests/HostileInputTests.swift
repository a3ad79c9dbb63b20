import Foundation
import Kernel
import Testing

@testable import MethodLibrary

@Suite("Hostile input") struct HostileInputTests {
    /// SplitMix64: the same numbers in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let scraps = [
        "&a ", "*a", "!t ", "<<: ", "- ", "? ", ": ", "{", "}", "[", "]", "\"", "'", "|", ">-", "#", "---\n", "...\n",
        "%YAML 1.1\n", "\t", "\n", "\r\n", "\0", "\u{FEFF}", "\u{85}", "😀", "é", "null", "~", "-9223372036854775809",
        "1e999", ".nan", "0-0", "99999999999999999999-1", "../../x", "true", "  ",
    ].map { Array($0.utf8) }

    /// A hundred thousand when `STELSEL_LONG` is set.
    private static let mutants = ProcessInfo.processInfo.environment["STELSEL_LONG"] == nil ? 20_000 : 100_000

    @Test("Mutated methods are read or refused with a place, never crash") func mutations() throws {
        let library = try Sample.library.get()
        let excerpts = library.methods.map { Self.excerpt($0.yaml) }
        var dice = Dice(state: 20_261_121)
        var refused = 0
        for _ in 0..<Self.mutants {
            var bytes = excerpts.randomElement(using: &dice) ?? []
            for _ in 0...Int.random(in: 0..<4, using: &dice) { Self.mutate(&bytes, &dice) }
            do throws(LibraryError) { _ = try MethodSheet(bytes: bytes, file: "m.yaml") } catch {
                refused += 1
                let sound = error.problems.allSatisfy { $0.place.line >= 1 && !$0.problem.rule.isEmpty }
                #expect(sound && !error.problems.isEmpty, "\(error)")
            }
        }
        #expect((Self.mutants / 10..<Self.mutants).contains(refused))
    }

    @Test("deep and wide documents are refused", arguments: ["[", "{a: ", "- ", "? ", "a:\n "])
    func deep(opening: String) {
        for count in [50, 5_000, 100_000] {
            let text = Sample.head("roles", "x") + "roles: \n  " + String(repeating: opening, count: count)
            guard case .failure = Library.parse(yaml: text, file: "m.yaml") else {
                Issue.record("accepted")
                continue
            }
        }
    }

    /// A file without its remarks, with one source and the start of its last list: short enough to read often.
    private static func excerpt(_ yaml: String) -> [UInt8] {
        let longest = ["remarks": 0, "sources": 4, "name": 3, "summary": 20]
        var field = ""
        var length = 0
        let kept = yaml.split(separator: "\n").filter { line in
            length += 1
            if line.first.map({ $0 != " " }) ?? false {
                field = String(line.prefix { $0 != ":" })
                length = 1
            }
            return length <= longest[field] ?? 14
        }
        return Array((kept.joined(separator: "\n") + "\n").utf8)
    }

    private static func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !bytes.isEmpty else { return }
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        let end = min(bytes.count, at + Int.random(in: 1..<40, using: &dice))
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &dice))
        case 3: bytes.insert(contentsOf: Self.scraps.randomElement(using: &dice) ?? [], at: at)
        case 4: bytes.replaceSubrange(at..<end, with: Self.scraps.randomElement(using: &dice) ?? [])
        default: bytes.removeSubrange(at...)
        }
    }
}
