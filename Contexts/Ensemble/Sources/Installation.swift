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
    /// What was found wrong at the opening.
    let fault: String?
    /// True when the store is sound but cannot be signed: its key is missing, or is another one.
    package internal(set) var lacksKey = false

    /// Why nothing can be written; nil when all is well.
    package var readOnlyBecause: String? { fault ?? ledger.doubtReason }

    package var ledger: LedgerStore { host.ledger }
    package var catalogue: Catalogue { host.catalogue }

    /// Up to this many entries a store is proved while it is opened (about half a second); a larger one by `prove`, when it runs.
    private static let provedAtOpening = 100_000

    /// Opens a store, or makes it, with the folder it is in, when it does not exist. A damaged store opens for reading only and says why;
    /// a store of a newer format, or a file that is no store, is refused untouched.
    package static func open(store path: String, methods: Library, clock: Clock = .system) throws -> Installation {
        let now = clock.now
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        var fault = try faultAtOpening(of: path)
        var lacksKey = false
        let ledger: LedgerStore
        do {
            ledger = try LedgerStore.open(path: path, readOnly: fault != nil, now: now)
        } catch let refusal as LedgerRefusal where refusal.leavesReading {
            ledger = try LedgerStore.open(path: path, readOnly: true, now: now)
            fault = refusal.description
            lacksKey = refusal.isAboutKey
        }
        let access = try AccessStore.open(
            path: path, readOnly: fault != nil, now: { Date(timeIntervalSince1970: Double(now()) / 1000) })
        return Installation(
            host: EcosystemHost(ledger: ledger, catalogue: .stelsel, methods: methods, clock: clock), access: access,
            methods: methods, clock: clock, fault: fault, lacksKey: lacksKey)
    }

    /// What is wrong with a store, before anything is written to it; nil when nothing is, or when there is none yet.
    private static func faultAtOpening(of path: String) throws -> String? {
        do {
            let reader = try LedgerStore.open(path: path, readOnly: true)
            defer { try? reader.close() }
            return reader.size <= provedAtOpening ? Self.fault(in: path) : reader.quickCheck()
        } catch LedgerRefusal.notFound { return nil }
    }

    /// The first thing that is wrong in the whole log of a store; nil when everything is proved.
    private static func fault(in path: String) -> String? { LedgerVerifier.verify(path: path).failure?.description }

    /// Proves a store that was too large to be proved at its opening. When it fails, nothing is written any more.
    /// Takes seconds to minutes; gives what is wrong.
    package func prove() -> String? {
        guard fault == nil, ledger.size > Self.provedAtOpening else { return readOnlyBecause }
        if let found = Self.fault(in: ledger.path) {
            ledger.stopWriting(because: found)
            access.stopWriting()
        }
        return readOnlyBecause
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
        case .damaged, .rolledBack, .forked, .checkpointUnreadable: true
        default: isAboutKey
        }
    }

    var isAboutKey: Bool {
        switch self {
        case .keyMissing, .keyUnreadable, .keyDiffers: true
        default: false
        }
    }
}
