import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Who does what: organisations against activities, the goals those serve, or roles (the heatmap of handbook B4, step 1).
package struct WhoDoesWhat: Sendable, Hashable {
    /// What stands along the top.
    package enum Columns: String, Sendable, CaseIterable {
        case goals
        case activities
        case roles

        package var label: Text {
            switch self {
            case .goals: Text("doelen", "goals")
            case .activities: Text("activiteiten", "activities")
            case .roles: Text("rollen", "roles")
            }
        }
    }

    /// How often an organisation does something for a column, pays for it, or is better off by it. A role that is held counts as doing.
    package struct Cell: Sendable, Hashable {
        package let row: String
        package let column: String
        package fileprivate(set) var does = 0
        package fileprivate(set) var pays = 0
        package fileprivate(set) var gains = 0
    }

    /// Organisations that do, pay or gain something, by name in Dutch.
    package let rows: [Reference]
    /// The busiest first, equals by id.
    package let columns: [Reference]
    /// By row and column.
    package let cells: [Cell]
    /// Organisations of those asked for with nothing in any column: who is still to be given a part.
    package let idle: Int

    /// - Parameter organisations: only these ids.
    package init(_ kind: Columns, of organisations: Set<String>, _ reader: Reader) {
        var found: [String: Cell] = [:]
        var titles: [String: Reference] = [:]
        func add(_ parties: [ID<Organisation>], _ column: Reference, _ count: (inout Cell) -> Void) {
            for party in Set(parties.map(\.rawValue)) where organisations.contains(party) {
                count(&found["\(party)\n\(column.id)", default: Cell(row: party, column: column.id)])
                titles[column.id] = column
            }
        }
        switch kind {
        case .roles:
            for assignment in reader.records(Assignment.self) where assignment.period.contains(reader.today) {
                let name = reader.library.role(assignment.role)?.name ?? Text(same: assignment.role)
                add([assignment.organisation], Reference(kind: "roles", id: assignment.role, title: name)) {
                    $0.does += 1
                }
            }
        case .goals, .activities:
            for activity in reader.records(Activity.self) {
                guard let column = Self.column(activity, kind, reader) else { continue }
                add(activity.organisations, column) { $0.does += 1 }
                add(activity.payers, column) { $0.pays += 1 }
                add(activity.beneficiaries, column) { $0.gains += 1 }
            }
        }
        cells = found.values.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        var busy: [String: Int] = [:]
        for cell in cells { busy[cell.column, default: 0] += cell.does + cell.pays + cell.gains }
        columns = titles.values.sorted { (busy[$1.id] ?? 0, $0.id) < (busy[$0.id] ?? 0, $1.id) }
        let names = Names(reader)
        let active = Set(cells.map(\.row))
        rows = active.map { names.reference(to: ID($0)) }
            .sorted { ($0.title.dutch.lowercased(), $0.id) < ($1.title.dutch.lowercased(), $1.id) }
        idle = organisations.count - active.count
    }

    /// The activity itself, or its goal; nil for an activity without a goal.
    private static func column(_ activity: Activity, _ kind: Columns, _ reader: Reader) -> Reference? {
        guard kind == .goals else { return Reference(activity) }
        return activity.goal.flatMap { reader.record(Goal.self, $0.rawValue) }.map { Reference($0) }
    }
}
