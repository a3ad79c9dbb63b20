import Foundation

extension AccessStore {
    /// Text with which every API token starts, so that leaked ones can be recognised.
    package static let tokenPrefix = "stl_"

    /// Makes a token and shows it for the only time. Refuses an unusable name, scopes without `read`, `write` or `map`,
    /// `admin` for who is no administrator, and an end that has passed or lies more than 366 days ahead.
    package func createToken(
        for account: Account.ID, name: String, scopes: Set<APIToken.Scope>, ecosystem: String? = nil, expires: Date
    ) async throws(AccessRefusal) -> (token: APIToken, plaintext: Secret) {
        let moment = moment
        guard let label = PersonalText.label(name) else { throw AccessRefusal(.tokenInvalid, detail: "name") }
        guard !scopes.isDisjoint(with: [.read, .write, .map]) else {
            throw AccessRefusal(.tokenInvalid, detail: "scopes: read, write or map")
        }
        guard ecosystem != "" else { throw AccessRefusal(.tokenInvalid, detail: "ecosystem: may not be empty") }
        guard (1...366 * millisecondsPerDay).contains(expires.milliseconds - moment) else {
            throw AccessRefusal(.tokenInvalid, detail: "expires: within 366 days from now")
        }
        let secret = newSecret(prefix: Self.tokenPrefix)
        let token = APIToken(
            id: APIToken.ID(randomHex(8)), account: account, name: label, scopes: scopes, ecosystem: ecosystem,
            createdAt: Date(milliseconds: moment), expiresAt: Date(milliseconds: expires.milliseconds), revokedAt: nil,
            lastUsedOn: nil)
        try await write { db in
            let owner = try Account.fetch(db, account)
            try owner.refuseShut()
            if scopes.contains(.admin), !owner.administrator { throw AccessRefusal(.tokenAdmin) }
            try APIToken.insert(db, token, hash: Secret.digest(secret.plaintext))
        }
        return (token, secret)
    }

    /// All tokens of an account, newest first, with the expired and revoked ones.
    package func tokens(_ account: Account.ID) async throws(AccessRefusal) -> [APIToken] {
        try await read { db in try APIToken.fetchAll(db, account) }
    }

    /// Ends a token of this account; `token-unknown` when it has no such token.
    package func revokeToken(_ id: APIToken.ID, of account: Account.ID) async throws(AccessRefusal) {
        let moment = moment
        try await write { db in
            if try !APIToken.revoke(db, id, account: account, at: moment) { throw AccessRefusal(.tokenUnknown) }
        }
    }

    /// Who is behind a bearer token. Refuses an unknown, revoked or expired token and a disabled account.
    ///
    /// A read, except that the first use on a day (UTC) is noted.
    package func resolveToken(_ plaintext: String) async throws(AccessRefusal) -> (token: APIToken, account: Account) {
        let moment = moment
        let hash = Secret.digest(plaintext)
        let found = try await read { db in
            guard let token = try APIToken.fetch(db, hash: hash) else { throw AccessRefusal(.tokenUnknown) }
            if token.revokedAt != nil { throw AccessRefusal(.tokenRevoked) }
            if token.expiresAt.milliseconds <= moment { throw AccessRefusal(.tokenExpired) }
            let account = try Account.fetch(db, token.account)
            try account.refuseShut()
            return (token: token, account: account)
        }
        let today = moment.dividedDown(by: millisecondsPerDay)
        if !isReadOnly, found.token.lastUsedOn != Date(milliseconds: today * millisecondsPerDay) {
            try await write { db in try APIToken.markUsed(db, found.token.id, day: today) }
        }
        return found
    }
}

extension Int64 {
    /// Rounds towards the past, before 1970 too.
    func dividedDown(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
