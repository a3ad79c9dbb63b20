import Ecosystems
import Kernel

extension Meeting {
    /// Seats once each, of the body that meets; what is on the agenda exists; what was said in private stays there.
    static let order = ChangeGuard(Meeting.self) { old, new, situation in
        new.strangeSeats(since: old, in: situation.state) + new.strangeSubjects(since: old, in: situation.state)
            + new.strangePapers(since: old, in: situation)
    }

    package func problems() -> [Problem] {
        var problems: [Problem] = []
        if closed {
            problems += agenda.enumerated().filter { !$0.element.notes.isEmpty }.map { .saidInPrivate($0.offset) }
            if !minutes.isEmpty { problems.append(.minutesOfClosed) }
        }
        var seen: Set<ID<Seat>> = []
        problems += presence.enumerated().filter { !seen.insert($0.element.seat).inserted }.map {
            .seatTwice($0.offset)
        }
        return problems
    }

    private func strangeSeats(since old: Meeting?, in state: EcosystemState) -> [Problem] {
        guard old?.presence != presence || old?.body != body else { return [] }
        return presence.enumerated().compactMap { index, mark in
            guard let seat = state[Seat.self][mark.seat], seat.body != body else { return nil }
            return .seatOfAnother(index)
        }
    }

    private func strangeSubjects(since old: Meeting?, in state: EcosystemState) -> [Problem] {
        guard old?.agenda != agenda else { return [] }
        return agenda.enumerated().compactMap { index, item in
            guard !item.about.isEmpty else { return nil }
            let parts = item.about.split(separator: "/", maxSplits: 1).map(String.init)
            // Whether something confidential is there, an agenda does not tell.
            guard parts.count == 2, parts[0] != Dispute.naming.plural, state.table(parts[0])?.contains(parts[1]) == true
            else {
                return .nothingThere(index, item.about)
            }
            return nil
        }
    }
}

extension Problem {
    fileprivate static func saidInPrivate(_ index: Int) -> Problem {
        Problem(
            "meeting.closed-notes", at: ["agenda", String(index), "notes"],
            Text(
                "Wat in een besloten vergadering is gezegd, lezen hier alle deelnemers.",
                "What was said in a closed meeting is read by all participants here."),
            mend: Text(
                "Schrijf het in een besloten verslag, en vat hier bij de terugkoppeling samen wat iedereen mag weten.",
                "Write it in closed minutes, and sum up under report back what everybody may know."))
    }

    fileprivate static let minutesOfClosed = Problem(
        "meeting.closed-minutes", at: ["minutes"],
        Text("Een besloten vergadering heeft geen openbaar verslag.", "A closed meeting has no public minutes."),
        mend: Text("Gebruik een besloten verslag en een terugkoppeling.", "Use closed minutes and a report back."))

    fileprivate static func seatTwice(_ index: Int) -> Problem {
        Problem(
            "meeting.seat-twice", at: ["presence", String(index), "seat"],
            Text("Deze zetel staat er al.", "This seat is there already."),
            mend: Text("Haal één van beide weg.", "Take one of them away."))
    }

    fileprivate static func seatOfAnother(_ index: Int) -> Problem {
        Problem(
            "meeting.other-seat", at: ["presence", String(index), "seat"],
            Text("Deze zetel is van een ander orgaan.", "This seat is of another body."),
            mend: Text("Kies een zetel van dit orgaan.", "Choose a seat of this body."))
    }

    fileprivate static func nothingThere(_ index: Int, _ about: String) -> Problem {
        Problem(
            "meeting.about", at: ["agenda", String(index), "about"],
            Text("“\(about.inShort)” bestaat niet.", "“\(about.inShort)” does not exist."),
            mend: Text("Schrijf soort/id, zoals agreements/convenant.", "Write kind/id, such as agreements/covenant."))
    }
}
