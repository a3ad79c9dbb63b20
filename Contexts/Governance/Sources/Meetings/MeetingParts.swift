import Kernel
import MethodLibrary
import Parties

/// Something on the agenda of a meeting.
package struct AgendaItem: Part {
    package var subject = Text()
    /// The record that it is about, as `kind/id`; "" when it is about none.
    package var about = ""
    package var by: ID<Organisation>?
    /// In minutes.
    package var duration: Int?
    /// `method/session` of the library.
    package var format = ""
    package var papers: [Paper] = []
    package var notes = Text()
    package var outcome: Outcome?

    package init() {}

    package static let fields: [Field<AgendaItem>] = [
        Field("subject", \.subject, Text("Onderwerp", "Subject"), required: true, longest: 300),
        Field(
            "about", \.about, Text("Gaat over", "Is about"),
            help: Text("Bijvoorbeeld matters/begroting.", "For example matters/budget."), longest: 160),
        Field("by", \.by, Text("Ingebracht door", "Brought in by")),
        Field("duration", \.duration, Text("Minuten", "Minutes"), shape: .whole(1...1_440)),
        Field("format", \.format, Text("Werkvorm", "Session format"), shape: .method(.session)),
        Field("papers", \.papers, Text("Stukken", "Papers")),
        Field("notes", \.notes, Text("Besproken", "Discussed"), shape: .text(long: true)),
        Field("outcome", \.outcome, Text("Uitkomst", "Outcome")),
    ]

    /// What became of it.
    package enum Outcome: String, ChoiceValue {
        case told, discussed, decided, deferred

        package var label: Text {
            switch self {
            case .told: Text("meegedeeld", "told")
            case .discussed: Text("besproken", "discussed")
            case .decided: Text("besloten", "decided")
            case .deferred: Text("komt terug", "comes back")
            }
        }
    }
}

/// Whether a seat was there.
package struct SeatPresence: Part {
    package var seat = ID<Seat>("")
    package var how = How.present
    /// Who sat there, when that was not the holder.
    package var person: ID<Person>?

    package init() {}

    package static let fields: [Field<SeatPresence>] = [
        Field("seat", \.seat, Text("Zetel", "Seat"), required: true),
        Field("how", \.how, Text("Hoe", "How"), required: true),
        Field("person", \.person, Text("Door", "By"), visibility: .participants),
    ]

    package enum How: String, ChoiceValue {
        case present, online, excused, absent

        /// Whether it counts for a quorum.
        package var isThere: Bool { self == .present || self == .online }

        package var label: Text {
            switch self {
            case .present: Text("aanwezig", "present")
            case .online: Text("online aanwezig", "present online")
            case .excused: Text("afgemeld", "excused")
            case .absent: Text("afwezig", "absent")
            }
        }
    }
}

/// A time on the clock where the ecosystem is, such as 14:00; or none.
package struct ClockTime: FieldValue {
    /// Minutes after midnight; nil for no time.
    package var minutes: Int?

    package init(minutes: Int? = nil) { self.minutes = minutes }

    package static var shape: FieldShape { .line }

    package init(_ value: Value) throws(Problem) {
        let text = try String(value)
        guard !text.isEmpty else {
            self.init()
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else {
            throw Problem(
                "field.time", Text("“\(text.inShort)” is geen tijd.", "“\(text.inShort)” is not a time."),
                mend: Text("Schrijf uu:mm, bijvoorbeeld 14:00.", "Write hh:mm, for example 14:00."))
        }
        self.init(minutes: hour * 60 + minute)
    }

    package var value: Value { minutes == nil ? .null : .string(shown) }

    /// “14:00”; empty for no time.
    package var shown: String {
        guard let minutes else { return "" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
