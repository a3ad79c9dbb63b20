import Access
import ArgumentParser
import Ensemble
import Foundation
import Kernel

/// Tokens for programs that use the API.
package struct Token: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make, list and revoke tokens for the API.",
        subcommands: [TokenCreate.self, TokenList.self, TokenRevoke.self])

    package init() {}
}

struct TokenCreate: Telling {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a token for a program; it is shown once.",
        discussion: """
            The token may do at most what its account may do; each scope means itself:

            read: reading what the account may see in its roles (participation,
            mandate, orchestrating).

            write: changing what those roles allow.

            admin: besides, the rights of an administrator in reading or writing; for
            an administrator's account only, and together with read or write.
            """)

    @OptionGroup var target: StoreOption
    @Option(help: "Id of the account; see `stelsel user list`.") var account: String
    @Option(help: "What the token is for.") var name: String
    @Option(help: "Comma-separated: read, write, admin; each means itself.") var scopes: Scopes
    @Option(help: "The only ecosystem it works in.") var ecosystem: String?
    @Option(help: "Days that it is valid, 1 to 366.") var days = 90
    @OptionGroup var words: WordsOption

    func validate() throws {
        guard (1...366).contains(days) else { throw ValidationError("--days must be 1 to 366.") }
    }

    func carryOut() async throws {
        try await House.open().using(target.store) { installation in
            if let ecosystem { _ = try await installation.host.ecosystem(ecosystem) }
            let seconds = Double(installation.clock.now()) / 1000 + Double(days) * 86_400 - 1
            let (token, secret) = try await installation.access.createToken(
                for: Account.ID(account), name: name, scopes: scopes.values, ecosystem: ecosystem,
                expires: Date(timeIntervalSince1970: seconds))
            Console.out(secret.plaintext)
            Console.err("token \(token.id), valid until \(token.expiresAt.formatted(.iso8601))")
        }
    }
}

/// What a token may do, as written on the command line.
struct Scopes: ExpressibleByArgument {
    let values: Set<APIToken.Scope>

    init?(argument: String) {
        let words = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let values = words.compactMap(APIToken.Scope.init)
        guard !values.isEmpty, values.count == words.count else { return nil }
        self.values = Set(values)
    }
}

struct TokenList: Telling {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tokens of an account.")

    @OptionGroup var source: StoreOption
    @Option(help: "Id of the account; all accounts when left out.") var account: String?
    @Flag(help: "Print a JSON array instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        try await House.open().using(source.store) { installation in
            var accounts = try await installation.access.accounts().map(\.id)
            if let account { accounts = [try await installation.access.account(Account.ID(account)).id] }
            var tokens: [APIToken] = []
            for id in accounts { tokens += try await installation.access.tokens(id) }
            if json { return Console.out(json: .list(tokens.map(\.json))) }
            Console.out(
                rows: tokens.map {
                    [
                        $0.id.rawValue, $0.name, $0.scopeNames.joined(separator: ","), $0.ecosystem ?? "*",
                        $0.account.rawValue,
                        $0.revokedAt == nil ? "until \($0.expiresAt.formatted(.iso8601))" : "revoked",
                    ]
                })
        }
    }
}

extension APIToken {
    fileprivate var scopeNames: [String] { Scope.allCases.filter(scopes.contains).map(\.rawValue) }

    fileprivate var json: Value {
        [
            "id": .string(id.rawValue), "account": .string(account.rawValue), "name": .string(name),
            "scopes": .list(scopeNames.map(Value.string)), "ecosystem": Value(ecosystem),
            "createdAt": Value(moment: createdAt),
            "expiresAt": Value(moment: expiresAt), "revokedAt": Value(moment: revokedAt),
            "lastUsedOn": Value(moment: lastUsedOn),
        ]
    }
}

struct TokenRevoke: Telling {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "End a token at once.")

    @Argument(help: "Id of the token; see `stelsel token list`.") var token: String
    @OptionGroup var target: StoreOption
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        try await House.open().using(target.store) { installation in
            for account in try await installation.access.accounts() {
                guard try await installation.access.tokens(account.id).contains(where: { $0.id.rawValue == token })
                else { continue }
                try await installation.access.revokeToken(APIToken.ID(token), of: account.id)
                return Console.out("\(token) \(language == .nl ? "is ingetrokken" : "is revoked")")
            }
            throw Problem(
                AccessRefusal.Rule.tokenUnknown.rawValue,
                Text("Er is geen token “\(token.inShort)”.", "There is no token “\(token.inShort)”."),
                mend: Text("Bekijk ze met: stelsel token list.", "See them with: stelsel token list."))
        }
    }
}
