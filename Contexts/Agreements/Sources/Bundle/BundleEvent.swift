import Foundation
import Kernel
import Ledger

/// One event of the log with all that proves it: what its leaf is the hash of, and the way from there to the root.
package struct BundleEvent: Sendable, Hashable {
    package let leaf: Int
    /// Canonical JSON of the header.
    package let header: String
    package let salt: Data
    package let payload: Data
    package let hashes: [TreeHash]

    package init(leaf: Int, header: String, salt: Data, payload: Data, hashes: [TreeHash]) {
        self.leaf = leaf
        self.header = header
        self.salt = salt
        self.payload = payload
        self.hashes = hashes
    }

    /// Its file in a bundle.
    package var name: String {
        let digits = String(leaf)
        return "proofs/\(String(repeating: "0", count: max(0, 12 - digits.count)))\(digits).json"
    }

    /// As the API gives it too.
    package var value: Value {
        [
            "leaf": .whole(leaf), "header": .string(header), "salt": .string(salt.base64EncodedString()),
            "payload": .string(String(decoding: payload, as: UTF8.self)),
            "hashes": .list(hashes.map { .string($0.data.base64EncodedString()) }),
        ]
    }

    /// Reads what `value` wrote; nil for anything else.
    package init?(_ value: Value) {
        guard let leaf = value["leaf"].whole, let header = value["header"].string, let text = value["payload"].string,
            let salt = value["salt"].string.flatMap({ Data(base64Encoded: $0) }), let list = value["hashes"].list
        else { return nil }
        let hashes = list.compactMap { $0.string.flatMap { Data(base64Encoded: $0) }.flatMap { TreeHash($0) } }
        guard hashes.count == list.count, leaf >= 0 else { return nil }
        guard value.map?.count == 5 else { return nil }
        self.init(leaf: leaf, header: header, salt: salt, payload: Data(text.utf8), hashes: hashes)
    }
}
