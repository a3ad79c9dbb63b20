import Ecosystems
import Kernel
import Testing

@testable import Web

/// What tests of the agreement pages share: doing something beside the browser, and reading what a page holds.
extension WebTestBed {
    /// As the person at the machine, so a test begins where its story does.
    func carryOut(_ command: any Command) async throws {
        _ = try await installation.host.ecosystem(id).perform(command, by: .atTheMachine)
    }

    func patch(_ kind: String, _ record: String, _ values: [String: Value]) async throws {
        try await carryOut(ChangeRecords([RecordChange(kind, record, .patch(values))]))
    }

    func put(_ kind: String, _ record: String, _ values: [String: Value]) async throws {
        try await carryOut(ChangeRecords([RecordChange(kind, record, .put(values))]))
    }
}

extension AccessBrowser {
    /// The page in English, whatever the account prefers.
    func english(_ path: String) async throws -> AccessAnswer {
        let (page, query) = (path.prefix { $0 != "?" }, path.drop { $0 != "?" })
        return try await get("\(page)\(query.isEmpty ? "?" : "\(query)&")lang=en")
    }
}

extension AccessAnswer {
    /// The value of the first hidden input of this name, as the browser would send it.
    func hidden(_ name: String) throws -> String {
        let start = try #require(body.range(of: "<input type=\"hidden\" name=\"\(name)\" value=\""))
        let escaped = body[start.upperBound...].prefix { $0 != "\"" }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(escaped))
        {
            $0.replacing($1.0, with: $1.1)
        }
    }

    /// What stands between two pieces of the page; nil when either is missing.
    func part(from start: String, to end: String) -> String? {
        guard let from = body.range(of: start), let until = body[from.upperBound...].range(of: end) else { return nil }
        return String(body[from.upperBound..<until.lowerBound])
    }
}
