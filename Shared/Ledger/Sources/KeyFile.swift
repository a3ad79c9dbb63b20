import Foundation

/// The file with the secret key of an installation, readable by its owner only.
struct KeyFile {
    let path: String

    /// The key, or nil when there is no file. Refuses a file that is not a key.
    func load() throws -> NoteSigner? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw LedgerRefusal.keyUnreadable(path: path, why: "it may not be read")
        }
        guard let signer = NoteSigner(text: String(decoding: bytes, as: UTF8.self)) else {
            throw LedgerRefusal.keyUnreadable(path: path, why: "it does not hold an Ed25519 note key")
        }
        return signer
    }

    /// Makes a key and stores it durably with mode 0600. Never overwrites: when another process made one meanwhile, it is that one.
    func make(origin: String?) throws -> NoteSigner {
        if let origin, !NoteSigner.isUsable(name: origin) {
            throw LedgerRefusal.invalid(what: "origin \"\(origin)\"", why: "it is empty or holds spaces or a plus")
        }
        let signer = NoteSigner(name: origin)
        do {
            try DurableFile.create(path, Data(signer.secretText.utf8), mode: 0o600)
        } catch let failure as DurableFile.Failure where failure.isTaken {
            if let made = try load() { return made }
            throw LedgerRefusal.keyUnreadable(path: path, why: "it was there for a moment")
        } catch { throw LedgerRefusal.keyUnreadable(path: path, why: "it could not be written (\(error))") }
        return signer
    }
}
