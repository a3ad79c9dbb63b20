import Foundation
import Kernel
import Subprocess

/// The system's own way to send mail: a program that takes a message on its standard input and finds the address in its headers.
struct Sendmail: Sendable {
    /// Path of the program.
    let program: String
    let from: MailAddress
    /// How long one message may take (ours).
    static let patience = Duration.seconds(60)

    /// What is given on the command line wins, then the environment. Nothing has a default: without both nothing is ever sent.
    init(program given: String?, from sender: String?, environment: [String: String]) throws(Refusal) {
        let program = given ?? environment["STELSEL_SENDMAIL"] ?? ""
        let address = sender ?? environment["STELSEL_MAIL_FROM"] ?? ""
        var problems: [Problem] = []
        if program.isEmpty {
            problems.append(.noSendmail)
        } else if !program.hasPrefix("/") || !FileManager.default.isExecutableFile(atPath: program) {
            problems.append(.badSendmail(program))
        }
        let from = MailAddress(address)
        if from == nil { problems.append(.noSender(address)) }
        guard let from, problems.isEmpty else { throw .invalid(problems) }
        self.program = program
        self.from = from
    }

    /// Hands over one message. Refuses with what the program said when it did not take it, or took too long.
    func send(_ message: MailMessage) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await hand(over: message.written) }
            group.addTask {
                try await Task.sleep(for: Self.patience)
                throw Refusal.unavailable(.refused(by: program, "timeout"))
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// `-t`: the address stands in the message, where no list of processes shows it; `-i`: a line with one dot is text.
    private func hand(over text: String) async throws {
        let slash = program.lastIndex(of: "/") ?? program.startIndex
        let folder = program[..<slash]
        let result = try await run(
            .name(String(program[program.index(after: slash)...])), arguments: ["-i", "-t"],
            environment: .inherit.updating(["PATH": "\(folder):/usr/sbin:/usr/local/bin:/usr/bin:/bin"]),
            input: .string(text), output: .discarded, error: .string(limit: 16_384))
        guard result.terminationStatus.isSuccess else {
            throw Refusal.unavailable(.refused(by: program, result.standardError))
        }
    }
}

extension Problem {
    fileprivate static let noSendmail = Problem(
        "mail.no-program", at: ["STELSEL_SENDMAIL"],
        Text(
            "Er is geen programma ingesteld dat e-mail verstuurt; er is niets verstuurd.",
            "No program to send e-mail has been set; nothing was sent."),
        mend: Text(
            "Noem het met --sendmail of STELSEL_SENDMAIL, bijvoorbeeld /usr/sbin/sendmail.",
            "Name it with --sendmail or STELSEL_SENDMAIL, for example /usr/sbin/sendmail."))

    fileprivate static func badSendmail(_ program: String) -> Problem {
        Problem(
            "mail.program", at: ["STELSEL_SENDMAIL"],
            Text(
                "“\(program.inShort)” is geen programma dat hier kan worden uitgevoerd; er is niets verstuurd.",
                "“\(program.inShort)” is not a program that can be run here; nothing was sent."),
            mend: Text("Geef het hele pad.", "Give the full path."))
    }

    fileprivate static func noSender(_ address: String) -> Problem {
        Problem(
            "mail.sender", at: ["STELSEL_MAIL_FROM"],
            Text(
                "“\(address.inShort)” is geen adres om e-mail van te versturen; er is niets verstuurd.",
                "“\(address.inShort)” is not an address to send e-mail from; nothing was sent."),
            mend: Text(
                "Noem het met --from of STELSEL_MAIL_FROM, bijvoorbeeld stelsel@example.org.",
                "Name it with --from or STELSEL_MAIL_FROM, for example stelsel@example.org."))
    }

    fileprivate static func refused(by program: String, _ report: String) -> Problem {
        let words = report.inShort.onOneLine
        return Problem(
            "mail.refused",
            Text("“\(program)” nam het bericht niet aan. \(words)", "“\(program)” did not take the message. \(words)"),
            mend: Text("Kijk in het logboek van de mailserver.", "Look in the log of the mail server."))
    }
}
