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

    @Test(
        "a sentence begins with a capital, and nothing else changes",
        arguments: [
            ("van 2 is niets bekend", "Van 2 is niets bekend"), ("élan", "Élan"), ("3 steden", "3 steden"), ("", ""),
        ])
    func capital(words: String, sentence: String) { #expect(words.uppercasedFirst == sentence) }

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

@Suite("Numbers as people write them") struct WrittenNumberTests {
    @Test(
        "an amount is read as it is written in Dutch",
        arguments: [
            ("2500", "2500"), ("2.500", "2500"), ("2.500,50", "2500.50"), ("€ 2500", "2500"), ("2500,5", "2500.5"),
            ("2500.50", "2500.50"), ("1.000.000", "1000000"), ("10 000", "10000"), ("2500,-", "2500"),
            ("€\u{A0}1.250,00", "1250.00"), ("-12,05", "-12.05"), ("2,500.50", "2500.50"), ("0,5", "0.5"),
        ])
    func dutch(typed: String, plain: String) throws {
        #expect(try WrittenNumber.plain(typed, in: .nl, decimals: 2) == plain)
        #expect(Money.cents(plain) != nil)
    }

    @Test(
        "and as it is written in English",
        arguments: [
            ("2,500", "2500"), ("2,500.50", "2500.50"), ("€ 2500", "2500"), ("2.500,50", "2500.50"), ("2.5", "2.5"),
        ])
    func english(typed: String, plain: String) throws {
        #expect(try WrittenNumber.plain(typed, in: .en, decimals: 2) == plain)
    }

    @Test(
        "a mark that may mean two things is refused, with what was typed",
        arguments: [("2,500", Language.nl), ("2.500", .en), ("12,345", .nl)])
    func ambiguous(typed: String, language: Language) {
        do throws(Problem) {
            _ = try WrittenNumber.plain(typed, in: language, decimals: 2)
            Issue.record("It was read.")
        } catch {
            #expect(error.rule == "number.ambiguous")
            #expect(error.message.shown(language).contains("“\(typed)”"))
            #expect(error.mend.shown(language).contains(typed.filter(\.isNumber)))
        }
    }

    @Test("a plain number may have three decimals after the mark of the language")
    func decimals() throws {
        #expect(try WrittenNumber.plain("1,125", in: .nl) == "1.125")
        #expect(try WrittenNumber.plain("1.125", in: .nl) == "1125")
        #expect(try WrittenNumber.plain("1.125", in: .en) == "1.125")
        #expect(WrittenNumber.shown("1.125", in: .nl) == "1,125")
    }

    @Test(
        "what is no number is refused",
        arguments: ["", "twee", "2.50.0", "1,000.000,50", "10 00", "2..5", "12,345,6", "1e5", "5-", ",5", "€"])
    func unreadable(typed: String) {
        #expect(throws: Problem.self) { try WrittenNumber.plain(typed, in: .nl, decimals: 2) }
    }
}

@Suite("Addresses on the web") struct WebAddressTests {
    @Test(
        "http and https with a host are accepted",
        arguments: [
            "https://www.zwolle.nl", "http://zwolle.nl/pad?x=1#y", "HTTPS://Zwolle.nl", "https://münchen.de:8443/",
            "http://localhost:8131",
        ])
    func good(address: String) { #expect(WebAddress.isValid(address)) }

    @Test(
        "anything that runs, hides its host or has none is refused",
        arguments: [
            "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
            "ftp://zwolle.nl", "//zwolle.nl",
            "https://", "https:///pad", "https://bank.nl@boef.nl", "https://a b.nl", "https://zwolle.nl/\"onclick",
            "https://-a.nl",
            "https://a..nl", "https://a.nl:99999", "https://a.nl\\@b.nl", "niet-een-url", "",
        ])
    func bad(address: String) { #expect(!WebAddress.isValid(address)) }

    @Test("a field for a web address refuses with its rule and a likely address")
    func field() throws {
        let guess = try #require(FieldShape.web.judged("www.zwolle.nl").first)
        #expect(guess.rule == "field.web")
        #expect(guess.mend.nl == "Bedoelt u https://www.zwolle.nl?")
        #expect(FieldShape.list(.web).judged(["https://zwolle.nl"]).isEmpty)
        #expect(FieldShape.list(.web).judged(["javascript:alert(1)"]).map(\.path) == [["0"]])
    }
}
