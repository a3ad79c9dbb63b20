import Foundation
import Kernel
import Ledger
import MethodLibrary

/// All ecosystems of an installation: opens them when asked for, and lets go of those that nobody uses.
package actor EcosystemHost {
    package nonisolated let ledger: LedgerStore
    package nonisolated let catalogue: Catalogue
    package nonisolated let methods: Library
    package nonisolated let clock: Clock
    /// `hasBegun`: the log was seen to hold it. A log only grows, so that stays so and need not be looked up for every page.
    private var open: [String: (ecosystem: Ecosystem, used: Int64, hasBegun: Bool)] = [:]

    package init(ledger: LedgerStore, catalogue: Catalogue, methods: Library, clock: Clock = .system) {
        self.ledger = ledger
        self.catalogue = catalogue
        self.methods = methods
        self.clock = clock
    }

    /// The ids of all ecosystems, sorted.
    package func ids() throws(Refusal) -> [String] {
        do { return try ledger.ecosystems().map(\.ecosystem) } catch {
            throw .invalid([Problem("store.failed", Text(same: "\(error)"))])
        }
    }

    /// The ids of the ecosystems that a caller may know of, sorted.
    package func ids(openTo caller: @Sendable (String) -> Caller) async throws(Refusal) -> [String] {
        var open: [String] = []
        for id in try ids() where try await ecosystem(id).isOpen(to: caller(id)) { open.append(id) }
        return open
    }

    /// An ecosystem by id; refuses when it does not exist.
    package func ecosystem(_ id: String) throws(Refusal) -> Ecosystem {
        guard let ecosystem = try self.ecosystem(orNew: id, mayBeNew: false) else {
            throw .notFound(.noSuchEcosystem(id))
        }
        return ecosystem
    }

    /// An ecosystem by id that may not have begun yet; its first command records its profile.
    package func begin(_ id: String) throws(Refusal) -> Ecosystem {
        guard Identifier.isValid(id), let ecosystem = try ecosystem(orNew: id, mayBeNew: true) else {
            throw .invalid([Problem.badID(id)])
        }
        return ecosystem
    }

    private func ecosystem(orNew id: String, mayBeNew: Bool) throws(Refusal) -> Ecosystem? {
        let found = open[id]
        do {
            let hasBegun = try found?.hasBegun == true || ledger.lastSequence(of: id) > 0
            guard hasBegun || mayBeNew else { return nil }
            let ecosystem =
                try found?.ecosystem
                ?? Ecosystem(id: id, ledger: ledger, catalogue: catalogue, methods: methods, clock: clock)
            open[id] = (ecosystem, clock.now(), hasBegun)
            return ecosystem
        } catch let problem as Problem {
            throw .invalid([problem])
        } catch let refusal as LedgerRefusal {
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }

    /// Lets go of ecosystems that nobody used for this long (milliseconds), keeping a snapshot of each.
    package func evict(idleFor milliseconds: Int64) async {
        let limit = clock.now() - milliseconds
        for (id, entry) in open where entry.used < limit {
            guard await !entry.ecosystem.isWatched else { continue }
            await entry.ecosystem.saveSnapshot()
            open[id] = nil
        }
    }

    /// Takes in what other processes appended to the ecosystems that are open.
    package func catchUp() async throws(Refusal) {
        for (id, entry) in open {
            let last: Int
            do { last = try ledger.lastSequence(of: id) } catch {
                throw .invalid([Problem("store.failed", Text(same: "\(error)"))])
            }
            if await entry.ecosystem.state.sequence < last { try await entry.ecosystem.catchUpWithDisk() }
        }
    }

    /// Keeps a snapshot of everything that is open; for a stop.
    package func saveSnapshots() async {
        for entry in open.values { await entry.ecosystem.saveSnapshot() }
    }
}

extension Problem {
    /// Also for an ecosystem that the caller may not know of.
    static func noSuchEcosystem(_ id: String) -> Problem {
        Problem(
            "ecosystem.unknown", Text("Het ecosysteem “\(id)” bestaat niet.", "There is no ecosystem “\(id)”."),
            mend: Text(
                "Kijk in de lijst van ecosystemen. Sommige zien alleen deelnemers die zijn aangemeld.",
                "Look in the list of ecosystems. Some are seen only by participants who are signed in."))
    }
}
