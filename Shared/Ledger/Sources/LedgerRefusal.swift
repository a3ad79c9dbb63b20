/// Why the ledger does not do what was asked. A refusal leaves the store as it was.
package enum LedgerRefusal: Error, Hashable, Sendable {
    /// The caller saw `expected` as the last sequence; the log stands at `actual`.
    case conflict(expected: Int, actual: Int)
    /// What was asked breaks a rule of the ledger itself.
    case invalid(what: String, why: String)
    case readOnly
    case closed
    case notFound(path: String)
    case alreadyExists(path: String)
    case notALedger(path: String, why: String)
    case newerFormat(path: String, found: Int, supported: Int)
    case damaged(why: String)
    /// The store holds fewer entries than a checkpoint that was signed for it.
    case rolledBack(stored: Int, signed: Int)
    /// The store holds other entries than those a checkpoint was signed for.
    case forked(size: Int)
    case checkpointUnreadable(path: String, why: String)
    case keyMissing(path: String)
    case keyUnreadable(path: String, why: String)
    case keyDiffers(path: String, expected: String)
    case noteInvalid(why: String)
    case storageFull
    case busy
    case storageFailed(why: String)
}

extension LedgerRefusal: CustomStringConvertible {
    package var description: String { "\(message) \(mend)" }

    /// Stable name of the rule that refuses, such as `ledger.conflict`.
    package var rule: String { words.rule }
    /// What is the matter, in one sentence.
    package var message: String { words.message }
    /// What to do about it, in one sentence.
    package var mend: String { words.mend }
}
