import Crypto
import Kernel

/// An order that nobody chose and anyone can recompute: each option stands where SHA-256 of seed, line end and id puts it.
/// Whoever comes first wins from who comes later, in every tie of one count.
package struct Lot: Sendable {
    /// Options with their hashes, the first one drawn first.
    package let order: [(option: String, hash: String)]

    package init(seed: String, options: [String]) {
        let hashed = options.map { option in
            let digest = SHA256.hash(data: Array("\(seed)\n\(option)".utf8))
            return (option: option, hash: digest.map { Self.hex[Int($0)] }.joined())
        }
        order = hashed.sorted { ($0.hash, $0.option) < ($1.hash, $1.option) }
    }

    private static let hex = (0..<256).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }

    func place(of option: String) -> Int { order.firstIndex { $0.option == option } ?? order.count }

    func value(_ source: Rule.LotSource) -> Value {
        [
            "seed": .string(source.seed),
            "procedure": "sha256(seed + \"\\n\" + option) in hexadecimal; the lowest is drawn first",
            "order": .list(order.map { ["option": .string($0.option), "hash": .string($0.hash)] }),
        ]
    }
}
