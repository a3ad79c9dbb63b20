import Crypto
import Foundation
import Signing

/// A token in plain text, to be handed over once. It does not show itself in prints, logs, dumps or mirrors.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text to give to its owner; nothing else in this room remembers it.
    package let plaintext: String

    package var description: String { "(secret)" }
    package var debugDescription: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }

    /// What is stored in its place: the SHA-256 of the text. Right for 32 random bytes, wrong for anything guessable.
    static func digest(_ plaintext: String) -> Data {
        Data(SHA256.hash(data: Data(plaintext.utf8)))
    }

    /// Compares in a time that does not depend on where the two differ.
    static func matches(_ one: some DataProtocol, _ other: some DataProtocol) -> Bool {
        SHA256.hash(data: one) == SHA256.hash(data: other)
    }
}

extension AccessStore {
    /// 32 random bytes as 43 characters of base64url, behind an optional prefix.
    func newSecret(prefix: String = "") -> Secret {
        Secret(plaintext: prefix + Base64URL.encode(random(32)))
    }
}
