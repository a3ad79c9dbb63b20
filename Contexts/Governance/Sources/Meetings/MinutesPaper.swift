import Documents
import Ecosystems
import Kernel
import Parties

/// The minutes of a meeting as a document: who was there, what was said on each item, and who does what by when.
package struct MinutesPaper: Sendable {
    private let page: MeetingPage
    private let reader: Reader

    package init(_ page: MeetingPage, _ reader: Reader) {
        self.page = page
        self.reader = reader
    }

    private var meeting: Meeting { page.meeting }

    package func paper(in language: Language) -> Paper {
        var paper = Paper()
        let day = meeting.on ?? reader.today
        paper.languages = [language]
        paper.title = reader.title(Meeting.naming.plural, meeting.id.rawValue)
        paper.edition = Text(day.written(.nl), day.written(.en))
        paper.day = day
        if !page.isPast {
            paper.draft = Text("Agenda: deze vergadering komt nog", "Agenda: this meeting is still to come")
        }
        paper.cover.kind = page.isPast ? Text("Verslag", "Minutes") : Text("Agenda", "Agenda")
        paper.cover.facts = facts
        paper.pieces = presence + items + report + actions
        return paper
    }

    private var facts: [Paper.Definition] {
        let body = reader.title(Body.naming.plural, meeting.body.rawValue)
        let all: [(Text, Text)] = [
            (Text("Orgaan", "Body"), body), (Text("Tijd", "Time"), Text(same: meeting.start.shown)),
            (Text("Plaats", "Place"), meeting.place), (Text("Online", "Online"), Text(same: meeting.online)),
            (
                Text("Toegang", "Access"),
                meeting.closed ? Text("besloten", "closed") : Text("open voor deelnemers", "open to participants")
            ),
        ]
        return all.filter { !$0.1.isEmpty }.map { Paper.Definition($0.0, Words($0.1)) }
    }

    private var presence: [Paper.Piece] {
        let rows = page.seats.all.compactMap { held -> [Words]? in
            guard let mark = page.presence(of: held.id) else { return nil }
            let name = held.seat.organisation.map { reader.title("organisations", $0.rawValue) } ?? held.seat.title
            return [Words(name), Words(mark.how.label)]
        }
        let others = meeting.attended.map { reader.title("organisations", $0.rawValue) }
        guard !rows.isEmpty || !others.isEmpty else { return [] }
        let heading = Paper.Piece.heading(Text("Aanwezig", "Present"), level: 2)
        let quorum = page.quorum.map { [Paper.Piece.paragraph($0.words)] } ?? []
        let list =
            others.isEmpty
            ? []
            : [
                Paper.Piece.paragraph(
                    Text(others.map(\.dutch).joined(separator: ", "), others.map(\.english).joined(separator: ", ")))
            ]
        let table =
            rows.isEmpty
            ? []
            : [
                Paper.Piece.table(
                    .init(
                        Text("Aanwezig per zetel", "Present by seat"),
                        head: [Text("Zetel", "Seat"), Text("Hoe", "How")], rows: rows))
            ]
        return [heading] + table + list + quorum
    }

    private var items: [Paper.Piece] {
        meeting.agenda.enumerated().flatMap { index, item -> [Paper.Piece] in
            let number = index + 1
            var pieces: [Paper.Piece] = [
                .heading(Text("\(number). \(item.subject.dutch)", "\(number). \(item.subject.english)"), level: 2)
            ]
            let papers = item.papers.map { paper in
                let place = paper.address.isEmpty ? Words(same: paper.record) : Words(same: paper.address, .address)
                return Paper.Definition(paper.title(reader), place)
            }
            if !papers.isEmpty { pieces.append(.definitions(papers)) }
            if !item.notes.isEmpty { pieces.append(.paragraph(item.notes)) }
            if let outcome = item.outcome {
                pieces.append(.paragraph(Text("Uitkomst: \(outcome.label.nl).", "Outcome: \(outcome.label.en).")))
            }
            return pieces
        }
    }

    private var report: [Paper.Piece] {
        guard !meeting.reportBack.isEmpty else { return [] }
        return [.heading(Text("Terugkoppeling", "Report back"), level: 2), .paragraph(meeting.reportBack)]
    }

    private var actions: [Paper.Piece] {
        guard !page.actions.isEmpty else { return [] }
        let rows = page.actions.map { action in
            [
                Words(action.what), Words(reader.title("organisations", action.organisation.rawValue)),
                Words(action.due.map { Text($0.written(.nl), $0.written(.en)) } ?? Text("geen dag", "no day")),
            ]
        }
        let table = Paper.Table(
            Text("Actiepunten", "Action points"),
            head: [Text("Wat", "What"), Text("Door", "By"), Text("Klaar op", "Due on")],
            rows: rows)
        return [.heading(Text("Actiepunten", "Action points"), level: 2), .table(table)]
    }
}
