import Ecosystems
import Kernel
import MethodLibrary

/// Who is who today: the tables of this context, joined once for everything that looks for findings.
struct Roster {
    let situation: Situation
    /// Valid today, sorted by id.
    let assignments: [Assignment]
    let byRole: [String: [Assignment]]
    /// Sorted by id.
    let mandates: [Mandate]
    let mandatesOf: [ID<Person>: [Mandate]]

    init(_ situation: Situation) {
        self.situation = situation
        assignments = situation.state[Assignment.self].sorted.filter { $0.period.contains(situation.today) }
        byRole = Dictionary(grouping: assignments, by: \.role)
        mandates = situation.state[Mandate.self].sorted
        mandatesOf = Dictionary(grouping: mandates, by: \.person)
    }

    var state: EcosystemState { situation.state }
    var today: Day { situation.today }

    func organisation(_ id: ID<Organisation>) -> Text { state[Organisation.self][id]?.name ?? Text(same: id.rawValue) }

    func person(_ id: ID<Person>) -> Text { state[Person.self][id]?.function ?? Text(same: id.rawValue) }

    func role(_ id: String) -> Text { situation.library.role(id)?.name ?? Text(same: id) }

    /// Whether an organisation has left or said no.
    func isClosed(_ organisation: ID<Organisation>) -> Bool { situation.status(of: organisation)?.isClosed == true }

    /// The roles of the methods that the ecosystem says it uses, with their ids as `method/role`.
    var rolesInUse: [(id: String, role: RolesMethod.Role)] {
        state.profile.methods.sorted().flatMap { id in
            (situation.library.method(id)?.roles?.roles ?? []).map { ("\(id)/\($0.id)", $0) }
        }
    }

    /// Whether someone acts for an organisation today under another mandate than this one, or the same person does.
    func isCovered(after mandate: Mandate) -> Bool {
        let heirs = Set([mandate.person, mandate.successor].compactMap { $0 })
        return heirs.flatMap { mandatesOf[$0] ?? [] }.contains {
            $0.id != mandate.id && $0.organisation == mandate.organisation && $0.standing == .valid
                && $0.period.outlasts(mandate.period, from: today)
        }
    }
}

extension Period {
    /// Whether it goes on after another period has ended, without a gap from a day on.
    fileprivate func outlasts(_ other: Period, from today: Day) -> Bool {
        guard let end = other.until else { return false }
        let start = max(end + 1, today)
        return (from.map { $0 <= start } ?? true) && (until.map { $0 > end && $0 >= today } ?? true)
    }
}

extension Text {
    /// “a, b en c”; after so many names the rest becomes a number.
    static func list(_ names: [Text], upTo limit: Int = 5) -> Text {
        func joined(_ words: [String], _ and: String, _ others: String) -> String {
            let rest = words.count - limit
            let shown = rest > 0 ? Array(words.prefix(limit)) + ["\(rest) \(others)"] : words
            guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
            return shown.dropLast().joined(separator: ", ") + " \(and) \(last)"
        }
        return Text(
            joined(names.map(\.dutch), "en", "andere"), joined(names.map(\.english), "and", "others"))
    }
}
