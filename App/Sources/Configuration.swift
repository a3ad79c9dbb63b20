import Foundation
import Kernel
import Logging

/// How a server runs. What is given on the command line wins, then the environment (`STELSEL_…`), then the default.
struct Configuration: Sendable {
    let store: String
    let host: String
    let port: Int
    /// How people reach the server; printed in links.
    let url: String
    let logLevel: Logger.Level
    let examples: Bool

    /// What was given on the command line; nil: not given.
    struct Given {
        var store: String?
        var host: String?
        var port: Int?
        var url: String?
        var examples = false
    }

    /// Refuses a missing or malformed value, naming its key.
    init(_ given: Given, environment: [String: String]) throws(Problem) {
        let environment = environment.filter { !$0.value.isEmpty }
        guard let store = given.store ?? environment["STELSEL_STORE"] else {
            throw .setting(
                "STELSEL_STORE", "er is geen store genoemd", "no store is named", mend: "Give --store FILE.")
        }
        self.store = store
        host = given.host ?? environment["STELSEL_HOST"] ?? "127.0.0.1"
        port = try Self.port(given.port.map(String.init) ?? environment["STELSEL_PORT"] ?? "8080")
        url = try Self.url(given.url ?? environment["STELSEL_URL"] ?? "http://localhost:\(port)")
        logLevel = try Self.level(environment["STELSEL_LOG"] ?? "info")
        examples = given.examples
    }

    private static func port(_ text: String) throws(Problem) -> Int {
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw .setting(
                "STELSEL_PORT", "“\(text)” is geen poort", "“\(text)” is not a port",
                mend: "Give a number from 0 to 65535.")
        }
        return port
    }

    private static func url(_ text: String) throws(Problem) -> String {
        guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme),
            url.host?.isEmpty == false, url.query == nil, url.fragment == nil, ["", "/"].contains(url.path)
        else {
            throw .setting(
                "STELSEL_URL", "“\(text)” is geen adres van een server", "“\(text)” is not the address of a server",
                mend: "Give something like https://stelsel.example.org.")
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func level(_ text: String) throws(Problem) -> Logger.Level {
        guard let level = Logger.Level(rawValue: text) else {
            throw .setting(
                "STELSEL_LOG", "“\(text)” is geen niveau", "“\(text)” is not a level",
                mend: "Choose from: " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        return level
    }
}

extension Problem {
    fileprivate static func setting(_ key: String, _ nl: String, _ en: String, mend: String) -> Problem {
        Problem("configuration", at: [key], Text("\(key): \(nl).", "\(key): \(en)."), mend: Text(same: mend))
    }
}
