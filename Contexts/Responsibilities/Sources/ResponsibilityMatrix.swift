import Ecosystems
import Kernel
import Purpose

/// Who has which part in what, on a day: one index over all responsibilities, that every view and check reads.
package struct ResponsibilityMatrix: Sendable {
    /// The parts that one party has in one subject.
    package struct Parts: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package init(_ part: ResponsiblePart) {
            switch part {
            case .responsible: self.init(rawValue: 1)
            case .accountable: self.init(rawValue: 2)
            case .support: self.init(rawValue: 4)
            case .consulted: self.init(rawValue: 8)
            case .informed: self.init(rawValue: 16)
            }
        }

        /// In the order R, A, S, C, I.
        package var parts: [ResponsiblePart] { ResponsiblePart.allCases.filter { contains(Self($0)) } }
        /// Such as `AR`, the accountable first.
        package var letters: String {
            (contains(.accountable) ? "A" : "") + parts.filter { $0 != .accountable }.map(\.letter).joined()
        }

        package static let accountable = Self(.accountable)
        package static let responsible = Self(.responsible)
    }

    package let day: Day
    /// Everything that somebody has a part in, and every activity that runs on the day; sorted.
    package let subjects: [ResponsibilitySubject]
    /// Everybody who has a part in something; sorted.
    package let parties: [ResponsibleParty]
    /// The row of each subject in `cells`, and the place of each party in a row; a row ends after its last part.
    private let rows: [ResponsibilitySubject: Int]
    private let places: [ResponsibleParty: Int]
    private let columns: [ResponsibleParty]
    private let cells: [[Parts]]

    /// - Parameter activities: those that should be divided, whether anybody has a part in them or not.
    package init(_ records: some Sequence<Responsibility>, activities: [Activity], on day: Day) {
        var rows: [ResponsibilitySubject: Int] = [:]
        var cells: [[Parts]] = []
        var places: [ResponsibleParty: Int] = [:]
        var columns: [ResponsibleParty] = []
        for activity in activities where activity.period.contains(day) {
            rows[.activity(activity.id)] = cells.count
            cells.append([])
        }
        for record in records where record.period.contains(day) {
            guard let subject = record.subject, let party = record.party else { continue }
            let place = places[party] ?? columns.count
            if place == columns.count {
                places[party] = place
                columns.append(party)
            }
            let row = rows[subject] ?? cells.count
            if row == cells.count {
                rows[subject] = row
                cells.append([])
            }
            let missing = place + 1 - cells[row].count
            if missing > 0 { cells[row].append(contentsOf: repeatElement(Parts(rawValue: 0), count: missing)) }
            cells[row][place].insert(Parts(record.part))
        }
        self.day = day
        (self.rows, self.cells, self.places, self.columns) = (rows, cells, places, columns)
        parties = columns.sorted()
        subjects = rows.keys.sorted()
    }

    /// As far as the reader may see it; empty for who may not.
    package init(_ reader: Reader, on day: Day? = nil) {
        let kind = reader.catalogue.kind(Responsibility.naming.plural)
        let mayRead = kind.map(reader.canRead) ?? false
        // Without an order: the matrix sorts what it shows.
        guard mayRead else {
            self.init([], activities: [], on: day ?? reader.today)
            return
        }
        self.init(reader.state, on: day ?? reader.today)
    }

    package init(_ state: EcosystemState, on day: Day) {
        self.init(state[Responsibility.self].records, activities: state[Activity.self].sorted, on: day)
    }

    package subscript(subject: ResponsibilitySubject, party: ResponsibleParty) -> Parts {
        guard let row = rows[subject], let place = places[party], place < cells[row].count else { return [] }
        return cells[row][place]
    }

    /// Everybody with a part in something, sorted.
    package func shares(of subject: ResponsibilitySubject) -> [(party: ResponsibleParty, parts: Parts)] {
        filled(subject).map { (party: party(at: $0.place), parts: $0.parts) }.sorted { $0.party < $1.party }
    }

    /// Without an order.
    package func row(_ subject: ResponsibilitySubject) -> [ResponsibleParty: Parts] {
        Dictionary(filled(subject).map { (party(at: $0.place), $0.parts) }, uniquingKeysWith: { first, _ in first })
    }

    /// The filled cells of a subject by the place of their party; for counting without looking parties up.
    func filled(_ subject: ResponsibilitySubject) -> [(place: Int, parts: Parts)] {
        guard let row = rows[subject] else { return [] }
        return cells[row].enumerated().lazy.filter { !$0.element.isEmpty }.map { (place: $0.offset, parts: $0.element) }
    }

    func party(at place: Int) -> ResponsibleParty { columns[place] }
    /// How many places there are.
    var width: Int { columns.count }

    package func accountable(for subject: ResponsibilitySubject) -> ResponsibleParty? {
        shares(of: subject).first { $0.parts.contains(.accountable) }?.party
    }

    package var activities: [ID<Activity>] {
        subjects.compactMap { if case .activity(let activity) = $0 { activity } else { nil } }
    }

    /// Whether responsibilities for activities are kept here at all: nobody is told of gaps in what was not begun.
    package var dividesActivities: Bool {
        subjects.contains { subject in
            if case .activity = subject { !filled(subject).isEmpty } else { false }
        }
    }

    /// The delivery models in which something was divided, sorted.
    package var models: [String] {
        Set(subjects.compactMap { if case .layer(let model, _) = $0 { model } else { nil } }).sorted()
    }
}
