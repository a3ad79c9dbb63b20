import Kernel
import MethodLibrary
import Parties

/// How often a body meets, and from when: what single meetings are planned from.
package struct MeetingSeries: Record {
    package var id = ID<MeetingSeries>("")
    package var body = ID<Body>("")
    package var name = Text()
    package var every = Rhythm.quarter
    package var first: Day?
    package var until: Day?
    package var start = ClockTime()
    package var duration: Int?
    package var place = Text()
    package var online = ""
    package var closed = false
    package var format = ""
    package var source = ""

    package init() {}

    package var title: Text { name.isEmpty ? Text(same: "\(body)") : name }

    package func title(with names: Names) -> Text {
        let called = name.isEmpty ? names[body] : name
        return Text("\(called.dutch), \(every.label.dutch)", "\(called.english), \(every.label.english)")
    }

    package static let naming = Naming(
        "meetingSeries", "meetingSeries", Text("Vergaderreeks", "Meeting series"),
        Text("Vergaderreeksen", "Meeting series"),
        meaning: Text(
            "Hoe vaak een orgaan bijeenkomt, en vanaf wanneer.", "How often a body meets, and from when."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<MeetingSeries>] = [
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field("name", \.name, Text("Naam", "Name"), longest: 200),
        Field("every", \.every, Text("Elke", "Each"), required: true),
        Field("first", \.first, Text("Eerste keer", "First time"), required: true),
        Field("until", \.until, Text("Tot en met", "Until")),
        Field("start", \.start, Text("Begint om", "Starts at")),
        Field("duration", \.duration, Text("Duur in minuten", "Minutes it takes"), shape: .whole(1...1_440)),
        Field("place", \.place, Text("Plaats", "Place")),
        Field("online", \.online, Text("Online", "Online"), shape: .web),
        Field("closed", \.closed, Text("Besloten", "Closed")),
        Field("format", \.format, Text("Werkvorm", "Session format"), shape: .method(.session)),
        .source(\.source),
    ]

    package enum Rhythm: String, ChoiceValue {
        case week, fortnight, month, twoMonths = "two-months", quarter, halfYear = "half-year", year

        package var label: Text {
            switch self {
            case .week: Text("elke week", "each week")
            case .fortnight: Text("elke twee weken", "every two weeks")
            case .month: Text("elke maand", "each month")
            case .twoMonths: Text("elke twee maanden", "every two months")
            case .quarter: Text("elk kwartaal", "each quarter")
            case .halfYear: Text("elk half jaar", "each half year")
            case .year: Text("elk jaar", "each year")
            }
        }

        /// Months between two meetings; nil for those that go by weeks.
        var months: Int? {
            switch self {
            case .week, .fortnight: nil
            case .month: 1
            case .twoMonths: 2
            case .quarter: 3
            case .halfYear: 6
            case .year: 12
            }
        }
    }

    /// The days on which it meets, up to and including a day: the same weekday each time, such as the second Tuesday.
    package func days(until last: Day) -> [Day] {
        guard let first else { return [] }
        let end = min(until ?? last, last)
        var (days, step) = ([Day](), 0)
        while true {
            let day =
                every.months.map { first.sameWeekday(afterMonths: $0 * step) }
                ?? (first + step * (every == .week ? 7 : 14))
            guard day <= end, days.count < 1_000 else { return days }
            days.append(day)
            step += 1
        }
    }

    package func problems() -> [Problem] {
        guard let first, let until, until < first else { return [] }
        return [
            Problem(
                "series.order", at: ["until"],
                Text("De reeks eindigt vóór de eerste keer.", "The series ends before its first time."),
                mend: Text("Kies een later einde.", "Choose a later end."))
        ]
    }
}
