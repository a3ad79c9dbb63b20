import Access
import Gate
import Hummingbird
import Kernel

extension Visit {
    /// How long a link works; ours: long enough for a holiday week, short enough to be forgotten about safely.
    private static let linkLife = Duration.seconds(7 * 86_400)

    /// `POST /people/invitations`: an account, bound to a person if one was chosen, and the link to hand over.
    func inviteSomebody() async throws -> Response {
        try await submitted(orShow: { try await peoplePage($0) }) { form, _ in
            let seat = try await chosenPerson(form.first("person"))
            if let seat, try await access.account(actingAs: seat.person, in: seat.ecosystem) != nil {
                throw AccessRefusal(.seatTaken)
            }
            let contact = Contact(name: form.first("name"), email: form.first("email"))
            try await refuseKnown(contact)
            let account = try await access.createAccount(
                contact: contact, administrator: form.first("administrator") == "yes",
                language: form.first("language") == "en" ? .en : .nl)
            if let seat { try await access.bind(account.id, ecosystem: seat.ecosystem, person: seat.person) }
            var link = try await newLink(for: account, .join)
            if let seat { link.next = await mandateOffer(seat) }
            return try await peoplePage(fresh: link)
        }
    }

    /// One account per address: a second seat or a new link goes to the account that is there.
    private func refuseKnown(_ contact: Contact) async throws {
        guard let email = contact.email?.trimmingCharacters(in: .whitespaces), !email.isEmpty,
            try await !access.accounts(withEmail: email).isEmpty
        else { return }
        throw Refusal.conflict(
            Problem(
                "account.email-known", at: ["email"],
                Text(
                    "Er is al een account met dit e-mailadres.", "There is an account with this e-mail address already."
                ),
                mend: Text(
                    "Open dat account in de lijst en maak daar een nieuwe link.",
                    "Open that account in the list and make a new link there.")))
    }

    /// `POST /people/{account}/links`
    func makeLink() async throws -> Response {
        try await submitted(orShow: { try await accountHolderPage($0) }) { _, _ in
            let account = try await access.account(Account.ID(part("account")))
            let link = try await newLink(for: account, account.signedInAt == nil ? .join : .signIn)
            return try await accountHolderPage(fresh: link)
        }
    }

    private func newLink(for account: Account, _ purpose: Invitation.Purpose) async throws -> FreshLink {
        let token = try await access.invite(account.id, purpose: purpose, validFor: Self.linkLife)
        let base = door.relyingParty.origins.sorted().first ?? ""
        let name = try await access.contact(account.id)?.name ?? account.id.rawValue
        return FreshLink(url: "\(base)/sign-in/\(token.plaintext)", name: name)
    }

    /// `POST /people/{account}/seats`
    func addSeat() async throws -> Response {
        try await submitted(orShow: { try await accountHolderPage($0) }) { form, _ in
            guard let seat = try await chosenPerson(form.first("person")) else { throw AccessRefusal(.seatInvalid) }
            let account = Account.ID(try part("account"))
            try await access.bind(account, ecosystem: seat.ecosystem, person: seat.person)
            return done(.seatAdded, account)
        }
    }

    /// `POST /people/{account}/seats/removal`
    func removeSeat() async throws -> Response {
        try await submitted(orShow: { try await accountHolderPage($0) }) { form, _ in
            let parts = form.first("person").split(separator: "/").map(String.init)
            let account = Account.ID(try part("account"))
            guard parts.count == 2,
                try await access.release(account, ecosystem: parts[0], person: parts[1])
            else { throw AccessRefusal(.seatInvalid) }
            return done(.seatRemoved, account)
        }
    }

    /// `POST /people/{account}/state`: disabled, enabled, administrator or member.
    func changeState() async throws -> Response {
        try await submitted(orShow: { try await accountHolderPage($0) }) { form, _ in
            let account = Account.ID(try part("account"))
            switch form.first("state") {
            case "disabled":
                _ = try await access.disable(account)
                return done(.disabled, account)
            case "enabled":
                _ = try await access.enable(account)
                return done(.enabled, account)
            case "administrator":
                _ = try await access.setAdministrator(true, of: account)
                return done(.administratorMade, account)
            case "member":
                _ = try await access.setAdministrator(false, of: account)
                return done(.administratorUnmade, account)
            default:
                throw Refusal.invalid([
                    Problem(
                        "account.state", at: ["state"], Text("Zo'n stand is er niet.", "There is no such state."),
                        mend: Text("Laad de pagina opnieuw.", "Reload the page."))
                ])
            }
        }
    }

    private func done(_ notice: Notice, _ account: Account.ID) -> Response {
        .onward(to: "/people/\(account.rawValue)?done=\(notice.rawValue)")
    }
}
