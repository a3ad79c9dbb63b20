import Ecosystems
import Governance
import Kernel
import Parties

/// What one person should know: what is asked of them and by when, what was decided, and what others changed in what they belong to.
/// A value: the same ecosystems, day and person give the same digest.
package struct Digest: Sendable {
    /// How many days it looks back unless asked otherwise, and at most (ours).
    package static let usual = 7
    package static let longest = 366

    package let since: Day
    package let today: Day
    /// One for each ecosystem of the person, by its id.
    package let parts: [DigestPart]

    package init(since: Day, today: Day, parts: [DigestPart]) {
        self.since = since
        self.today = today
        self.parts = parts
    }

    package var isEmpty: Bool { parts.allSatisfy(\.isEmpty) }

    /// The day from which to tell: the one asked for, not later than today and not longer ago than `longest`.
    package static func since(_ asked: Day?, today: Day) -> Day {
        min(max(asked ?? today + -usual, today + -longest), today)
    }
}

/// What a digest tells of one ecosystem.
///
/// It leaves the house by e-mail, so what is confidential, or only for who holds a role, is never in it; not even that it is there.
package struct DigestPart: Sendable {
    /// How many changes it tells one by one (ours).
    package static let mostChanges = 25

    package let ecosystem: String
    package let name: Text
    /// Only participants may know of this ecosystem.
    package let isClosed: Bool
    package let tasks: [PersonalTask]
    package let decisions: [RegisteredDecision]
    package let changes: [DigestChange]
    /// How many records changed beyond those told.
    package let moreChanges: Int

    package var isEmpty: Bool { tasks.isEmpty && decisions.isEmpty && changes.isEmpty }

    /// - Parameters:
    ///   - persons: as whom the reader acts here.
    ///   - seated: the persons who can sign in, as far as the reader may know.
    ///   - history: newest first, at least back to `since`.
    package init(
        _ reader: Reader, persons: [String], seated: Set<String> = [], history: [HistoryItem], since: Day
    ) {
        ecosystem = reader.state.id
        name = reader.state.profile.name.isEmpty ? Text(same: reader.state.id) : reader.state.profile.name
        isClosed = reader.state.profile.participantsOnly
        tasks = PersonalTasks.forCaller(reader, persons: persons, seated: seated).filter { reader.mayMail($0.kind) }
        decisions = DecisionRegister.entries(reader, since: since)
        let all = DigestChange.all(reader, persons: persons, history: history, since: since)
        changes = Array(all.prefix(Self.mostChanges))
        moreChanges = all.count - changes.count
    }
}

extension Reader {
    /// Whether records of this kind may be told of outside the house.
    func mayMail(_ plural: String) -> Bool {
        switch catalogue.kind(plural)?.visibility {
        case .everyone, .participants, .ownOrganisation: true
        case .confidential, .body, nil: false
        }
    }
}
