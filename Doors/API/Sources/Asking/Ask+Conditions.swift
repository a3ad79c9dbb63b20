import Ecosystems
import HTTPTypes
import Hummingbird
import Kernel

/// What the headers say must be true of the record before anything happens.
enum Condition: Sendable, Hashable {
    case none
    /// `If-Match`: one of these versions.
    case versions([Int])
    /// `If-Match` with weak tags only, which never match (RFC 9110, 13.1.1).
    case never
    /// `If-Match: *`: it exists.
    case exists
    /// `If-None-Match: *`: it does not exist yet.
    case absent
}

extension Ask {
    /// Reads `If-Match` and `If-None-Match` of a write; refuses tags that are none of ours.
    func condition() throws(Refusal) -> Condition {
        if let tags = request.headers[.ifNoneMatch] {
            guard tags.trimming({ $0 == " " }) == "*" else { throw .invalid([.badTag("If-None-Match", tags)]) }
            return .absent
        }
        guard let tags = request.headers[.ifMatch] else { return .none }
        if tags.trimming({ $0 == " " }) == "*" { return .exists }
        let listed = tags.split(separator: ",").map { $0.trimming { $0 == " " || $0 == "\t" } }
        guard !listed.isEmpty, listed.allSatisfy({ ETag.version($0) != nil }) else {
            throw .invalid([.badTag("If-Match", tags)])
        }
        let versions = listed.filter { !ETag.isWeak($0) }.compactMap(ETag.version)
        return versions.isEmpty ? .never : .versions(versions)
    }

    /// True when the asker already has what carries this tag.
    func alreadyHas(_ tag: String) -> Bool {
        guard let tags = request.headers[.ifNoneMatch] else { return false }
        return tags.split(separator: ",").contains { ETag.opaque($0) == "*" || ETag.opaque($0) == tag }
    }

    /// A name for this command that only the asker can repeat; nil without `Idempotency-Key`.
    func commandName(_ body: [String: Value]) throws(Refusal) -> CommandName? {
        guard let key = header("Idempotency-Key") else { return nil }
        let bare = key.trimming { $0 == "\"" || $0 == " " }
        guard (1...200).contains(bare.utf8.count), bare.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalid([
                Problem(
                    "idempotency.key", at: ["Idempotency-Key"],
                    Text(
                        "Deze sleutel is leeg, te lang of bevat vreemde tekens.",
                        "This key is empty, too long or holds strange characters."),
                    mend: Text("Gebruik bijvoorbeeld een UUID.", "Use for example a UUID."))
            ])
        }
        let condition = (header("If-Match") ?? "") + "\n" + (header("If-None-Match") ?? "")
        let asked = "\(request.method.rawValue) \(path)\n\(condition)\n\(CanonicalJSON.string(.map(body)))"
        return CommandName("api:\(visitor.account?.id.rawValue ?? ""):\(bare)", asked: Array(asked.utf8))
    }
}

/// Entity tags: the version of a record between quotes.
enum ETag {
    static func of(_ version: Int) -> String { "\"\(version)\"" }

    static func version(_ tag: some StringProtocol) -> Int? { Int(opaque(tag)).flatMap { $0 >= 0 ? $0 : nil } }

    /// Proxies that compress make a tag weak. It says that one has the same record, and is no ground to write on.
    static func isWeak(_ tag: some StringProtocol) -> Bool { tag.hasPrefix("W/") }

    /// What stands between the quotes, weak or not.
    static func opaque(_ tag: some StringProtocol) -> String {
        var text = tag.trimming { $0 == " " }
        if text.hasPrefix("W/") { text = text.dropFirst(2) }
        return String(text.trimming { $0 == "\"" })
    }
}
