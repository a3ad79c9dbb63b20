import Foundation
import Kernel
import Testing

@testable import Calendars

@Suite("A calendar file")
struct CalendarFileTests {
    private func text(_ entries: [CalendarFile.Entry], stamp: Int64 = 0) -> String {
        CalendarFile(name: "Stad, samen", language: .nl, origin: "stad", stamp: stamp, entries: entries).text
    }

    private func entry(_ key: String, _ day: Int, at start: Int? = nil) -> CalendarFile.Entry {
        var entry = CalendarFile.Entry(key: key, title: "Vergadering \(key)", day: Day(number: 20_000 + day))
        entry.start = start
        return entry
    }

    @Test("what has a meaning of its own is escaped, and lines are folded by bytes")
    func lines() {
        #expect(CalendarFile.escaped("a,b;c\\d\r\ne\nf") == "a\\,b\\;c\\\\d\\ne\\nf")
        let long = "SUMMARY:" + String(repeating: "é€😀", count: 40)
        let folded = CalendarFile.folded(long)
        #expect(folded.replacing("\r\n ", with: "") == long)
        #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }

    @Test("a whole day ends on the next, and a time stands on the clock of the Netherlands")
    func days() {
        let text = text([entry("a", 0), entry("b", 1, at: 23 * 60 + 30)])
        #expect(text.contains("DTSTART;VALUE=DATE:20241004\r\nDTEND;VALUE=DATE:20241005\r\n"))
        #expect(text.contains("DTSTART;TZID=Europe/Amsterdam:20241005T233000\r\n"))
        #expect(text.contains("DTEND;TZID=Europe/Amsterdam:20241006T003000\r\n"))
        #expect(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"))
        #expect(!self.text([entry("a", 0)]).contains("VTIMEZONE"))
    }

    @Test("the same entries in another order give the same bytes")
    func order() {
        let all = [entry("a", 3), entry("b", 1, at: 600), entry("c", 1), entry("d", 1, at: 540)]
        #expect(text(all) == text(all.reversed()))
        #expect(text(all).contains("UID:a@stad.stelsel"))
    }

    @Test("the stamp is a moment in universal time, also before 1970")
    func stamps() {
        #expect(text([entry("a", 0)], stamp: 1_795_176_061_500).contains("DTSTAMP:20261120T120101Z"))
        #expect(text([entry("a", 0)], stamp: -1_000).contains("DTSTAMP:19691231T235959Z"))
    }

    @Test("place, address, text and cancellation are there when they are given")
    func details() {
        var full = entry("a", 0, at: 60)
        (full.place, full.address, full.details, full.isCancelled) = (
            "Zaal 1, west", "https://example.org/x", "1. Opening", true
        )
        let text = text([full])
        for line in [
            "LOCATION:Zaal 1\\, west", "URL:https://example.org/x", "DESCRIPTION:1. Opening", "STATUS:CANCELLED",
        ] {
            #expect(text.contains("\(line)\r\n"))
        }
    }
}
