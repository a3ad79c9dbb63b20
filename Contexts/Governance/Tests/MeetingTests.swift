import Ecosystems
import Kernel
import Parties
import Testing

@testable import Governance

@Suite("Meetings")
struct MeetingTests {
    private func sample() throws -> GovernanceSample {
        var sample = try GovernanceSample()
        try sample.seat("town", ["organisation": "town", "person": "town-head"])
        try sample.seat("firm", ["organisation": "firm", "person": "firm-head"])
        try sample.put(
            "meetings", "next",
            ["body": "council", "on": "2026-06-09", "start": "14:00", "agenda": [["subject": "Opening"]]])
        return sample
    }

    private func broken(_ values: [String: Value]) throws -> [String] {
        try sample().broken(
            "meetings", "x", values.merging(["body": "council", "on": "2026-06-09"]) { mine, _ in mine })
    }

    @Test("what was said in a closed meeting does not stand where all participants read it")
    func closed() throws {
        let said: Value = [["subject": "Dispute", "notes": "Who said what"]]
        #expect(try broken(["agenda": said]) == [])
        #expect(try broken(["agenda": said, "closed": true]) == ["meeting.closed-notes"])
        #expect(try broken(["closed": true, "minutes": "https://example.org/m"]) == ["meeting.closed-minutes"])
    }

    @Test("closed minutes are read by the organisations that they are for, and by no other participant")
    func closedMinutes() throws {
        var sample = try sample()
        try sample.put("meetings", "next", ["body": "council", "on": "2026-05-09", "closed": true])
        try sample.put(
            "closedMinutes", "m", ["meeting": "next", "organisations": ["town"], "notes": "Between us."])
        func sees(_ person: String) -> Int? { MeetingPage.of("next", sample.reader(person))?.minutes.count }
        #expect(sees("town-head") == 1)
        #expect(sees("firm-head") == 0)
        #expect(MeetingPage.of("next", sample.reader()) == nil)
    }

    @Test("presence is noted once for each seat of the body that meets, and tells whether the quorum is there")
    func presence() throws {
        var sample = try sample()
        try sample.put("bodies", "other", ["name": "Other", "sort": "panel"])
        try sample.put("seats", "elsewhere", ["body": "other", "organisation": "school"])
        #expect(try broken(["presence": [["seat": "elsewhere", "how": "present"]]]) == ["reference.missing"])
        #expect(
            sample.broken(
                "meetings", "x",
                ["body": "council", "on": "2026-06-09", "presence": [["seat": "elsewhere", "how": "present"]]]) == [
                    "meeting.other-seat"
                ])
        #expect(
            try broken(["presence": [["seat": "town", "how": "present"], ["seat": "town", "how": "online"]]]) == [
                "meeting.seat-twice"
            ])
        try sample.patch("bodies", "council", ["rule": ["method": "majority", "quorum": "1/2"]])
        func quorum(_ firm: Value, _ town: Value) throws -> Bool? {
            try sample.patch(
                "meetings", "next", ["presence": [["seat": "firm", "how": firm], ["seat": "town", "how": town]]])
            return MeetingPage.of("next", sample.reader("town-head"))?.quorum?.isReached
        }
        #expect(try quorum("present", "excused") == true)
        #expect(try quorum("absent", "excused") == false)
        #expect(
            MeetingPage.of("next", sample.reader("town-head"))?.quorum?.words.en
                == "No quorum: 0 of 2 seats, 1/2 is needed.")
    }

    @Test("an item is about something that exists")
    func about() throws {
        #expect(try broken(["agenda": [["subject": "A", "about": "organisations/town"]]]) == [])
        #expect(try broken(["agenda": [["subject": "A", "about": "organisations/nobody"]]]) == ["meeting.about"])
        #expect(try broken(["agenda": [["subject": "A", "about": "town"]]]) == ["meeting.about"])
    }

    @Test("the agenda is built from what came back and from what was promised, each thing once")
    func agenda() throws {
        var sample = try sample()
        try sample.put(
            "meetings", "last",
            [
                "body": "council", "on": "2026-05-12",
                "agenda": [
                    ["subject": "Old", "outcome": "deferred", "notes": "No time"],
                    ["subject": "Done", "outcome": "decided"],
                ],
            ])
        try sample.put(
            "actionPoints", "report",
            ["what": "Report", "body": "council", "organisation": "firm", "due": "2026-06-05"])
        try sample.put(
            "actionPoints", "later", ["what": "Later", "body": "council", "organisation": "firm", "due": "2026-07-05"])
        try sample.carryOut(BuildAgenda(meeting: "next"))
        let agenda = try #require(sample.state[Meeting.self][ID("next")]?.agenda)
        #expect(agenda.map(\.subject.en) == ["Opening", "Old", "Action point: Report"])
        #expect(agenda.map(\.about) == ["", "", "actionPoints/report"])
        #expect(agenda[1].outcome == nil && agenda[1].notes.isEmpty)
        #expect(sample.broken(by: BuildAgenda(meeting: "next")) == ["agenda.complete"])
        #expect(sample.broken(by: BuildAgenda(meeting: "last")) == ["meeting.over"])
        #expect(sample.broken(by: BuildAgenda(meeting: "none")) == ["meeting.unknown"])
    }

    @Test("after a while a meeting owes minutes, a closed one a report back, and a promise its doing")
    func late() throws {
        var sample = try sample()
        try sample.put("meetings", "open", ["body": "council", "on": "2026-05-01", "agenda": [["subject": "A"]]])
        try sample.put("meetings", "shut", ["body": "council", "on": "2026-05-02", "closed": true])
        try sample.put("meetings", "fresh", ["body": "council", "on": "2026-05-25", "agenda": [["subject": "A"]]])
        try sample.put("actionPoints", "report", ["what": "Report", "organisation": "firm", "due": "2026-05-05"])
        #expect(sample.findings("meeting.no-minutes").map(\.record) == ["open"])
        #expect(sample.findings("meeting.no-report-back").map(\.record) == ["shut"])
        #expect(sample.findings("action.late").map(\.record) == ["report"])
        try sample.patch("actionPoints", "report", ["done": "2026-05-04"])
        try sample.patch("meetings", "shut", ["reportBack": "The dispute is settled."])
        try sample.patch("meetings", "open", ["agenda": [["subject": "A", "outcome": "told"]]])
        #expect(
            ["meeting.no-minutes", "meeting.no-report-back", "action.late"].allSatisfy { sample.findings($0).isEmpty })
        #expect(
            sample.broken(
                "actionPoints", "x", ["what": "X", "organisation": "firm", "done": "2026-05-04", "dropped": "No"]) == [
                    "action.done-and-dropped"
                ])
    }

    @Test("what is asked of somebody: what they promised, and meetings of bodies in which they sit")
    func tasks() throws {
        var sample = try sample()
        try sample.put(
            "actionPoints", "report",
            ["what": "Report", "organisation": "firm", "body": "council", "due": "2026-06-05"])
        try sample.put("actionPoints", "own", ["what": "Own", "organisation": "firm", "person": "town-head"])
        func asked(_ person: String) -> [String] {
            GovernanceTasks.forCaller(sample.reader(person), persons: [person]).ordered().map {
                "\($0.kind)/\($0.record)"
            }
        }
        #expect(asked("school-head") == [])
        #expect(
            asked("firm-head").contains("meetings/next") && asked("town-head") == ["meetings/next", "actionPoints/own"])
    }
}
