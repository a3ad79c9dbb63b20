import Crypto
import Foundation

/// A site that passkeys are used at: its domain, and the exact addresses under which its pages may use them.
package struct PasskeySite: Sendable, Hashable {
    /// The domain, such as `stelsel.example.nl` or `localhost`.
    package let id: String
    /// Exact origins, such as `https://stelsel.example.nl`.
    package let origins: Set<String>

    package init(id: String, origins: Set<String>) {
        self.id = id
        self.origins = origins
    }

    package var hash: Data { Data(SHA256.hash(data: Data(id.utf8))) }

    /// Whether a browser would use passkeys of a domain at an origin: https there or below it, or http at localhost.
    package static func allows(origin: String, for id: String) -> Bool {
        guard let parts = URLComponents(string: origin), let scheme = parts.scheme, let host = parts.host else {
            return false
        }
        let port = parts.port.map { ":\($0)" } ?? ""
        let secure = scheme == "https" || (scheme == "http" && host == "localhost")
        return secure && origin == "\(scheme)://\(host)\(port)" && (host == id || host.hasSuffix("." + id))
    }
}
