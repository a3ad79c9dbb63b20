import Foundation
import Kernel
import Ledger

/// States of the log that nobody could choose: what a lot is drawn with.
extension Ecosystem {
    /// A published state of the log: how many entries it has, and the root of their tree in base64, as a checkpoint writes it.
    package struct LogRoot: Sendable, Hashable {
        package let size: Int
        package let root: String
    }

    /// The log as it stood right after an event of this ecosystem. Publishes a checkpoint first, so that who keeps checkpoints can check it.
    package func root(after sequence: Int) throws(Refusal) -> LogRoot {
        try log { ledger in
            guard let leaf = try ledger.evidence(ecosystem: id, sequence: sequence)?.leaf else { return nil }
            try ledger.saveCheckpoint()
            return LogRoot(size: leaf + 1, root: try ledger.root(size: leaf + 1).data.base64EncodedString())
        }
    }

    /// The log as it stood with this many entries. Refuses more than there are.
    package func root(size: Int) throws(Refusal) -> LogRoot {
        try log { ledger in
            guard size > 0, size <= ledger.size else { return nil }
            return LogRoot(size: size, root: try ledger.root(size: size).data.base64EncodedString())
        }
    }

    private func log(_ read: (LedgerStore) throws -> LogRoot?) throws(Refusal) -> LogRoot {
        let found: LogRoot?
        do { found = try read(ledger) } catch let refusal as LedgerRefusal {
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
        guard let found else { throw .invalid([.noSuchRoot]) }
        return found
    }
}

extension Problem {
    fileprivate static let noSuchRoot = Problem(
        "lot.early", at: ["seed"],
        Text("Zo lang is het logboek nog niet.", "The log is not that long yet."),
        mend: Text("Noem een aantal regels dat er al is.", "Name a number of entries that are there."))
}
