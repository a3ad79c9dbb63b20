extension LedgerRefusal {
    struct Words {
        let rule: String
        let message: String
        let mend: String

        init(_ rule: String, _ message: String, _ mend: String) {
            self.rule = "ledger." + rule
            self.message = message
            self.mend = mend
        }
    }

    var words: Words {
        switch self {
        case .conflict, .invalid, .readOnly, .closed: requestWords
        case .notFound, .alreadyExists, .notALedger, .newerFormat, .storageFull, .busy, .storageFailed: fileWords
        default: proofWords
        }
    }

    private var requestWords: Words {
        switch self {
        case .conflict(let expected, let actual):
            Words(
                "conflict", "The history stands at sequence \(actual), not at \(expected).",
                "Read what was added since, decide again and retry.")
        case .invalid(let what, let why): Words("invalid", "\(what): \(why).", "Correct the request.")
        case .readOnly:
            Words("readOnly", "The store is open for reading only.", "Open it for writing once it is sound.")
        default: Words("closed", "The store is closed.", "Open it again.")
        }
    }

    private var fileWords: Words {
        switch self {
        case .notFound(let path): Words("notFound", "There is no store at \(path).", "Check the path.")
        case .alreadyExists(let path):
            Words("alreadyExists", "\(path) already exists.", "Choose another path; nothing is overwritten.")
        case .notALedger(let path, let why):
            Words("notALedger", "\(path) is not a Stelsel store: \(why).", "Check the path; the file was not touched.")
        case .newerFormat(let path, let found, let supported):
            Words(
                "newerFormat", "\(path) has store format \(found); this version knows formats up to \(supported).",
                "Use a newer version of Stelsel; the file was not touched.")
        case .storageFull: Words("storageFull", "The disk is full; nothing was recorded.", "Make room and retry.")
        case .busy:
            Words("busy", "Another process keeps the store locked; nothing was recorded.", "Retry in a moment.")
        case .storageFailed(let why):
            Words("storageFailed", "The store could not be read or written: \(why).", "Check the disk and its rights.")
        default: Words("damaged", "The store is damaged.", "Restore a backup.")
        }
    }

    private var proofWords: Words {
        switch self {
        case .rolledBack(let stored, let signed):
            Words(
                "rolledBack", "The store holds \(stored) entries, but a checkpoint was signed for \(signed).",
                "Put the newer store back; if a backup was restored on purpose, move the .checkpoint file aside.")
        case .forked(let size):
            Words(
                "forked", "The first \(size) entries are not those that the checkpoint was signed for.",
                "Run verify to find the entry, and restore a backup that agrees with the checkpoint.")
        case .checkpointUnreadable(let path, let why):
            Words("checkpointUnreadable", "\(path) cannot be trusted: \(why).", "Restore it, or move it aside.")
        case .noteInvalid(let why): Words("noteInvalid", "The signed note is not valid: \(why).", "Ask for it again.")
        case .keyMissing(let path):
            Words(
                "keyMissing", "The key of this store is not at \(path).",
                "Put the key file back. If it is lost, `stelsel key renew` goes on with a new one.")
        case .keyUnreadable(let path, let why):
            Words(
                "keyUnreadable", "\(path) is not a usable key: \(why).",
                "Put the right key file back. If it is lost, move this one aside; `stelsel key renew` makes a new one.")
        case .keyDiffers(let path, let expected):
            Words(
                "keyDiffers", "The key at \(path) is not the key \(expected) of this store.",
                "Put the right key file back. If it is lost, `stelsel key renew` goes on with this one.")
        case .damaged(let why):
            Words("damaged", "The store is damaged: \(why).", "Run verify, and restore a backup.")
        default: fileWords
        }
    }
}
