extension AccessStore {
    /// Lets the account act as this person in this ecosystem. Doing it twice changes nothing.
    ///
    /// A person has at most one account (`seat-taken`), so that a signature says who signed.
    package func bind(
        _ account: Account.ID, ecosystem: String, person: String
    ) async throws(AccessRefusal) {
        guard !ecosystem.isEmpty, !person.isEmpty else {
            throw AccessRefusal(.seatInvalid, detail: "ecosystem and person may not be empty")
        }
        try await write { db in
            try Account.fetch(db, account).refuseErased()
            let holder = try Seat.holder(db, ecosystem: ecosystem, person: person)
            if let holder, holder != account { throw AccessRefusal(.seatTaken) }
            if holder == nil { try Seat.insert(db, account, ecosystem: ecosystem, person: person) }
        }
    }

    /// Ends the right to act as this person; true when there was such a seat.
    package func release(
        _ account: Account.ID, ecosystem: String, person: String
    ) async throws(AccessRefusal) -> Bool {
        try await write { db in try Seat.delete(db, account, ecosystem: ecosystem, person: person) }
    }

    /// The persons as whom the account may act, by ecosystem and then person.
    package func seats(_ account: Account.ID) async throws(AccessRefusal) -> [Seat] {
        try await read { db in try Seat.fetchAll(db, account) }
    }

    /// The persons of an ecosystem as whom some account may act.
    package func persons(in ecosystem: String) async throws(AccessRefusal) -> Set<String> {
        try await read { db in try Seat.persons(db, ecosystem: ecosystem) }
    }

    /// The account that acts as this person, or nil.
    package func account(actingAs person: String, in ecosystem: String) async throws(AccessRefusal) -> Account? {
        try await read { db in
            try Seat.holder(db, ecosystem: ecosystem, person: person).map { try Account.fetch(db, $0) }
        }
    }
}
