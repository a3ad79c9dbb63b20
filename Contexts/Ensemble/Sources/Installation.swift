import Access
import Ecosystems
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// One running Stelsel: a store with ecosystems and people, and the methods it offers. The doors share it.
package struct Installation: Sendable {
    package let host: EcosystemHost
    package let access: AccessStore
    package let methods: Library
    package let clock: Clock
    /// Why nothing can be written; nil when all is well.
    package let readOnlyBecause: String?

    package var ledger: LedgerStore { host.ledger }
    package var catalogue: Catalogue { host.catalogue }

    /// Opens a store, or makes it when it does not exist. A damaged store opens for reading only and says why;
    /// a store of a newer format, or a file that is no store, is refused untouched.
    package static func open(store path: String, methods: Library, clock: Clock = .system) throws -> Installation {
        let now = clock.now
        var reason: String?
        let ledger: LedgerStore
        do {
            ledger = try LedgerStore.open(path: path, now: now)
            reason = ledger.quickCheck()
        } catch let refusal as LedgerRefusal where refusal.leavesReading {
            ledger = try LedgerStore.open(path: path, readOnly: true, now: now)
            reason = refusal.description
        }
        let readable =
            try reason == nil || ledger.isReadOnly ? ledger : LedgerStore.open(path: path, readOnly: true, now: now)
        let access = try AccessStore.open(
            path: path, readOnly: reason != nil, now: { Date(timeIntervalSince1970: Double(now()) / 1000) })
        return Installation(
            host: EcosystemHost(ledger: readable, catalogue: .stelsel, methods: methods, clock: clock), access: access,
            methods: methods, clock: clock, readOnlyBecause: reason)
    }

    /// Keeps snapshots and closes the store in good order.
    package func close() async throws {
        await host.saveSnapshots()
        try access.close()
        try ledger.close()
    }
}

extension LedgerRefusal {
    /// Damage and doubt leave reading possible; a strange or newer file does not.
    var leavesReading: Bool {
        switch self {
        case .damaged, .rolledBack, .forked, .checkpointUnreadable, .keyMissing, .keyUnreadable, .keyDiffers: true
        default: false
        }
    }
}
