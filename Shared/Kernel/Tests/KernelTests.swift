import Foundation
import Testing

@testable import Kernel

@Suite("Days, money, ids and registers") struct KernelTests {
    @Test("every day reads back what it writes, and weekdays follow each other")
    func days() throws {
        var weekday = try #require(Day("1999-12-31")).weekday
        for number in 10_957..<(10_957 + 40 * 366) {
            let day = Day(number: number)
            #expect(Day(day.description) == day)
            weekday = weekday % 7 + 1
            #expect(day.weekday == weekday)
        }
        #expect(Day("2026-11-27")?.weekday == 5)
    }

    @Test(
        "days that do not exist are refused",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", ""])
    func noDay(text: String) { #expect(Day(text) == nil) }

    @Test("the Dutch day turns at midnight in Amsterdam, winter and summer")
    func clock() {
        #expect(Clock.day(of: 1_795_215_600_000 - 1).description == "2026-11-20")
        #expect(Clock.day(of: 1_795_215_600_000).description == "2026-11-21")
        #expect(Clock.day(of: 1_782_856_800_000).description == "2026-07-01")
    }

    @Test(
        "amounts are whole cents and read back",
        arguments: [("2500", 250_000), ("0.05", 5), ("-12.5", -1_250), ("2500.50", 250_050)])
    func money(text: String, cents: Int) {
        #expect(Money.cents(text) == cents)
        #expect(Money.cents(Money(cents: cents).amount) == cents)
    }

    @Test("what is no amount is refused", arguments: ["", "-", "1,50", "1.234", "€ 5", "99999999999999", "1."])
    func noMoney(text: String) { #expect(Money.cents(text) == nil) }

    @Test(
        "an id is suggested from any name",
        arguments: [
            ("Gemeente Súdwest-Fryslân", "gemeente-sudwest-fryslan"), ("ELBA\\REC", "elba-rec"),
            ("  's-Hertogenbosch ", "s-hertogenbosch"), ("☃", ""),
        ])
    func ids(name: String, id: String) {
        #expect(Identifier.suggested(for: name) == id)
        #expect(id.isEmpty || Identifier.isValid(id))
    }

    @Test("registers check form and check digits")
    func registers() {
        #expect(Register.kvk.accepts("01234567"))
        #expect(!Register.kvk.accepts("1234567"))
        #expect(Register.oin.accepts("00000001003214345000"))
        #expect(!Register.oin.accepts("10000001003214345000"))
        #expect(Register.lei.accepts("5493001KJTIIGC8Y1R12"))
        #expect(!Register.lei.accepts("5493001KJTIIGC8Y1R13"))
    }
}

@Suite("JSON") struct JSONTests {
    @Test(
        "numbers are written as RFC 8785 asks",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1e21, "1e+21"), (1e20, "100000000000000000000"), (1e-6, "0.000001"),
            (1e-7, "1e-7"), (.leastNonzeroMagnitude, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"), (333333333.3333333, "333333333.3333333"), (4.5, "4.5"),
            (0.002, "0.002"), (1e23, "1e+23"),
            (9007199254740994, "9007199254740994"),
        ])
    func numbers(number: Double, text: String) { #expect(CanonicalJSON.text(of: number) == text) }

    @Test("the same value gives the same bytes whatever the order of its keys, and reads back")
    func canonical() throws {
        let text = #"{"b":[true,null,1.5,"é\u000f\"\\"],"a":{"\u20ac":1,"\r":2,"1":3}}"#
        let value = try JSONReader.read(Array(text.utf8))
        let bytes = CanonicalJSON.bytes(value)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "{\"a\":{\"\\r\":2,\"1\":3,\"€\":1},\"b\":[true,null,1.5,\"é\\u000f\\\"\\\\\"]}")
        #expect(try JSONReader.read(bytes) == value)
    }

    @Test(
        "broken JSON is refused with line and column",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "01", "1.", "-", "nul", "\"a", "\"\\x\"", "\"\\ud800\"",
            "[1] 2", "{\"a\":1,\"a\":2}",
            String(repeating: "[", count: 100), "\u{1}", "\"\t\"",
        ])
    func broken(text: String) {
        #expect { try JSONReader.read(Array(text.utf8)) } throws: { ($0 as? Problem)?.rule.hasPrefix("json.") == true }
    }

    @Test("100,000 mutated inputs never crash, and what is read can be written and read again")
    func mutated() throws {
        let seed = Array(
            #"{"id":"gemeente-zwolle","fields":{"name":{"nl":"Gemeente Zwolle","en":"City"},"n":[1,-2.5e3,true,null,"\u00e9\n"]}}"#
                .utf8)
        var state: UInt64 = 7
        func dice(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        var read = 0
        for _ in 0..<100_000 {
            var bytes = seed
            for _ in 0...dice(3) {
                switch dice(3) {
                case 0: bytes[dice(bytes.count)] = UInt8(dice(256))
                case 1: bytes.remove(at: dice(bytes.count))
                default: bytes.insert(bytes[dice(bytes.count)], at: dice(bytes.count))
                }
            }
            do {
                let value = try JSONReader.read(bytes)
                read += 1
                #expect(try JSONReader.read(CanonicalJSON.bytes(value)) == value)
            } catch let problem { #expect(problem.rule.hasPrefix("json.")) }
        }
        #expect(read > 1_000)
    }
}
