import Foundation
import Kernel

/// One message to one person, as RFC 5322 writes it: headers in ASCII (other words encoded, RFC 2047), the text in base64.
struct MailMessage: Sendable {
    let from: MailAddress
    let to: MailAddress
    let subject: String
    let text: String
    let language: Language
    /// Milliseconds since 1970.
    let moment: Int64
    /// Tells it from other messages of the same moment; says nothing about the person.
    let key: String
    /// Where to switch such messages off; nil when there is no page.
    let settings: String?

    /// With newlines as programs at a Unix machine hand mail to `sendmail`.
    var written: String {
        var headers = [
            "From: Stelsel <\(from.text)>", "To: <\(to.text)>", "Subject: \(Self.encoded(subject))",
            "Date: \(Self.date(moment))", "Message-ID: <digest.\(moment).\(key)@\(from.domain)>",
            "Auto-Submitted: auto-generated",
        ]
        if let settings { headers.append("List-Unsubscribe: <\(settings)>") }
        headers += [
            "MIME-Version: 1.0", "Content-Language: \(language.rawValue)",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
        ]
        let body = Data(text.replacing("\n", with: "\r\n").utf8)
            .base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        return headers.joined(separator: "\n") + "\n\n" + body + "\n"
    }

    /// Words for a header: as they are when short and plain, else as encoded words, each on its own line and never cut inside a character;
    /// with “Subject: ” before it, a line stays under the 76 characters of RFC 2047.
    static func encoded(_ words: String) -> String {
        let isPlain = words.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !words.contains("=?")
        if isPlain, words.utf8.count <= 60 { return words }
        var chunks: [[UInt8]] = [[]]
        for scalar in words.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if let last = chunks.last, last.count + bytes.count > 39 { chunks.append([]) }
            chunks[chunks.count - 1] += bytes
        }
        return chunks.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    /// “Fri, 20 Nov 2026 12:00:00 +0000”.
    static func date(_ moment: Int64) -> String {
        let seconds = Int(moment / 1_000)
        let words = Day(number: seconds / 86_400).shown(.en).split(separator: " ")
        let clock = [seconds % 86_400 / 3_600, seconds % 3_600 / 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(words.first ?? ""), \(words.dropFirst().joined(separator: " ")) \(clock.joined(separator: ":")) +0000"
    }
}
