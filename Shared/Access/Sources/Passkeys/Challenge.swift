import Foundation
import GRDB
import Signing

/// A question to a passkey that this server asked and that may be answered once.
struct Challenge: Sendable {
    let ceremony: String
    let account: Account.ID?
    let verification: UserVerification
    let createdAt: Int64
    let used: Bool
}

extension AccessStore {
    /// Keeps the hash of 32 fresh bytes and returns the bytes.
    func newChallenge(
        _ ceremony: ClientData.Ceremony, account: Account.ID?, verification: UserVerification
    ) async throws(AccessRefusal) -> Data {
        let bytes = Data(random(32))
        let moment = moment
        let limits = limits
        try await write { db in
            if let account { try Account.fetch(db, account).refuseShut() }
            try Challenge.deleteOlder(db, than: moment - 2 * limits.challenge.milliseconds)
            try Challenge.deleteAllBut(db, newest: max(0, limits.openChallenges - 1))
            try Challenge.insert(
                db, Challenge.hash(bytes), ceremony, account: account, verification: verification, at: moment)
        }
        return bytes
    }

    /// Uses the challenge up, whatever comes of the answer. Refuses an unknown, used or expired one, and one that was
    /// asked for another ceremony or account.
    func consume(
        _ bytes: Data, _ ceremony: ClientData.Ceremony, account: Account.ID?
    ) async throws(AccessRefusal) -> Challenge {
        let hash = Challenge.hash(bytes)
        let moment = moment
        let challenge = try await write { db in
            guard let found = try Challenge.fetch(db, hash) else { throw AccessRefusal(.passkeyChallengeUnknown) }
            if found.used { throw AccessRefusal(.passkeyChallengeUsed) }
            try Challenge.markUsed(db, hash, at: moment)
            return found
        }
        guard moment - challenge.createdAt < limits.challenge.milliseconds else {
            throw AccessRefusal(.passkeyChallengeExpired)
        }
        guard challenge.ceremony == ceremony.rawValue else { throw AccessRefusal(.passkeyCeremony) }
        guard challenge.account == account else { throw AccessRefusal(.passkeyAccount) }
        return challenge
    }
}
