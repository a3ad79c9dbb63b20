import Foundation

/// What a form sent: names and values, in order.
package struct Form: Sendable {
    private let fields: [String: [String]]

    package init(_ fields: [String: [String]]) { self.fields = fields }

    package init(urlEncoded body: String) {
        var fields: [String: [String]] = [:]
        for pair in body.split(separator: "&").prefix(20_000) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(halves[0])
            fields[name, default: []].append(halves.count == 2 ? Self.decoded(halves[1]) : "")
        }
        self.fields = fields
    }

    /// Every name that was sent, sorted.
    package var names: [String] { fields.keys.sorted() }
    package func first(_ name: String) -> String { (fields[name]?.first ?? "") }
    package func all(_ name: String) -> [String] { fields[name] ?? [] }
    package func has(_ name: String) -> Bool { fields[name] != nil }
    package func hasAny(under prefix: String) -> Bool { fields.keys.contains { $0.hasPrefix(prefix) } }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacingOccurrences(of: "+", with: " ")
        let plain = spaced.removingPercentEncoding ?? spaced
        return plain.replacingOccurrences(of: "\r\n", with: "\n")
    }
}
