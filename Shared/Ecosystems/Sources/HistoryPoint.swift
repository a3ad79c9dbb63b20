import Foundation
import Kernel
import Ledger

/// A point in the history of an ecosystem, as a caller names it.
package enum HistoryPoint: Sendable, Hashable {
    /// Just after this event.
    case event(Int)
    /// The end of a day in the Netherlands; of today: now.
    case day(Day)
    /// Milliseconds since 1970: everything recorded up to and including it.
    case moment(Int64)

    /// The last event up to this point. Refuses what lies before the first event (`history.before`) and what has not been yet
    /// (`history.after`): neither nothing nor the present may pass for it.
    ///
    /// - Parameter last: the last event that the caller looks at; that of the ledger when nil.
    package func sequence(
        of ecosystem: String, in ledger: LedgerStore, last: Int? = nil, clock: Clock
    ) throws(Refusal) -> Int {
        do {
            let last = try last ?? ledger.lastSequence(of: ecosystem)
            let sequence: Int
            switch self {
            case .event(let event): sequence = event
            case .day(let day) where day > clock.today: sequence = .max
            case .day(let day):
                sequence = try min(last, ledger.lastSequence(of: ecosystem, atOrBefore: Clock.end(of: day)))
            case .moment(let moment) where moment > clock.now(): sequence = .max
            case .moment(let moment):
                sequence = try min(last, ledger.lastSequence(of: ecosystem, atOrBefore: moment))
            }
            guard sequence <= last else { throw Problem.after(self, last) }
            guard sequence > 0 else { throw Problem.before(self, try Self.firstDay(of: ecosystem, in: ledger)) }
            return sequence
        } catch let problem as Problem {
            throw .invalid([problem])
        } catch let refusal as LedgerRefusal {
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }

    private static func firstDay(of ecosystem: String, in ledger: LedgerStore) throws -> Day? {
        try ledger.entries(ecosystem: ecosystem, after: 0, through: 1).first.map { Clock.day(of: $0.recordedAt) }
    }

    /// As one reads it in a sentence.
    fileprivate var name: Text {
        switch self {
        case .event(let event): return Text("Gebeurtenis \(event)", "Event \(event)")
        case .day(let day): return Text(day.shown(.nl), day.shown(.en))
        case .moment(let moment):
            return Text(same: Date(timeIntervalSince1970: Double(moment) / 1000).formatted(.iso8601))
        }
    }
}

extension Ecosystem {
    /// The last event up to a point; refuses as `HistoryPoint.sequence` does.
    package func sequence(at point: HistoryPoint) throws(Refusal) -> Int {
        try point.sequence(of: id, in: ledger, last: state.sequence, clock: clock)
    }
}

extension Problem {
    fileprivate static func after(_ point: HistoryPoint, _ last: Int) -> Problem {
        Problem(
            "history.after",
            Text("\(point.name.nl) is nog niet geweest.", "\(point.name.en) has not been yet."),
            mend: Text("De laatste gebeurtenis is nummer \(last).", "The last event is number \(last)."))
    }

    fileprivate static func before(_ point: HistoryPoint, _ first: Day?) -> Problem {
        let day = first.map { Text($0.shown(.nl), $0.shown(.en)) } ?? Text(same: "–")
        return Problem(
            "history.before",
            Text("\(point.name.nl) ligt voor het begin.", "\(point.name.en) lies before the start."),
            mend: Text(
                "De eerste gebeurtenis is nummer 1, van \(day.nl).", "The first event is number 1, of \(day.en)."))
    }
}
