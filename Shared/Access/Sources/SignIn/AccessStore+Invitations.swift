import Foundation
import GRDB

extension AccessStore {
    /// A link that signs in to `account` once, valid for one minute to ninety days.
    ///
    /// Refuses a disabled account. Earlier links stay valid until they are used or expire.
    package func invite(
        _ account: Account.ID, purpose: Invitation.Purpose, validFor: Duration
    ) async throws(AccessRefusal) -> Secret {
        let draft = try draftInvitation(validFor: validFor)
        return try await write { db in
            try Account.fetch(db, account).refuseShut()
            try Invitation.insert(db, draft, account: account, purpose: purpose)
            return draft.secret
        }
    }

    /// The link for the very first sign-in, or nil once an active administrator has signed in.
    ///
    /// Makes the administrator's account at the first call and a new link to that account at every later one.
    package func firstAdministratorLink(
        contact: Contact, language: Account.Language = .nl, validFor: Duration
    ) async throws(AccessRefusal) -> (account: Account.ID, token: Secret)? {
        let checked = try contact.checked()
        let draft = try draftInvitation(validFor: validFor)
        let id = Account.ID(randomHex(16))
        return try await write { db in
            let administrators = try Account.fetchAll(db).filter { $0.administrator && !$0.disabled }
            if administrators.contains(where: { $0.signedInAt != nil }) { return nil }
            let account = administrators.first?.id ?? id
            if administrators.isEmpty {
                try Account.insert(db, id: id, administrator: true, language: language, at: draft.createdAt)
                try Contact.upsert(db, checked, account: id)
            }
            try Invitation.insert(db, draft, account: account, purpose: .firstAdministrator)
            return (account, draft.secret)
        }
    }

    /// What a link is for, without using it up: mail scanners open links, so a page first asks for a click.
    ///
    /// Refuses like `redeem`.
    package func inspect(_ token: String) async throws(AccessRefusal) -> Invitation {
        let hash = Secret.digest(token)
        let moment = moment
        return try await read { db in try Invitation.fetchOpen(db, hash: hash, at: moment) }
    }

    /// Uses the link up and says whose it is: of any number of simultaneous callers exactly one succeeds.
    ///
    /// Refuses an unknown, expired or used link, and a disabled account (the link then stays unused).
    package func redeem(_ token: String) async throws(AccessRefusal) -> Invitation {
        let hash = Secret.digest(token)
        let moment = moment
        return try await write { db in try Invitation.redeem(db, hash: hash, at: moment) }
    }

    /// All links of an account, newest first; tokens cannot be shown again.
    package func invitations(_ account: Account.ID) async throws(AccessRefusal) -> [Invitation] {
        try await read { db in try Invitation.fetchAll(db, account) }
    }

    /// Makes the unused links of an account worthless; says how many there were.
    package func withdrawInvitations(_ account: Account.ID) async throws(AccessRefusal) -> Int {
        try await write { db in try Invitation.deleteUnused(db, account) }
    }

    private func draftInvitation(validFor: Duration) throws(AccessRefusal) -> Invitation.Draft {
        guard (.seconds(60) ... .seconds(90 * 86_400)).contains(validFor) else {
            throw AccessRefusal(.invitationValidity)
        }
        let moment = moment
        return Invitation.Draft(
            id: randomHex(8), secret: newSecret(), createdAt: moment, expiresAt: moment + validFor.milliseconds)
    }
}

extension Invitation {
    struct Draft: Sendable {
        let id: String
        let secret: Secret
        let createdAt: Int64
        let expiresAt: Int64
    }

    static func redeem(_ db: Database, hash: Data, at moment: Int64) throws -> Invitation {
        let invitation = try fetchOpen(db, hash: hash, at: moment)
        try markUsed(db, invitation.id, at: moment)
        return try fetch(db, hash: hash) ?? invitation
    }

    static func fetchOpen(_ db: Database, hash: Data, at moment: Int64) throws -> Invitation {
        guard let invitation = try fetch(db, hash: hash) else { throw AccessRefusal(.invitationUnknown) }
        if invitation.usedAt != nil { throw AccessRefusal(.invitationUsed) }
        if invitation.expiresAt.milliseconds <= moment { throw AccessRefusal(.invitationExpired) }
        try Account.fetch(db, invitation.account).refuseShut()
        return invitation
    }
}
