import Kernel
import Parties
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Signatures that come in by another door")
struct SignatureGuardTests {
    /// A signed sample, and the fields of its one signature.
    private func signed() throws -> (before: Sample, fields: [String: Value]) {
        var sample = try Sample.offered(["partial": true])
        let before = sample
        try sample.answer("stad")
        return (before, try #require(sample.facts.signatures.first).values)
    }

    private func refused(_ change: (inout [String: Value]) throws -> Void) throws -> [String] {
        var (sample, fields) = try signed()
        try change(&fields)
        return rules { try sample.put("signatures", "s", fields, process: true) }
    }

    @Test("What was signed here is taken in elsewhere as it is")
    func taken() throws { #expect(try refused { _ in }.isEmpty) }

    @Test(
        "A record that says something else than its declaration is refused",
        arguments: [
            ("answer", "reject"), ("party", "net"), ("person", "p-net"), ("mandate", "m-net"), ("reason", "want"),
            ("except", ["bijdrage"]),
        ] as [(String, Value)])
    func otherwise(field: String, value: Value) throws {
        #expect(try refused { $0[field] = value } == ["signature.declaration"])
    }

    @Test("A changed declaration, day or proof is refused")
    func changed() throws {
        func edit(_ change: (inout Declaration) -> Void) throws -> [String] {
            try refused { fields in
                var declaration = try Declaration(json: fields["declaration"]?.string ?? "")
                change(&declaration)
                fields["declaration"] = .string(declaration.json)
                fields["except"] = declaration.except.value
            }
        }
        #expect(try edit { $0.except = ["bijdrage"] } == ["signature.invalid"])
        #expect(try edit { $0.hash = Hash.hex("") } == ["signature.hash", "signature.invalid"])
        #expect(try edit { $0.version = 2 } == ["signature.hash", "signature.invalid"])
        #expect(try edit { $0.ecosystem = "stad" } == ["agreement.other", "signature.invalid"])
        #expect(try edit { $0.declaredAt = "gisteren" } == ["declaration.moment", "signature.invalid"])
        #expect(try edit { $0.mandate?.limit = Money(cents: 100) } == ["mandate.amount", "signature.invalid"])
        #expect(try edit { $0.format = "x" } == ["declaration.format"])
        #expect(
            try refused { $0["declaration"] = .string(" " + ($0["declaration"]?.string ?? "")) } == [
                "declaration.canonical"
            ])
        #expect(try refused { $0["on"] = "2026-03-05" } == ["declaration.day"])
        #expect(try refused { $0["proof"] = .null } == ["signature.proof"])
    }

    @Test("A signature is never changed")
    func fixed() throws {
        var sample = try Sample.offered()
        try sample.answer("stad")
        let id = try #require(sample.facts.signatures.first).id.rawValue
        #expect(rules { try sample.patch("signatures", id, ["reason": "x"]) } == ["record.process"])
        var fields = try #require(sample.facts.signatures.first).values
        fields["reason"] = "x"
        #expect(rules { try sample.put("signatures", id, fields, process: true) } == ["signature.fixed"])
    }
}

@Suite("Declarations")
struct DeclarationTests {
    @Test("Canonical JSON is the same whatever the order of keys, and after writing it again")
    func stable() throws {
        var random = SeededGenerator(state: 5)
        for _ in 0..<300 {
            let declaration = try Declaration.any(&random)
            let again = try Declaration(json: declaration.json)
            #expect(again == declaration && again.json == declaration.json)
            let shuffled = Shuffled.json(declaration.value, &random)
            #expect(try Declaration(reading: JSONReader.read(Array(shuffled.utf8))) == declaration)
            if shuffled != declaration.json { #expect(throws: Problem.self) { try Declaration(json: shuffled) } }
        }
    }

    @Test("A moment reads back as it was written, and is written one way only")
    func moments() {
        var random = SeededGenerator(state: 6)
        for _ in 0..<2_000 {
            let moment = DeclaredMoment(
                milliseconds: Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &random))
            #expect(DeclaredMoment(moment.description) == moment)
        }
        for wrong in [
            "", "2026-03-02", "2026-03-02T09:30:00+01:00", "2026-03-02T24:00:00Z", "2026-02-30T00:00:00Z",
            "2026-03-02 09:30:00Z", "2026-03-02T09:30:00.5Z", "2026-03-02t09:30:00z",
        ] { #expect(DeclaredMoment(wrong) == nil, "\(wrong)") }
    }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// JSON with keys in any order and space between, as others may write it.
enum Shuffled {
    static func json(_ value: Value, _ random: inout SeededGenerator) -> String {
        switch value {
        case .map(let entries):
            let parts = entries.sorted { $0.key < $1.key }.shuffled(using: &random).map {
                "\(CanonicalJSON.string(.string($0.key))) : \(json($0.value, &random))"
            }
            return "{\(parts.joined(separator: ",\n"))}"
        case .list(let items): return "[\(items.map { json($0, &random) }.joined(separator: " , "))]"
        default: return CanonicalJSON.string(value)
        }
    }
}

extension Declaration {
    /// Any declaration, with words of every kind.
    static func any(_ random: inout SeededGenerator) throws -> Declaration {
        let words = ["stad", "é\u{301}", "\u{1F600} “x”", "\\ \" /", "a\tb\nc", "\u{7}", "Ω≈"]
        func word() -> String { words.randomElement(using: &random) ?? "" }
        var declaration = Declaration()
        declaration.ecosystem = word()
        declaration.agreement = word()
        declaration.version = Int.random(in: 1...100_000, using: &random)
        declaration.hash = Hash.hex(word())
        declaration.answer = Signature.Answer.allCases.randomElement(using: &random) ?? .accept
        declaration.party = word()
        declaration.person = word()
        declaration.except = (0..<Int.random(in: 0...3, using: &random)).map { _ in word() }
        declaration.reason = Bool.random(using: &random) ? Text(word(), word()) : Text(nl: word())
        declaration.declaredAt =
            DeclaredMoment(milliseconds: Int64.random(in: 0...2_000_000_000_000, using: &random))
            .description
        if Bool.random(using: &random) {
            var mandate = DeclaredMandate()
            mandate.id = word()
            mandate.scope = Text(word(), word())
            mandate.grantor = Text(same: word())
            mandate.limit = Money(cents: Int.random(in: 0...1_000_000_00, using: &random))
            mandate.period = Period(from: Day(number: Int.random(in: 0...30_000, using: &random)))
            declaration.mandate = mandate
        }
        return declaration
    }
}
