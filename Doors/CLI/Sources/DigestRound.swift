import Access
import Ensemble
import Foundation
import Kernel

/// Sending everybody their own digest, one message to one person.
struct DigestRound {
    let installation: Installation
    let post: Sendmail
    /// Where the server is; nil: messages hold no links.
    let place: String?
    let since: Day?

    /// Where each of the accounts ended up.
    struct Tally: Equatable {
        var sent = 0
        var quiet = 0
        var unreachable = 0
        var switchedOff = 0
        var failed = 0

        var words: Text {
            Text(
                "verstuurd: \(sent); niets te vertellen: \(quiet); zonder bruikbaar e-mailadres: \(unreachable); uitgezet: \(switchedOff); mislukt: \(failed)",
                "sent: \(sent); nothing to tell: \(quiet); without a usable e-mail address: \(unreachable); switched off: \(switchedOff); failed: \(failed)"
            )
        }
    }

    /// One that cannot be sent is told and does not keep the others from theirs. An account that is shut gets nothing.
    func send(to accounts: [Account], telling: (String) -> Void) async throws -> Tally {
        var tally = Tally()
        for account in accounts where !account.disabled && account.erasedAt == nil {
            guard try await installation.access.getsDigest(account.id) else {
                tally.switchedOff += 1
                continue
            }
            let contact = try await installation.access.contact(account.id)
            guard let to = contact?.email.flatMap(MailAddress.init) else {
                tally.unreachable += 1
                continue
            }
            let digest = try await installation.digest(of: account, since: since)
            guard !digest.isEmpty else {
                tally.quiet += 1
                continue
            }
            do {
                try await post.send(message(digest, to: to, account))
                tally.sent += 1
            } catch let refusal as Refusal {
                tally.failed += 1
                for problem in refusal.problems { telling("\(account.id) \(Told.line(problem, .en))") }
            }
        }
        return tally
    }

    private func message(_ digest: Digest, to: MailAddress, _ account: Account) -> MailMessage {
        let language = account.language.words
        let end = Text(
            "U krijgt dit omdat u een account hebt bij Stelsel. Uitzetten kan op uw account, onder “Overzicht per e-mail”.",
            "You get this because you have an account with Stelsel. You can switch it off on your account, under “Digest by e-mail”."
        ).shown(language)
        let settings = place.map { "\($0)/account#digest" }
        let foot = [end, settings].compactMap { $0 }.joined(separator: "\n")
        return MailMessage(
            from: post.from, to: to, subject: digest.subject(language),
            text: digest.plain(language, address: Self.address(place)) + "\n-- \n\(foot)\n", language: language,
            moment: installation.clock.now(), key: String(account.id.rawValue.prefix(12)), settings: settings)
    }

    /// The page of any record; the server shows it in its place.
    static func address(_ place: String?) -> ((String, String, String) -> String)? {
        place.map { place in
            { ecosystem, kind, record in
                let base = "\(place)/ecosystems/\(ecosystem)"
                return record.isEmpty ? base : "\(base)/records/\(kind)/\(record)"
            }
        }
    }
}
