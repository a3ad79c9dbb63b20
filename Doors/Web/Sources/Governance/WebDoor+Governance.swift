import Ecosystems
import Gate
import Governance
import Hummingbird
import Kernel
import Markup

/// Who meets and decides: bodies, what each may decide, and meetings.
extension WebDoor {
    func addGovernance(to book: RouteBook) {
        let base = "/ecosystems/:ecosystem/governance"
        page(book, base) { try await $0.ecosystem().showGovernance() }
        on(book, .post, "\(base)/forms", .command) { try await $0.ecosystem().setUpBodies() }
        page(book, "\(base)/rights") { try await $0.ecosystem().showRights() }
        on(book, .post, "\(base)/rights/:right", .command) { try await $0.ecosystem().changeRights() }
        on(book, .post, "\(base)/rights/:right/bodies/:body", .command) { try await $0.ecosystem().changeRightCell() }
        page(book, "\(base)/meetings.ics") { try await $0.ownMeetingFeed() }
        on(book, .post, "\(base)/calendar", .command) { try await $0.ecosystem().makeCalendarLink() }
        let body = "\(base)/bodies/:body"
        page(book, body) { try await $0.ecosystem().showBody() }
        page(book, "\(body)/meetings.ics") { try await $0.bodyMeetingFeed() }
        on(book, .post, "\(body)/seats", .command) { try await $0.ecosystem().giveSeats() }
        on(book, .post, "\(body)/seats/:seat/holder", .command) { try await $0.ecosystem().nameSeatHolder() }
        on(book, .post, "\(body)/series/:series/meetings", .command) { try await $0.ecosystem().planMeetings() }
        on(book, .post, "\(body)/draws", .command) { try await $0.ecosystem().announceDraw() }
        addDraws(to: book, "\(base)/draws/:draw")
        addMeetings(to: book, "\(base)/meetings/:meeting")
    }

    private func addDraws(to book: RouteBook, _ draw: String) {
        page(book, draw) { try await $0.ecosystem().showDraw() }
        on(book, .post, "\(draw)/drawing", .command) { try await $0.ecosystem().holdDraw() }
        on(book, .post, "\(draw)/withdrawal", .command) { try await $0.ecosystem().withdrawDraw() }
    }

    private func addMeetings(to book: RouteBook, _ meeting: String) {
        page(book, meeting) { try await $0.ecosystem().showMeeting() }
        for format in ["html", "md", "pdf"] {
            page(book, "\(meeting)/minutes.\(format)") { try await $0.ecosystem().sendMinutes(format) }
        }
        on(book, .post, "\(meeting)/agenda", .command) { try await $0.ecosystem().buildAgenda() }
        on(book, .post, "\(meeting)/papers", .command) { try await $0.ecosystem().addPaper() }
        on(book, .post, "\(meeting)/notes", .command) { try await $0.ecosystem().writeNotes() }
        on(book, .post, "\(meeting)/presence", .command) { try await $0.ecosystem().notePresence() }
        on(book, .post, "\(meeting)/actions", .command) { try await $0.ecosystem().addAction() }
    }
}

extension EcosystemVisit {
    func governancePage(_ title: String, _ main: HTML) -> Page {
        var page = Page(title, place: .governance, main)
        page.styles = ["governance.css"]
        return page
    }

    /// “do 5 mrt, 14:00”.
    func moment(of meeting: Meeting) -> String {
        let day = meeting.on.map { say.day($0, today: reader.today) } ?? ""
        return [day, meeting.start.shown].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func bodyLink(_ body: ID<Body>) -> HTML {
        "<a href=\"\(Path.body(id, body.rawValue))\">\(say(reader.title(Body.naming.plural, body.rawValue)))</a>"
    }

    func meetingLink(_ meeting: Meeting) -> HTML {
        let name = meeting.name.isEmpty ? reader.title(Body.naming.plural, meeting.body.rawValue) : meeting.name
        return "<a href=\"\(Path.meeting(id, meeting.id.rawValue))\">\(say(name))</a>"
    }
}
