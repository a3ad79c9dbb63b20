import GRDB

extension AccessStore {
    /// Makes an account that cannot do anything yet: give it a seat and an invitation. Refuses bad contact details.
    package func createAccount(
        contact: Contact, administrator: Bool = false, language: Account.Language = .nl
    ) async throws(AccessRefusal) -> Account {
        let checked = try contact.checked()
        let id = Account.ID(randomHex(16))
        let moment = moment
        return try await write { db in
            try Account.insert(db, id: id, administrator: administrator, language: language, at: moment)
            try Contact.upsert(db, checked, account: id)
            return try Account.fetch(db, id)
        }
    }

    /// One account; `account-unknown` when there is none.
    package func account(_ id: Account.ID) async throws(AccessRefusal) -> Account {
        try await read { db in try Account.fetch(db, id) }
    }

    /// All accounts, oldest first.
    package func accounts() async throws(AccessRefusal) -> [Account] {
        try await read { db in try Account.fetchAll(db) }
    }

    /// The accounts with this e-mail address; letter case does not matter.
    package func accounts(withEmail email: String) async throws(AccessRefusal) -> [Account] {
        let sought = email.lowercased()
        return try await read { db in
            let ids = try Contact.fetchEmails(db).filter { $0.email.lowercased() == sought }.map(\.account)
            return try ids.map { try Account.fetch(db, $0) }
        }
    }

    package func setLanguage(_ language: Account.Language, of id: Account.ID) async throws(AccessRefusal) -> Account {
        try await write { db in
            try Account.fetch(db, id).refuseErased()
            try Account.setLanguage(db, language, id)
            return try Account.fetch(db, id)
        }
    }

    /// Refuses to take the role from the last active administrator.
    package func setAdministrator(_ value: Bool, of id: Account.ID) async throws(AccessRefusal) -> Account {
        try await write { db in
            try Account.fetch(db, id).refuseErased()
            try Account.setAdministrator(db, value, id)
            try Account.refuseWithoutAdministrator(db, unless: value)
            return try Account.fetch(db, id)
        }
    }

    /// Shuts the account at once: sessions end and links and API tokens stop working while it is disabled.
    package func disable(_ id: Account.ID) async throws(AccessRefusal) -> Account {
        let moment = moment
        return try await write { db in
            let account = try Account.fetch(db, id)
            try Account.disable(db, id, at: moment)
            try Account.refuseWithoutAdministrator(db, unless: !account.administrator || account.disabled)
            try Session.revokeAll(db, account: id, except: nil, at: moment)
            return try Account.fetch(db, id)
        }
    }

    /// Opens a disabled account again; ended sessions stay ended.
    package func enable(_ id: Account.ID) async throws(AccessRefusal) -> Account {
        try await write { db in
            try Account.fetch(db, id).refuseErased()
            try Account.enable(db, id)
            return try Account.fetch(db, id)
        }
    }
}

extension Account {
    /// Refuses a disabled or erased account.
    func refuseShut() throws(AccessRefusal) {
        try refuseErased()
        if disabled { throw AccessRefusal(.accountDisabled) }
    }

    func refuseErased() throws(AccessRefusal) {
        if erasedAt != nil { throw AccessRefusal(.accountErased) }
    }

    static func refuseWithoutAdministrator(_ db: Database, unless harmless: Bool) throws {
        if !harmless, try countAdministrators(db) == 0 { throw AccessRefusal(.accountLastAdministrator) }
    }
}
