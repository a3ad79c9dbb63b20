import Foundation
import GRDB

/// What an erasure did.
package struct VaultErasure: Sendable, Hashable {
    package let erasedAt: Date
    /// True when no byte of the data is left in the store's files. False means that another reader was busy:
    /// the data is unreachable already, and `scrub()` removes the last bytes later.
    package let scrubbed: Bool
}

extension AccessStore {
    /// Keeps or replaces a person's details. Refuses bad details, and a person who was erased.
    package func put(_ entry: VaultEntry) async throws(AccessRefusal) {
        let checked = try entry.checked()
        try await write { db in
            if try VaultEntry.erasedAt(db, ecosystem: checked.ecosystem, person: checked.person) != nil {
                throw AccessRefusal(.vaultErased)
            }
            try VaultEntry.upsert(db, checked)
        }
    }

    /// One person's details; `vault-erased` or `vault-unknown` when there are none.
    package func vaultEntry(ecosystem: String, person: String) async throws(AccessRefusal) -> VaultEntry {
        try await read { db in
            if let entry = try VaultEntry.fetch(db, ecosystem: ecosystem, person: person) { return entry }
            let erased = try VaultEntry.erasedAt(db, ecosystem: ecosystem, person: person) != nil
            throw AccessRefusal(erased ? .vaultErased : .vaultUnknown)
        }
    }

    /// Everybody of one ecosystem, by person id.
    package func vaultEntries(ecosystem: String) async throws(AccessRefusal) -> [VaultEntry] {
        try await read { db in try VaultEntry.fetchAll(db, ecosystem: ecosystem) }
    }

    /// When the person's details were erased, or nil.
    package func erasedAt(ecosystem: String, person: String) async throws(AccessRefusal) -> Date? {
        try await read { db in try VaultEntry.erasedAt(db, ecosystem: ecosystem, person: person) }
    }

    /// Removes a person's details for good and remembers only when. Erasing twice keeps the first moment.
    package func erase(ecosystem: String, person: String) async throws(AccessRefusal) -> VaultErasure {
        let moment = moment
        let erasedAt = try await write { db in
            if let before = try VaultEntry.erasedAt(db, ecosystem: ecosystem, person: person) { return before }
            guard try VaultEntry.fetch(db, ecosystem: ecosystem, person: person) != nil else {
                throw AccessRefusal(.vaultUnknown)
            }
            try VaultEntry.erase(db, ecosystem: ecosystem, person: person, at: moment)
            return Date(milliseconds: moment)
        }
        return VaultErasure(erasedAt: erasedAt, scrubbed: try await scrub())
    }

    /// Empties the write-ahead log, where older versions of erased rows may linger. True when it is empty.
    package func scrub() async throws(AccessRefusal) -> Bool {
        if isReadOnly { throw AccessRefusal(.storeReadOnly) }
        do {
            return try await pool.writeWithoutTransaction { db in try Erasure.scrub(db) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        } catch {
            throw unavailable(error, during: "scrub")
        }
    }
}

extension AccessStore {
    /// Name and address of an account's owner, or nil when none are kept.
    package func contact(_ account: Account.ID) async throws(AccessRefusal) -> Contact? {
        try await read { db in try Contact.fetch(db, account) }
    }

    package func setContact(_ contact: Contact, of account: Account.ID) async throws(AccessRefusal) {
        let checked = try contact.checked()
        try await write { db in
            try Account.fetch(db, account).refuseErased()
            try Contact.upsert(db, checked, account: account)
        }
    }

    /// Forgets the owner of an account: contact, seats, sessions, passkeys, links and tokens go; id and moment stay.
    ///
    /// Refuses to erase the last active administrator. Vault entries are separate: erase them per ecosystem.
    package func erase(_ account: Account.ID) async throws(AccessRefusal) -> VaultErasure {
        let moment = moment
        let erasedAt = try await write { db in
            let before = try Account.fetch(db, account)
            if let erasedAt = before.erasedAt { return erasedAt }
            try Account.markErased(db, account, at: moment)
            try Account.refuseWithoutAdministrator(db, unless: !before.administrator || before.disabled)
            try Account.deleteBelongings(db, account)
            try Account.rewritePersonal(db)
            return Date(milliseconds: moment)
        }
        return VaultErasure(erasedAt: erasedAt, scrubbed: try await scrub())
    }
}
