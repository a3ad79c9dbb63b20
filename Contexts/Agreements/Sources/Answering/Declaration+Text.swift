import Crypto
import Foundation
import Kernel

extension Declaration {
    /// Reads a declaration; refuses what is not exactly one in canonical form, so that what is read is what was signed.
    package init(json: String) throws(Problem) {
        let value = try JSONReader.read(Data(json.utf8))
        try self.init(reading: value)
        guard CanonicalJSON.string(value) == json else { throw .notCanonical }
    }

    /// Reads a declaration in whatever order its keys came, as a file may hold it.
    package init(reading value: Value) throws(Problem) {
        try self.init(complete: value)
        guard self.value == value else { throw .notCanonical }
    }

    /// Reads a declaration that others have in its one form: whose bytes are hashed and compared anyway.
    init(complete value: Value) throws(Problem) {
        try self.init(value)
        guard format == Self.format else { throw .declarationFormat(format) }
        if let missing = Self.required.first(where: { value[$0].isNull }) { throw .incomplete(missing) }
    }

    private static let required = fields.filter(\.description.required).map(\.name)

    /// Canonical JSON (RFC 8785): the bytes that are hashed.
    package var json: String { CanonicalJSON.string(value) }

    /// SHA-256 of the canonical JSON, 32 bytes: the message that a key signs, and the challenge that a passkey answers.
    package var message: Data { Self.message(of: json) }

    static func message(of json: String) -> Data { Data(SHA256.hash(data: Data(json.utf8))) }

    /// When it was declared; nil when that is no moment.
    package var moment: DeclaredMoment? { DeclaredMoment(declaredAt) }
}

/// A moment in whole seconds, written one way only: `2026-03-02T09:30:00Z`.
package struct DeclaredMoment: Sendable, Hashable, CustomStringConvertible {
    /// Since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    /// - Parameter milliseconds: since 1970; what is less than a second is dropped.
    package init(milliseconds: Int64) {
        seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    }

    /// Nil for any other way of writing, and for a moment that does not exist.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"), let day = Day(text.prefix(10)),
            let hour = Self.number(bytes[11..<13], below: 24), let minute = Self.number(bytes[14..<16], below: 60),
            let second = Self.number(bytes[17..<19], below: 60)
        else { return nil }
        seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
        return number < limit ? number : nil
    }

    package var milliseconds: Int64 { seconds * 1000 }

    /// The calendar day in UTC.
    package var day: Day { Day(number: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)) }

    package var description: String {
        let rest = Int(seconds - Int64(day.number) * 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}

extension Problem {
    fileprivate static func declarationFormat(_ format: String) -> Problem {
        Problem(
            "declaration.format", at: ["format"],
            Text("Dit is geen verklaring in een bekende vorm.", "This is not a declaration in a known form."),
            mend: Text("Vraag de verklaring opnieuw op.", "Ask for the declaration again."))
    }

    fileprivate static func incomplete(_ field: String) -> Problem {
        Problem(
            "field.required", at: [field], Text("“\(field)” is verplicht.", "“\(field)” is required."),
            mend: Text("Vraag de verklaring opnieuw op.", "Ask for the declaration again."))
    }

    fileprivate static let notCanonical = Problem(
        "declaration.canonical",
        Text(
            "De verklaring staat niet in de ene vorm waarin zij wordt getekend.",
            "The declaration is not in the one form in which it is signed."),
        mend: Text("Schrijf haar als canonieke JSON (RFC 8785).", "Write it as canonical JSON (RFC 8785)."))
}
