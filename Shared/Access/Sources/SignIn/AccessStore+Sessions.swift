import Foundation
import GRDB

extension AccessStore {
    /// Signs in: a fresh token for a cookie. The session behind `replacing`, if any, ends in the same transaction,
    /// so that a token from before sign-in is never worth more afterwards. Refuses a disabled account.
    package func createSession(
        for account: Account.ID, means: Session.Means, device: String, replacing old: String? = nil
    ) async throws(AccessRefusal) -> (session: Session, token: Secret) {
        let draft = draftSession(means: means, device: device, replacing: old)
        return try await write { db in (try draft.start(db, for: account), draft.secret) }
    }

    /// Redeems a link and signs in with it, in one transaction: a crash never costs a link. Refuses like `redeem`.
    package func signIn(
        withLink token: String, device: String, replacing old: String? = nil
    ) async throws(AccessRefusal) -> (session: Session, token: Secret, invitation: Invitation) {
        let hash = Secret.digest(token)
        let draft = draftSession(means: .link, device: device, replacing: old)
        return try await write { db in
            let invitation = try Invitation.redeem(db, hash: hash, at: draft.moment)
            return (try draft.start(db, for: invitation.account), draft.secret, invitation)
        }
    }

    /// Who is behind a cookie. Refuses an unknown, ended, idle or expired session and a disabled account.
    ///
    /// A read, except that about once a minute it notes that the session is in use.
    package func resolveSession(_ token: String) async throws(AccessRefusal) -> (session: Session, account: Account) {
        let hash = Secret.digest(token)
        let moment = moment
        let limits = limits
        let found = try await read { db in
            guard let stored = try Session.fetch(db, hash: hash) else { throw AccessRefusal(.sessionUnknown) }
            try stored.refuseOver(at: moment, limits: limits)
            let account = try Account.fetch(db, stored.session.account)
            try account.refuseShut()
            return (session: stored.session, account: account)
        }
        let step = min(60_000, limits.sessionIdle.milliseconds / 10)
        if !isReadOnly, moment - found.session.seenAt.milliseconds >= step {
            try await write { db in try Session.markSeen(db, found.session.id, at: moment) }
        }
        return found
    }

    /// The live sessions of an account, latest used first.
    package func sessions(_ account: Account.ID) async throws(AccessRefusal) -> [Session] {
        let moment = moment
        let limits = limits
        return try await read { db in
            try Session.fetchAll(db, account).filter { $0.isLive(at: moment, limits: limits) }.map(\.session)
        }
    }

    /// Ends one session of this account; `session-unknown` when it has no such session.
    package func revokeSession(_ id: Session.ID, of account: Account.ID) async throws(AccessRefusal) {
        let moment = moment
        try await write { db in
            if try !Session.revoke(db, id, account: account, at: moment) { throw AccessRefusal(.sessionUnknown) }
        }
    }

    /// Signs out everywhere, or everywhere else when `except` is given; says how many sessions ended.
    package func revokeSessions(
        of account: Account.ID, except: Session.ID? = nil
    ) async throws(AccessRefusal) -> Int {
        let moment = moment
        return try await write { db in try Session.revokeAll(db, account: account, except: except, at: moment) }
    }
}

extension AccessStore {
    private func draftSession(means: Session.Means, device: String, replacing old: String?) -> Session.Draft {
        Session.Draft(
            id: Session.ID(randomHex(8)), secret: newSecret(), means: means, device: Session.label(device),
            replacing: old.map(Secret.digest), moment: moment, oldest: moment - limits.sessionAbsolute.milliseconds)
    }
}
