import Foundation
import Kernel

/// Which part of a list is asked for: at most `limit` items after the place that `cursor` names.
struct Page: Sendable {
    static let largest = 500
    static let usual = 50

    let limit: Int
    /// The last key of the page before this one.
    let after: String?

    init(_ ask: Ask) throws(Refusal) {
        var problems: [Problem] = []
        var limit = Self.usual
        if let text = try ask.query("limit") {
            if let number = Int(text), (1...Self.largest).contains(number) {
                limit = number
            } else {
                problems.append(.badLimit(text))
            }
        }
        var after: String?
        if let text = try ask.query("cursor") {
            after = Self.key(text, of: ask)
            if after == nil { problems.append(.badCursor) }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        self.limit = limit
        self.after = after
    }

    /// For lists that are walked by number, newest first: everything before this one.
    func before() throws(Refusal) -> Int? {
        guard let after else { return nil }
        guard let number = Int(after), number >= 0 else { throw .invalid([.badCursor]) }
        return number
    }

    /// Ids in the order of the list: those of this page, and one more when there is a next.
    func slice(_ ids: [String], where isWanted: (String) -> Bool) -> (ids: [String], more: Bool) {
        var found: [String] = []
        let start = after.map { after in ids.firstIndex { $0 > after } ?? ids.count } ?? 0
        for id in ids[start...] where isWanted(id) {
            if found.count == limit { return (found, true) }
            found.append(id)
        }
        return (found, false)
    }

    /// Holds the list that it is for, because the place in one list says nothing in another.
    static func cursor(_ key: String, of ask: Ask) -> String {
        Data("\(ask.path) \(key)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    private static func key(_ cursor: String, of ask: Ask) -> String? {
        var text = cursor.replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: text), let text = String(data: data, encoding: .utf8),
            text.hasPrefix(ask.path + " ")
        else { return nil }
        return String(text.dropFirst(ask.path.count + 1))
    }
}

extension Answer {
    /// A page as JSON, with the address of the next one in the body and in `Link`.
    static func page(_ items: [Value], next key: String?, of ask: Ask, sequence: Int? = nil) -> Answer {
        var body: [String: Value] = ["items": .list(items)]
        if let sequence { body["sequence"] = .whole(sequence) }
        var answer = Answer(.none)
        if let key {
            let next = ask.address(withCursor: Page.cursor(key, of: ask))
            body["next"] = .string(next)
            answer.headers.set("Link", "<\(next)>; rel=\"next\"")
        }
        answer.body = .json(CanonicalJSON.bytes(.map(body)))
        return answer
    }
}

extension Ask {
    /// The same question, further on.
    func address(withCursor cursor: String) -> String {
        let rest = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return path + "?" + (rest + ["cursor=\(cursor)"]).joined(separator: "&")
    }
}
