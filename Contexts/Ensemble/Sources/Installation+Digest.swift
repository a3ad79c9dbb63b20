import Access
import Ecosystems
import Kernel

extension Installation {
    /// How many events a digest reads back at most, a thousand at a time (ours).
    private static let steps = 20

    /// The digest of somebody, over the ecosystems in which they act as a person.
    ///
    /// - Parameter since: the first day to tell of; see `Digest.since`.
    package func digest(of account: Account, since asked: Day?) async throws -> Digest {
        let since = Digest.since(asked, today: clock.today)
        let seats = try await access.seats(account.id)
        func caller(_ id: String) -> Caller {
            Caller(
                account: account.id.rawValue, administrator: account.administrator,
                persons: seats.filter { $0.ecosystem == id }.map(\.person), mayWrite: true)
        }
        let open = try await host.ids()
        var parts: [DigestPart] = []
        for id in Set(seats.map(\.ecosystem)).intersection(open).sorted() {
            let ecosystem = try await host.ecosystem(id)
            guard try await ecosystem.isOpen(to: caller(id)) else { continue }
            let reader = try await ecosystem.reader(for: caller(id))
            parts.append(try await digestPart(ecosystem, reader, persons: caller(id).persons, since: since))
        }
        return Digest(since: since, today: clock.today, parts: parts)
    }

    /// What the digest tells of one ecosystem.
    package func digestPart(
        _ ecosystem: Ecosystem, _ reader: Reader, persons: [String], since: Day
    ) async throws -> DigestPart {
        let seated = reader.rights.seesEverything ? try await access.persons(in: ecosystem.id) : []
        let history = try await history(of: ecosystem, since: since)
        return DigestPart(reader, persons: persons, seated: seated, history: history, since: since)
    }

    private func history(of ecosystem: Ecosystem, since: Day) async throws -> [HistoryItem] {
        var items: [HistoryItem] = []
        var next: Int?
        for _ in 0..<Self.steps {
            let part = try await ecosystem.history(before: next, limit: 1_000)
            items += part.filter { Clock.day(of: $0.recordedAt) >= since }
            guard let last = part.last, last.sequence > 1, Clock.day(of: last.recordedAt) >= since else { break }
            next = last.sequence
        }
        return items
    }
}
