import Crypto
import Foundation
import Kernel

/// What a voter in a secret ballot gets, once: with it the paper is changed while the ballot is open, and found afterwards.
/// Only its hash is kept, which does not lead back to it.
package struct ReceiptCode: Sendable, Hashable {
    /// Eight groups of four of Crockford's letters and digits, such as `7K3Q-…`.
    package let text: String

    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 32

    /// - Parameter random: 20 unpredictable bytes.
    package init(random: [UInt8]) {
        var text = ""
        var (bits, held) = (0, 0)
        for byte in random {
            bits = bits << 8 | Int(byte)
            held += 8
            while held >= 5, text.count < Self.length {
                text.append(Self.letters[bits >> (held - 5) & 31])
                held -= 5
            }
            bits &= (1 << held) - 1
        }
        self.text = Self.grouped(text)
    }

    /// Reads a code as somebody typed it; nil when it is none.
    package init?(typed: String) {
        let swaps: [Character: Character] = ["O": "0", "I": "1", "L": "1"]
        let plain = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }.map { swaps[$0] ?? $0 }
        guard plain.count == Self.length, plain.allSatisfy(Self.letters.contains) else { return nil }
        text = Self.grouped(String(plain))
    }

    private static func grouped(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    /// SHA-256 of the text with its hyphens: `printf 'CODE' | sha256sum`.
    package var digest: Data { Data(SHA256.hash(data: Data(text.utf8))) }
    package var hash: String { Digest.hex(digest) }
}

/// SHA-256 in hexadecimal.
package enum Digest {
    package static func hex(of text: String) -> String { hex(Data(SHA256.hash(data: Data(text.utf8)))) }

    static func hex(_ bytes: Data) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func data(hex: String) -> Data? {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count.isMultiple(of: 2) else { return nil }
        return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
    }
}
