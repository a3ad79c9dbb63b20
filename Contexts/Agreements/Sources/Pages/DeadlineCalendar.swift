import Ecosystems
import Kernel

/// The days that agreements set, as an iCalendar feed (RFC 5545): what is due, when rounds and offerings close, reviews.
package enum DeadlineCalendar {
    /// How far ahead the feed looks, in days (ours).
    package static let horizon = 400

    /// - Parameter stamp: milliseconds since 1970 of the last change; stands in every entry, so the same state gives the same bytes.
    package static func text(_ reader: Reader, stamp: Int64, language: Language) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stelsel//Agreements//\(language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN", "NAME:\(escaped(reader.state.profile.name.shown(language)))",
        ]
        for entry in entries(reader) {
            lines += [
                "BEGIN:VEVENT", "UID:\(entry.key)@\(reader.state.id).stelsel", "DTSTAMP:\(moment(stamp))",
                "DTSTART;VALUE=DATE:\(compact(entry.day))", "DTEND;VALUE=DATE:\(compact(entry.day + 1))",
                "SUMMARY:\(escaped(entry.title.shown(language)))", "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        }
        return (lines + ["END:VCALENDAR"]).map(folded).joined(separator: "\r\n") + "\r\n"
    }

    struct Entry {
        let day: Day
        let key: String
        let title: Text
    }

    static func entries(_ reader: Reader) -> [Entry] {
        let norms = Obligations(reader).deadlines(within: horizon).map {
            Entry(day: $0.day, key: "norm-\(Hash.hex($0.status.key).prefix(24))", title: $0.title)
        }
        let steps = reader.records(Agreement.self).flatMap { agreement -> [Entry] in
            let course = AgreementCourse.of(agreement.id.rawValue, reader)
            let name = agreement.name
            let ahead = (course?.steps ?? []).filter { $0.day >= reader.today }.map { step in
                Entry(
                    day: step.day, key: "\(step.kind)-\(step.record)-\(step.day)",
                    title: Text("\(name.dutch): \(step.what.dutch)", "\(name.english): \(step.what.english)"))
            }
            let isPlanned = course?.steps.contains { $0.kind == Review.naming.plural && $0.isFuture } == true
            let review = isPlanned ? nil : course?.nextReview.flatMap { $0 >= reader.today ? $0 : nil }
            return ahead
                + (review.map {
                    [
                        Entry(
                            day: $0, key: "review-\(agreement.id)",
                            title: Text("\(name.dutch): evaluatie", "\(name.english): review"))
                    ]
                } ?? [])
        }
        return (norms + steps).sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    }

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

    private static func moment(_ milliseconds: Int64) -> String {
        DeclaredMoment(milliseconds: milliseconds).description.filter { $0 != "-" && $0 != ":" }
    }
}
