import Foundation

extension SecretKey {
    private static let mark = "stelsel-secret-key/1"

    /// What a key file holds, on one line: mark, algorithm, and the secret in base64url.
    package var text: String { "\(Self.mark) \(algorithm.rawValue) \(Base64URL.encode(raw))\n" }

    /// Reads what `text` wrote; nil for anything else.
    package init?(text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == Self.mark, let algorithm = SigningAlgorithm(rawValue: String(words[1])),
            let raw = Base64URL.decode(String(words[2]))
        else { return nil }
        self.init(algorithm, raw: raw)
    }
}
