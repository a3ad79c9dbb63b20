import Calendars
import Ecosystems
import Kernel

/// The days that agreements set, as an iCalendar feed (RFC 5545): what is due, when rounds and offerings close, reviews.
package enum DeadlineCalendar {
    /// How far ahead the feed looks, in days (ours).
    package static let horizon = 400

    /// - Parameter stamp: milliseconds since 1970 of the last change; stands in every entry, so the same state gives the same bytes.
    package static func text(_ reader: Reader, stamp: Int64, language: Language) -> String {
        let shown = entries(reader).map {
            CalendarFile.Entry(key: $0.key, title: $0.title.shown(language), day: $0.day)
        }
        return CalendarFile(
            name: reader.state.profile.name.shown(language), language: language, origin: reader.state.id, stamp: stamp,
            entries: shown
        ).text
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
}
