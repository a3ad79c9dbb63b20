import Foundation
import GRDB

extension Session {
    /// A session that is about to begin, once it is known whose it is.
    struct Draft: Sendable {
        let id: ID
        let secret: Secret
        let means: Means
        let device: String
        let replacing: Data?
        let moment: Int64
        let oldest: Int64

        func start(_ db: Database, for account: Account.ID) throws -> Session {
            try Account.fetch(db, account).refuseShut()
            try Session.deleteOlder(db, than: oldest)
            if let replacing { try Session.revoke(db, hash: replacing, at: moment) }
            let begin = Date(milliseconds: moment)
            let session = Session(
                id: id, account: account, means: means, device: device, createdAt: begin, seenAt: begin)
            try Session.insert(db, session, hash: Secret.digest(secret.plaintext), at: moment)
            try Account.markSignedIn(db, account, at: moment)
            return session
        }
    }

    /// A session with the mark that ends it.
    struct Stored: Sendable {
        let session: Session
        let revoked: Bool

        func refuseOver(at moment: Int64, limits: AccessLimits) throws(AccessRefusal) {
            if revoked { throw AccessRefusal(.sessionRevoked) }
            if moment - session.createdAt.milliseconds >= limits.sessionAbsolute.milliseconds {
                throw AccessRefusal(.sessionExpired)
            }
            if moment - session.seenAt.milliseconds >= limits.sessionIdle.milliseconds {
                throw AccessRefusal(.sessionIdle)
            }
        }

        func isLive(at moment: Int64, limits: AccessLimits) -> Bool {
            do { try refuseOver(at: moment, limits: limits) } catch { return false }
            return true
        }
    }

    /// Browsers send their device's name; it is shortened rather than refused.
    static func label(_ device: String) -> String {
        let visible = String(device.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(80))
        return visible.trimmingCharacters(in: .whitespaces)
    }
}
