import Kernel
import Testing

@testable import Counting

@Suite("Reading a file of ballots") struct ReadingTests {
    private func read(_ text: String) -> Result<Outcome, Refusal> {
        do throws(Refusal) { return .success(try Count(try BallotFile.read(Array(text.utf8))).outcome()) } catch {
            return .failure(error)
        }
    }

    private func problems(_ text: String) -> [Problem] {
        guard case .failure(let refusal) = read(text) else { return [] }
        return refusal.problems
    }

    private func rules(_ text: String) -> [String] { problems(text).map(\.rule) }

    @Test("the order of the keys does not matter: ballots may come before seats and options")
    func order() throws {
        let text = #"""
            {"ballots": [{"choice": "x", "seat": "a"}], "seats": [{"weight": 2, "id": "a"}], "options": ["x", "y"],
             "rule": {"method": "majority"}}
            """#
        let outcome = try read(text).get()
        #expect(outcome.winners == ["x"])
        #expect(outcome.counts["x"] == 2)
    }

    @Test(
        "what is no JSON, or says a key twice at any depth, is refused with the place",
        arguments: [
            ("", "json.syntax"), ("{", "json.syntax"), ("[]", "value.kind"), (#"{"rule": {}} x"#, "json.syntax"),
            (#"{"rule":{"method":"majority"},"seats":[{"id":"a","id":"b"}],"ballots":[]}"#, "json.duplicate"),
            (#"{"rule":{"method":"majority"},"rule":{},"seats":[{"id":"a"}],"ballots":[]}"#, "json.duplicate"),
            (
                #"{"rule":{"method":"score"},"options":["x"],"seats":[{"id":"a"}],"ballots":[{"seat":"a","scores":{"x":1,"x":2}}]}"#,
                "json.duplicate"
            ),
            (#"{"rule":{"method":"majority"},"seats":[{"id":"a"},],"ballots":[]}"#, "json.syntax"),
        ])
    func noJSON(text: String, rule: String) { #expect(rules(text).contains(rule)) }

    @Test("ids with accents, quotes and escapes are read as what they mean")
    func escapes() throws {
        let text = #"""
            {"rule": {"method": "irv"}, "options": ["caf\u00e9", "\"q\"", "z"], "seats": [{"id": "a\n"}, {"id": "bé"}],
             "ballots": [{"seat": "a\u000a", "ranking": ["café", "z"]}, {"seat": "b\u00e9", "ranking": [["caf\u00e9"], "\u0022q\""]}]}
            """#
        #expect(try read(text).get().winners == ["café"])
    }

    @Test("a seat of the wrong shape, and a ballot that is no object, are told with their place")
    func shapes() throws {
        let text =
            #"{"rule":{"method":"majority"},"seats":[{"id":"a"},"b",{"id":7}],"ballots":[3,{"seat":"a","cast":"for","weight":[]}]}"#
        let places = problems(text).map { $0.path.joined(separator: ".") }
        #expect(places.contains("seats.1"))
        #expect(places.contains("seats.2.id"))
        #expect(places.contains("ballots.0"))
        #expect(places.contains("ballots.1.weight"))
    }

    @Test("of a thousand mistakes a hundred are told, and how many more there are")
    func manyMistakes() {
        let ballots = (0..<1000).map { #"{"seat":"x\#($0)","cast":"for"}"# }.joined(separator: ",")
        let found = rules(#"{"rule":{"method":"majority"},"seats":[{"id":"a"}],"ballots":[\#(ballots)]}"#)
        #expect(found.count == 101)
        #expect(found.last == "problem.more")
    }

    @Test("numbers of which an exact sum would not fit are refused, not rounded")
    func large() {
        let weights = [7919, 7927, 7933, 7937, 7949].map { #"{"id":"s\#($0)","weight":"1/\#($0)"}"# }.joined(
            separator: ",")
        #expect(rules(#"{"rule":{"method":"majority"},"seats":[\#(weights)],"ballots":[]}"#) == ["number.large"])
        let heavy = #"{"id":"a","weight":999999999999},{"id":"b","weight":"0.000001"}"#
        #expect(rules(#"{"rule":{"method":"majority"},"seats":[\#(heavy)],"ballots":[]}"#) == ["number.large"])
    }

    @Test("more options than can be counted are refused")
    func manyOptions() {
        let options = (0...500).map { #""o\#($0)""# }.joined(separator: ",")
        #expect(
            rules(#"{"rule":{"method":"irv"},"options":[\#(options)],"seats":[{"id":"a"}],"ballots":[]}"#).contains(
                "file.many"))
    }

    @Test("a mistyped key or word gets the nearest known one as a suggestion")
    func suggestions() {
        let text =
            #"{"rule":{"metod":"majority","method":"shulze","quorom":{}},"options":["x"],"seats":[{"id":"a"}],"ballots":[]}"#
        let mends = problems(text).map(\.mend.en)
        #expect(mends.contains("Do you mean “method”?"))
        #expect(mends.contains("Do you mean “schulze”?"))
        #expect(mends.contains("Do you mean “quorum”?"))
    }

    @Test("damaged files are refused or counted, and never stop the program")
    func damaged() throws {
        var chance = Chance(21)
        let samples = Vector.all.prefix(120).map { CanonicalJSON.bytes($0.input) }
        for bytes in samples {
            for _ in 0..<20 {
                var broken = bytes
                for _ in 0...chance.below(3) { broken[chance.below(broken.count)] = UInt8(chance.below(256)) }
                if chance.maybe(30) { broken.removeLast(chance.below(broken.count)) }
                do throws(Refusal) { _ = try Count(try BallotFile.read(broken)).outcome() } catch {
                    #expect(!error.problems.isEmpty)
                }
            }
        }
    }
}

@Suite("Exact numbers and moments") struct FractionTests {
    @Test(
        "fractions, percentages and decimals are read exactly",
        arguments: [
            ("2/3", 2, 3), ("4/6", 2, 3), ("66.7%", 667, 1000), ("0.55", 11, 20), ("-1.5", -3, 2), ("12", 12, 1),
            ("100%", 1, 1),
        ])
    func read(text: String, top: Int, bottom: Int) { #expect(Fraction(text) == Fraction(top, over: bottom)) }

    @Test(
        "what is no number is not read",
        arguments: [
            "", "/", "1/", "/2", "1/0", "1/2/3", "1e3", "½", "a", "1.", ".5", "--1", "1234567890123", "+1", " 1", "٣",
        ])
    func unread(text: String) { #expect(Fraction(text) == nil) }

    @Test("order and comparison are those of exact numbers")
    func order() throws {
        let third = try #require(Fraction("1/3"))
        #expect(third > (try #require(Fraction("0.333333"))))
        #expect(third.compare(333_333_333, of: 1_000_000_000) == -1)
        #expect(third.compare(3, of: 9) == 0)
        #expect(third.plus(third)?.plus(third) == Fraction(1))
        #expect(Fraction("20/3")?.inWords == "6 2/3")
    }

    @Test("moments are compared by their offset; what is none is not read")
    func moments() throws {
        #expect(Moment("2026-03-01T13:00:00+01:00") == Moment("2026-03-01T12:00:00Z"))
        #expect(try #require(Moment("2026-03-01T12:00:00.000000001Z")) > (try #require(Moment("2026-03-01T12:00:00Z"))))
        for text in [
            "2026-03-01", "2026-03-01T12:00:00", "2026-02-30T12:00:00Z", "2026-03-01T24:00:00Z",
            "2026-03-01T12:00:00.Z",
        ] {
            #expect(Moment(text) == nil)
        }
    }
}
