import Kernel
import Testing

@testable import Calendars

@Suite("Dutch working days")
struct WorkingDaysTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        "Easter falls on the known days",
        arguments: [
            "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
            "2038-04-25", "1818-03-22", "2000-04-23",
        ])
    func easter(_ text: String) throws {
        let easter = try day(text)
        #expect(Holiday.easter(in: easter.parts.year) == easter)
    }

    @Test(
        "The holidays of 2024 to 2030 are those of the calendar",
        arguments: [
            2024: "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26",
            2025: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26",
            2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26",
            2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26",
            2028: "01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26",
            2029: "01-01 03-30 04-02 04-27 05-05 05-10 05-21 12-25 12-26",
            2030: "01-01 04-19 04-22 04-27 05-05 05-30 06-10 12-25 12-26",
        ])
    func holidays(_ year: Int, _ days: String) {
        let found = Holiday.all(in: year).map { String($0.day.description.dropFirst(5)) }.joined(separator: " ")
        #expect(found == days)
    }

    @Test("King's Day is on the 26th when the 27th is a Sunday")
    func kingsDay() throws {
        #expect(Holiday.kingsDay.day(in: 2025) == (try day("2025-04-26")))
        #expect(Holiday.kingsDay.day(in: 2031) == (try day("2031-04-26")))
        #expect(Holiday.kingsDay.day(in: 2026) == (try day("2026-04-27")))
    }

    @Test("A term begins the day after and skips weekends and holidays")
    func adding() throws {
        let days = WorkingDays.dutch
        #expect(days.adding(5, to: try day("2026-03-02")) == (try day("2026-03-09")))
        // Good Friday, Easter and Easter Monday lie between.
        #expect(days.adding(1, to: try day("2026-04-02")) == (try day("2026-04-07")))
        #expect(days.adding(0, to: try day("2026-04-05")) == (try day("2026-04-07")))
        #expect(days.adding(3, to: try day("2026-12-23")) == (try day("2026-12-29")))
        #expect(days.subtracting(1, from: try day("2026-04-07")) == (try day("2026-04-02")))
    }

    @Test("Counting undoes adding, for every day of seven years")
    func inverse() throws {
        let days = WorkingDays.dutch
        for number in (try day("2024-01-01")).number...(try day("2030-12-31")).number {
            let start = Day(number: number)
            let end = days.adding(7, to: start)
            #expect(days.contains(end))
            #expect(days.count(after: start, through: end) == 7)
        }
    }

    @Test("Parties may agree on further days")
    func further() throws {
        let bridge = try day("2026-05-15")
        #expect(WorkingDays.dutch.contains(bridge))
        #expect(!WorkingDays(also: [bridge]).contains(bridge))
    }
}
