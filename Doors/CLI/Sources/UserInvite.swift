import Access
import ArgumentParser
import Ecosystems
import Ensemble
import Kernel

/// Makes a one-time link for somebody new, or for somebody who lost their passkey.
struct UserInvite: Telling {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Print a link that signs in once.",
        discussion: """
            Makes an account, unless --account, --email or --person names somebody who has one; then the link is a new way
            in for them. Give --ecosystem and --person together to let the account act as that person.
            """)

    @OptionGroup var target: StoreOption
    @Option(help: "Id of an existing account.") var account: String?
    @Option(help: "Name of the new user.") var name: String?
    @Option(help: "E-mail address.") var email: String?
    @Flag(help: "May administer this installation.") var administrator = false
    @Option(help: "Id of the ecosystem in which they act as --person.") var ecosystem: String?
    @Option(help: "Id of the person, in that ecosystem, that they are.") var person: String?
    @Option(help: "Days that the link is valid, 1 to 90.") var days = 7
    @Option(help: "Where the server is.") var url = "http://localhost:8080"
    @OptionGroup var words: WordsOption

    func validate() throws {
        guard (ecosystem == nil) == (person == nil) else {
            throw ValidationError("--ecosystem and --person belong together.")
        }
        guard (1...90).contains(days) else { throw ValidationError("--days must be 1 to 90.") }
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
            throw ValidationError("--url must start with http:// or https://.")
        }
    }

    func carryOut() async throws {
        try await House.open().using(target.store) { installation in
            let seat = try await seat(installation)
            let known = try await knownAccount(installation.access, seat)
            let id: Account.ID
            if let known { id = known } else { id = try await newAccount(installation.access) }
            if let seat { try await installation.access.bind(id, ecosystem: seat.ecosystem, person: seat.person) }
            let token = try await installation.access.invite(
                id, purpose: known == nil ? .join : .signIn, validFor: .seconds(days * 86_400))
            let base = url.hasSuffix("/") ? String(url.dropLast()) : url
            Console.out("\(base)/sign-in/\(token.plaintext)")
            Console.err("account \(id)")
        }
    }

    private func seat(_ installation: Installation) async throws -> Seat? {
        guard let ecosystem, let person else { return nil }
        let state = try await installation.host.ecosystem(ecosystem).state
        guard state.table("persons")?.contains(person) == true else {
            throw Problem(
                "record.unknown", at: ["persons/\(person)"],
                Text(
                    "De persoon “\(person)” bestaat niet in “\(ecosystem)”.",
                    "There is no person “\(person)” in “\(ecosystem)”."),
                mend: Text("Voeg de persoon eerst toe.", "Add the person first."))
        }
        return Seat(ecosystem: ecosystem, person: person)
    }

    private func knownAccount(_ access: AccessStore, _ seat: Seat?) async throws -> Account.ID? {
        if let account { return try await access.account(Account.ID(account)).id }
        if let seat, let holder = try await access.account(actingAs: seat.person, in: seat.ecosystem) {
            return holder.id
        }
        guard let email else { return nil }
        let found = try await access.accounts(withEmail: email).filter { !$0.disabled }
        return found.count == 1 ? found.first?.id : nil
    }

    private func newAccount(_ access: AccessStore) async throws -> Account.ID {
        let contact = Contact(name: name ?? email ?? person ?? "New user", email: email)
        let language: Account.Language = words.lang == .nl ? .nl : .en
        return try await access.createAccount(contact: contact, administrator: administrator, language: language).id
    }
}
