import Foundation
import Kernel

/// A paper on its way into a ballot box, and back: canonical JSON without a name.
package struct SecretPaper: Sendable, Hashable {
    package let weight: Int
    package let group: String
    package let paper: BallotPaper

    /// The bytes that the box keeps.
    package var bytes: Data {
        var value: [String: Value] = ["paper": paper.value, "weight": .whole(weight)]
        if !group.isEmpty { value["group"] = .string(group) }
        return Data(CanonicalJSON.bytes(.map(value)))
    }

    init(_ paper: BallotPaper, of group: SecretClass) {
        self.paper = paper
        weight = group.weight
        self.group = group.group
    }

    /// Reads what the box kept.
    init(_ bytes: Data) throws(Problem) {
        let value = try JSONReader.read(bytes)
        paper = try BallotPaper(value["paper"])
        weight = value["weight"].whole ?? 1
        group = value["group"].string ?? ""
    }
}

extension Ballot {
    /// How many bytes each paper takes in the box: enough for the longest vote, the same for all.
    func room(_ proposal: Proposal) -> Int {
        let longest = proposal.options.reduce(400) { $0 + $1.key.utf8.count + 70 }
        return (longest / 256 + 1) * 256
    }
}
