import Access
import ArgumentParser
import Ensemble
import Foundation
import Kernel

/// Each person's digest: printed, or handed to the system's mail program.
package struct DigestCommand: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Print or send what is asked of each person, what was decided and what changed.",
        discussion: """
            In the language of the person, of the ecosystems in which they act; never anything confidential. With --send each digest
            that has something to tell goes as one message to one person: who has an e-mail address and did not switch it
            off on the account page. Sending remembers nothing: run it once a period, with --since the day of the last time.

            --sendmail, --from and --url may also be set as STELSEL_SENDMAIL, STELSEL_MAIL_FROM and STELSEL_URL.
            """)

    @OptionGroup var source: StoreOption
    @Option(help: "The first day to tell of, as yyyy-mm-dd; a week ago when left out.") var since: Day?
    @Option(help: "Id of one account; see `stelsel user list`. Everybody when left out.") var account: String?
    @Option(help: "Where the server is, for links; none when left out.") var url: String?
    @Flag(help: "Send instead of print.") var send = false
    @Option(help: "Full path of a sendmail program.") var sendmail: String?
    @Option(help: "The address that messages come from.") var from: String?
    @OptionGroup package var words: WordsOption

    package init() {}

    package func validate() throws {
        guard send || (sendmail == nil && from == nil) else {
            throw ValidationError("--sendmail and --from belong with --send.")
        }
        guard let url else { return }
        guard url.hasPrefix("http://") || url.hasPrefix("https://"), URL(string: url)?.host != nil else {
            throw ValidationError("--url must start with http:// or https://.")
        }
    }

    package func carryOut() async throws {
        let environment = ProcessInfo.processInfo.environment
        let post = try send ? Sendmail(program: sendmail, from: from, environment: environment) : nil
        let place = (url ?? environment["STELSEL_URL"]).flatMap { $0.isEmpty ? nil : $0 }.map { url in
            url.hasSuffix("/") ? String(url.dropLast()) : url
        }
        try await House.open().using(source.store) { installation in
            let accounts = try await chosen(installation.access)
            guard let post else { return try await show(accounts, installation, place) }
            let round = DigestRound(installation: installation, post: post, place: place, since: since)
            let tally = try await round.send(to: accounts) { Console.err("stelsel: \($0)") }
            Console.out(tally.words.shown(language))
            if tally.failed > 0 { throw ExitCode.failure }
        }
    }

    private func chosen(_ access: AccessStore) async throws -> [Account] {
        if let account { return [try await access.account(Account.ID(account))] }
        return try await access.accounts().filter { !$0.disabled && $0.erasedAt == nil }
    }

    private func show(_ accounts: [Account], _ installation: Installation, _ place: String?) async throws {
        for account in accounts {
            let digest = try await installation.digest(of: account, since: since)
            if digest.parts.isEmpty, accounts.count > 1 { continue }
            if accounts.count > 1 { Console.out("# \(account.id)") }
            Console.out(digest.plain(account.language.words, address: DigestRound.address(place)))
        }
    }
}

extension Account.Language {
    var words: Language { self == .nl ? .nl : .en }
}
