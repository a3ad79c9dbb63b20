import Ecosystems
import Kernel
import Testing

@testable import Web

@Suite("Obligations and deadlines on the web")
struct AgreementObligationTests {
    private let owed = "/ecosystems/city-deal/obligations"
    private let feed = "/ecosystems/city-deal/deadlines.ics"

    @Test("A participant sees who owes what, a breach with a conversation first, in both languages")
    func board() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "partner-we-labs")
            let dutch = try await member.get(owed)
            #expect(dutch.body.contains("▲ ") && dutch.body.contains("niet nagekomen"))
            #expect(dutch.body.contains("Eerst een gesprek:"))
            let english = try await member.english(owed)
            #expect(english.body.contains("breached") && english.body.contains("A conversation first:"))
        }
    }

    @Test(
        "The board says how much is late, near, later and kept; what was kept is folded, and every norm has one row to lead to"
    )
    func groups() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let page = try await bed.browser(client, as: "partner-we-labs").get(owed).body
            #expect(page.contains("<h2>Te laat of niet nagekomen <span class=\"count\">"))
            #expect(page.contains("<details class=\"card\"><summary>Nagekomen <span class=\"count\">"))
            let ids = page.components(separatedBy: "<tr id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(!ids.isEmpty && Set(ids).count == ids.count)
        }
    }

    @Test("Who acts for one party is asked to record what that party did, and not what others did")
    func ownActs() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let page = try await bed.browser(client, as: "partner-we-labs").get(owed).body
            let links = page.components(separatedBy: "/new/acts?").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(links.allSatisfy { $0.contains("by=we-labs") })
        }
    }

    @Test("Another day tells another state, before anybody was bound nothing at all, and a wrong day is today")
    func whatIf() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "partner-we-labs")
            let before = try await member.get("\(owed)?on=2025-06-01")
            #expect(before.body.contains("Er is nog geen afspraak met normen van kracht."))
            let (now, later) = (try await member.get(owed), try await member.get("\(owed)?on=2027-01-15"))
            #expect(now.body != later.body && later.body.contains("name=\"on\" value=\"2027-01-15\""))
            #expect(try await member.get("\(owed)?on=gisteren").status == .ok)
        }
    }

    @Test("For one party only its own share is shown")
    func party() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "partner-we-labs")
            let page = try await member.get("\(owed)?party=we-labs").body
            let who = { (party: String) in "<td data-label=\"Wie\"><a href=\"/ecosystems/city-deal/parties/\(party)\">"
            }
            #expect(page.contains(who("we-labs")) && !page.contains(who("tno")) && !page.contains(who("argaleo")))
        }
    }

    @Test("The calendar has the line ends, folding and days of RFC 5545, and the same bytes each time")
    func calendar() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "partner-we-labs")
            let answer = try await member.get(feed)
            #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
            let text = answer.body
            #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
            let lines = text.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\r") })
            let count = { (word: String) in lines.count { $0.hasPrefix(word) } }
            #expect(count("BEGIN:VEVENT") > 0 && count("BEGIN:VEVENT") == count("END:VEVENT"))
            #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == count("UID:"))
            #expect(count("DTSTAMP:") == count("UID:") && count("DTSTART;VALUE=DATE:") == count("UID:"))
            #expect(try await member.get(feed).body == text)
            #expect(try await member.english(feed).body.contains("PRODID:-//Stelsel//Stelsel//EN"))
        }
    }

    @Test("A stranger's calendar says nothing about norms and rounds")
    func stranger() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let text = try await bed.browser(client).get(feed)
            #expect(text.status == .ok && !text.body.contains("UID:norm-") && !text.body.contains("UID:rounds-"))
        }
    }
}
