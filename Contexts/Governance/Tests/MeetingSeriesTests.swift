import Ecosystems
import Kernel
import Parties
import Testing

@testable import Governance

@Suite("Series of meetings")
struct MeetingSeriesTests {
    private func series(_ every: MeetingSeries.Rhythm, _ first: String) -> MeetingSeries {
        var series = MeetingSeries()
        (series.every, series.first) = (every, Day(first))
        return series
    }

    @Test("by the month it meets on the same weekday of the month, the last one when there is no fifth")
    func months() throws {
        let second = series(.month, "2026-01-13").days(until: try #require(Day("2026-04-30")))
        #expect(second.map(\.description) == ["2026-01-13", "2026-02-10", "2026-03-10", "2026-04-14"])
        let fifth = series(.month, "2026-01-29").days(until: try #require(Day("2026-03-31")))
        #expect(fifth.map(\.description) == ["2026-01-29", "2026-02-26", "2026-03-26"])
        let quarter = series(.quarter, "2026-02-11").days(until: try #require(Day("2027-02-28")))
        #expect(quarter.map(\.description) == ["2026-02-11", "2026-05-13", "2026-08-12", "2026-11-11", "2027-02-10"])
    }

    @Test(
        "whatever the rhythm, days rise, keep their weekday and stay within the end",
        arguments: MeetingSeries.Rhythm.allCases)
    func properties(every: MeetingSeries.Rhythm) throws {
        let end = try #require(Day("2030-12-31"))
        for start in stride(from: 20_000, through: 20_800, by: 37) {
            var series = MeetingSeries()
            (series.every, series.first) = (every, Day(number: start))
            let days = series.days(until: end)
            #expect(days.first == series.first && days.count < 1_000)
            #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
            #expect(days.allSatisfy { $0 <= end && $0.weekday == Day(number: start).weekday })
        }
    }

    @Test("planning makes the meetings from today on, once")
    func plan() throws {
        var sample = try GovernanceSample()
        try sample.put(
            "meetingSeries", "quarterly",
            ["body": "council", "every": "quarter", "first": "2026-02-11", "start": "14:00", "duration": 90])
        try sample.carryOut(PlanMeetings(series: "quarterly"))
        let planned = sample.state[Meeting.self].sorted
        #expect(
            planned.map(\.id.rawValue) == [
                "council-2026-08-12", "council-2026-11-11", "council-2027-02-10", "council-2027-05-12",
            ])
        #expect(planned.allSatisfy { $0.start.minutes == 840 && $0.duration == 90 && $0.series == ID("quarterly") })
        #expect(sample.broken(by: PlanMeetings(series: "quarterly")) == ["series.planned"])
        try sample.remove("meetings", "council-2026-11-11")
        try sample.carryOut(PlanMeetings(series: "quarterly"))
        #expect(sample.state[Meeting.self].count == 4)
        #expect(sample.broken(by: PlanMeetings(series: "none")) == ["series.unknown"])
        #expect(
            sample.broken(
                "meetingSeries", "x",
                ["body": "council", "every": "week", "first": "2026-02-11", "until": "2026-01-01"]) == ["series.order"])
    }

    @Test("months are added to days as calendars do")
    func monthsOfDays() throws {
        let last = try #require(Day("2026-01-31"))
        #expect(last.adding(months: 1).description == "2026-02-28")
        #expect(last.adding(months: 12).description == "2027-01-31")
        #expect(last.adding(months: 11).description == "2026-12-31")
    }

    @Test(
        "the calendar of a body has its meetings with their time, place and agenda; that of a person those of its bodies"
    )
    func calendar() throws {
        var sample = try GovernanceSample()
        try sample.seat("town", ["organisation": "town", "person": "town-head"])
        try sample.put(
            "meetings", "next",
            [
                "body": "council", "on": "2026-06-09", "start": "14:00", "place": "Town hall",
                "agenda": [["subject": "Opening"]],
            ])
        try sample.put("meetings", "off", ["body": "council", "on": "2026-06-16", "cancelled": true])
        func text(_ bodies: Set<ID<Body>>?, _ reader: Reader) -> String {
            MeetingCalendar.text(reader, bodies: bodies, name: Text(same: "City"), stamp: 0, language: .en) {
                "https://x/\($0)"
            }
        }
        let all = text([ID("council")], sample.reader("town-head"))
        for line in [
            "UID:meeting-next@city.stelsel", "DTSTART;TZID=Europe/Amsterdam:20260609T140000", "SUMMARY:Council",
            "LOCATION:Town hall", "DESCRIPTION:1. Opening", "URL:https://x/next", "STATUS:CANCELLED",
        ] { #expect(all.contains("\(line)\r\n"), "\(line)") }
        #expect(!text([], sample.reader("town-head")).contains("VEVENT"))
        #expect(!text(nil, sample.reader()).contains("VEVENT"))
        #expect(MeetingCalendar.bodies(of: ["town-head"], sample.reader("town-head")) == [ID("council")])
        #expect(MeetingCalendar.bodies(of: ["firm-head"], sample.reader("firm-head")).isEmpty)
    }

    @Test("a time is hours and minutes of a day")
    func times() throws {
        let sample = try GovernanceSample()
        func broken(_ start: String) -> [String] {
            sample.broken("meetings", "x", ["body": "council", "on": "2026-06-09", "start": .string(start)])
        }
        #expect(broken("09:05") == [])
        for wrong in ["9:05", "24:00", "14.00", "14:60", "noon"] {
            #expect(broken(wrong) == ["field.time"])
        }
        #expect(ClockTime(minutes: 545).shown == "09:05" && ClockTime().value.isNull)
    }
}
