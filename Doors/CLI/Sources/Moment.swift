import ArgumentParser
import Ecosystems
import Kernel
import Ledger

/// A point in a history: the end of a day, or an event.
enum Moment: ExpressibleByArgument {
    case day(Day)
    case event(Int)

    init?(argument: String) {
        if let day = Day(argument) {
            self = .day(day)
        } else if let sequence = Int(argument), sequence > 0 {
            self = .event(sequence)
        } else {
            return nil
        }
    }

    /// The last event up to this point; refuses when there is none, and a point that has yet to come.
    func sequence(of id: String, in store: String, today: Day) throws -> Int {
        let ledger = try LedgerStore.open(path: store, readOnly: true)
        defer { try? ledger.close() }
        let last = try ledger.lastSequence(of: id, atOrBefore: .max)
        guard last > 0 else { throw House.unknown(id, among: try ledger.ecosystems().map(\.ecosystem)) }
        switch self {
        case .event(let sequence):
            guard sequence <= last else { throw try after(id, last, ledger) }
            return sequence
        case .day(let day):
            guard day <= today else { throw try after(id, last, ledger) }
            let sequence = try ledger.lastSequence(of: id, atOrBefore: Clock.end(of: day))
            guard sequence > 0 else { throw Self.before(id, day) }
            return sequence
        }
    }

    private func after(_ id: String, _ last: Int, _ ledger: LedgerStore) throws -> Problem {
        let entry = try ledger.entries(ecosystem: id, after: last - 1, through: last).first
        let day = entry.map { Clock.day(of: $0.recordedAt) }
        return Problem(
            "history.after",
            Text(
                "De geschiedenis van “\(id)” is nog niet tot \(words.nl) gekomen.",
                "The history of “\(id)” has not come to \(words.en) yet."),
            mend: Text(
                "De laatste gebeurtenis is \(last)\(day.map { ", van \($0)" } ?? "").",
                "The last event is \(last)\(day.map { ", of \($0)" } ?? "")."))
    }

    private var words: Text {
        switch self {
        case .day(let day): Text(same: day.description)
        case .event(let sequence): Text("gebeurtenis \(sequence)", "event \(sequence)")
        }
    }

    private static func before(_ id: String, _ day: Day) -> Problem {
        Problem(
            "history.before",
            Text("Op \(day) was er van “\(id)” nog niets.", "On \(day) there was nothing of “\(id)” yet."),
            mend: Text("Kies een latere dag.", "Choose a later day."))
    }
}
