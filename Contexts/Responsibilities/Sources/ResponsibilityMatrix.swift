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
            self.init(rawValue: 1 << UInt8(ResponsiblePart.allCases.firstIndex(of: part) ?? 0))
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
    private let cells: [ResponsibilitySubject: [ResponsibleParty: Parts]]

    /// - Parameter activities: those that should be divided, whether anybody has a part in them or not.
    package init(_ records: some Sequence<Responsibility>, activities: [Activity], on day: Day) {
        var cells: [ResponsibilitySubject: [ResponsibleParty: Parts]] = [:]
        for activity in activities where activity.period.contains(day) { cells[.activity(activity.id)] = [:] }
        var parties: Set<ResponsibleParty> = []
        for record in records where record.period.contains(day) {
            guard let subject = record.subject, let party = record.party else { continue }
            cells[subject, default: [:]][party, default: []].insert(Parts(record.part))
            parties.insert(party)
        }
        self.day = day
        self.cells = cells
        self.parties = parties.sorted()
        subjects = cells.keys.sorted()
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

    package subscript(subject: ResponsibilitySubject, party: ResponsibleParty) -> Parts { cells[subject]?[party] ?? [] }

    /// Everybody with a part in something, sorted.
    package func shares(of subject: ResponsibilitySubject) -> [(party: ResponsibleParty, parts: Parts)] {
        (cells[subject] ?? [:]).map { (party: $0.key, parts: $0.value) }.sorted { $0.party < $1.party }
    }

    /// Without an order; for counting.
    package func row(_ subject: ResponsibilitySubject) -> [ResponsibleParty: Parts] { cells[subject] ?? [:] }

    package func accountable(for subject: ResponsibilitySubject) -> ResponsibleParty? {
        shares(of: subject).first { $0.parts.contains(.accountable) }?.party
    }

    package var activities: [ID<Activity>] {
        subjects.compactMap { if case .activity(let activity) = $0 { activity } else { nil } }
    }

    /// Whether responsibilities for activities are kept here at all: nobody is told of gaps in what was not begun.
    package var dividesActivities: Bool {
        subjects.contains { subject in
            if case .activity = subject { cells[subject]?.isEmpty == false } else { false }
        }
    }

    /// The delivery models in which something was divided, sorted.
    package var models: [String] {
        Set(subjects.compactMap { if case .layer(let model, _) = $0 { model } else { nil } }).sorted()
    }
}
