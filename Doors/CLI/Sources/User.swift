import Access
import ArgumentParser
import Ensemble
import Foundation
import Kernel

/// People who can sign in.
package struct User: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Invite, list, disable and enable people who can sign in.",
        subcommands: [UserInvite.self, UserList.self, UserDisable.self, UserEnable.self])

    package init() {}
}

struct UserList: Telling {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the accounts of a store.")

    @OptionGroup var source: StoreOption
    @Flag(help: "Print a JSON array instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        try await House.open().using(source.store) { installation in
            var rows: [[String]] = []
            var objects: [Value] = []
            for account in try await installation.access.accounts() {
                let contact = try await installation.access.contact(account.id)
                let seats = try await installation.access.seats(account.id).map { "\($0.ecosystem)/\($0.person)" }
                rows.append([
                    account.id.rawValue, contact?.name ?? "–", contact?.email ?? "–",
                    account.standing, seats.joined(separator: ", "),
                ])
                objects.append([
                    "id": .string(account.id.rawValue), "name": Value(contact?.name), "email": Value(contact?.email),
                    "administrator": .flag(account.administrator), "disabled": .flag(account.disabled),
                    "createdAt": Value(moment: account.createdAt), "signedInAt": Value(moment: account.signedInAt),
                    "seats": .list(seats.map(Value.string)),
                ])
            }
            if json { Console.out(json: .list(objects)) } else { Console.out(rows: rows) }
        }
    }
}

extension Account {
    fileprivate var standing: String {
        if erasedAt != nil { return "erased" }
        if disabled { return "disabled" }
        return (administrator ? "administrator" : "member") + (signedInAt == nil ? ", never signed in" : "")
    }
}

struct UserDisable: Telling {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Shut an account: sessions end, links and tokens stop working.")

    @Argument(help: "Id of the account; see `stelsel user list`.") var account: String
    @OptionGroup var source: StoreOption
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        try await House.open().using(source.store) { installation in
            let shut = try await installation.access.disable(Account.ID(account))
            Console.out("\(shut.id) \(language == .nl ? "is uitgeschakeld" : "is disabled")")
        }
    }
}

struct UserEnable: Telling {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Open a disabled account again: links and tokens that have not ended work again, sessions stay ended."
    )

    @Argument(help: "Id of the account; see `stelsel user list`.") var account: String
    @OptionGroup var source: StoreOption
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        try await House.open().using(source.store) { installation in
            let opened = try await installation.access.enable(Account.ID(account))
            Console.out("\(opened.id) \(language == .nl ? "is ingeschakeld" : "is enabled")")
        }
    }
}

extension House {
    /// Opens an existing store for a command, and closes it whatever happens.
    func using(_ store: String, _ work: (Installation) async throws -> Void) async throws {
        let installation = try existing(store)
        do { try await work(installation) } catch {
            try? await installation.close()
            throw error
        }
        try await installation.close()
    }
}
