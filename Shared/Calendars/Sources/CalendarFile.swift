import Kernel

/// A calendar that programs can subscribe to: iCalendar, RFC 5545. The same content gives the same bytes.
package struct CalendarFile: Sendable, Hashable {
    /// Something on a day, or at a time of it.
    package struct Entry: Sendable, Hashable {
        /// Unique in the calendar, and the same each time it is made.
        package var key: String
        package var title: String
        package var day: Day
        /// Minutes after midnight in the Netherlands; nil for the whole day.
        package var start: Int?
        /// In minutes; of an entry with a start.
        package var duration = 60
        package var place = ""
        package var address = ""
        package var details = ""
        package var isCancelled = false

        package init(key: String, title: String, day: Day) {
            self.key = key
            self.title = title
            self.day = day
        }
    }

    package let name: String
    package let language: Language
    /// Where its entries come from; stands in their ids.
    package let origin: String
    /// Milliseconds since 1970 of the last change.
    package let stamp: Int64
    package let entries: [Entry]

    /// - Parameter entries: shown by day, then by time and key.
    package init(name: String, language: Language, origin: String, stamp: Int64, entries: [Entry]) {
        self.name = name
        self.language = language
        self.origin = origin
        self.stamp = stamp
        self.entries = entries.sorted { ($0.day, $0.start ?? -1, $0.key) < ($1.day, $1.start ?? -1, $1.key) }
    }

    package var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stelsel//Stelsel//\(language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN", "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        if entries.contains(where: { $0.start != nil }) { lines += Self.dutchTime }
        for entry in entries { lines += self.lines(of: entry) }
        return (lines + ["END:VCALENDAR"]).map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private func lines(of entry: Entry) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(entry.key)@\(origin).stelsel", "DTSTAMP:\(Self.moment(stamp))",
        ]
        if let start = entry.start {
            let end = start + max(entry.duration, 1)
            lines += [
                "DTSTART;TZID=Europe/Amsterdam:\(Self.compact(entry.day))T\(Self.clock(start))",
                "DTEND;TZID=Europe/Amsterdam:\(Self.compact(entry.day + end / 1_440))T\(Self.clock(end % 1_440))",
            ]
        } else {
            lines += [
                "DTSTART;VALUE=DATE:\(Self.compact(entry.day))", "DTEND;VALUE=DATE:\(Self.compact(entry.day + 1))",
                "TRANSP:TRANSPARENT",
            ]
        }
        lines.append("SUMMARY:\(Self.escaped(entry.title))")
        if !entry.place.isEmpty { lines.append("LOCATION:\(Self.escaped(entry.place))") }
        if !entry.address.isEmpty { lines.append("URL:\(entry.address)") }
        if !entry.details.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(entry.details))") }
        if entry.isCancelled { lines.append("STATUS:CANCELLED") }
        return lines + ["END:VEVENT"]
    }

    /// The clock of the Netherlands, with its summer time since 1996.
    private static let dutchTime = [
        "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam", "BEGIN:DAYLIGHT", "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST",
        "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD", "END:VTIMEZONE",
    ]

    /// Backslash, comma, semicolon and line ends have a meaning of their own.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, letter in
            switch letter {
            case "\\", ",", ";": out += "\\\(letter)"
            case "\n", "\r", "\r\n": out += "\\n"
            default: out.append(letter)
            }
        }
    }

    /// Lines of at most 75 bytes, continued after a space.
    static func folded(_ line: String) -> String {
        var out = ""
        var width = 0
        for scalar in line.unicodeScalars {
            let bytes = UTF8.width(scalar)
            if width + bytes > 75 {
                out += "\r\n "
                width = 1
            }
            out.unicodeScalars.append(scalar)
            width += bytes
        }
        return out
    }

    private static func compact(_ day: Day) -> String { "\(day)".filter { $0 != "-" } }

    private static func clock(_ minutes: Int) -> String { "\(two(minutes / 60))\(two(minutes % 60))00" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A moment in universal time, to the second.
    private static func moment(_ milliseconds: Int64) -> String {
        let seconds = Int(milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000)
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let second = seconds - days * 86_400
        return "\(compact(Day(number: days)))T\(clock(second / 60).dropLast(2))\(two(second % 60))Z"
    }
}
