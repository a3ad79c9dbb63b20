import Kernel
import Testing

@testable import Counting

@Suite("A lot") struct LotTests {
    @Test("is the order of hashes that sha256sum gives")
    func known() {
        // printf 'seed\nA' | sha256sum, and so on.
        let lot = Lot(seed: "seed", options: ["A", "B", "C"])
        #expect(lot.order.map(\.option) == ["A", "C", "B"])
        #expect(lot.order.first?.hash == "28d52fe8cbc3d656682241cf91200fb923f6ab7606d6d63401baf1ff779c4640")
    }

    @Test("is the same every time and in whatever order the options come")
    func reproducible() {
        let one = Lot(seed: "x", options: ["a", "b", "c", "d"]).order.map(\.option)
        #expect(Lot(seed: "x", options: ["d", "b", "a", "c"]).order.map(\.option) == one)
    }

    @Test(
        "gives each option its turn: over 6,000 seeds each is first about equally often, and each order of three comes")
    func fair() {
        var first: [String: Int] = [:]
        var orders: [[String]: Int] = [:]
        for seed in 0..<6000 {
            let order = Lot(seed: "seed \(seed)", options: ["a", "b", "c"]).order.map(\.option)
            first[order[0], default: 0] += 1
            orders[order, default: 0] += 1
        }
        // Expected 2,000 and 1,000; five standard deviations are 183 and 144.
        #expect(first.count == 3 && first.values.allSatisfy { abs($0 - 2000) < 183 })
        #expect(orders.count == 6 && orders.values.allSatisfy { abs($0 - 1000) < 144 })
    }

    @Test("decides a tie and tells how to recompute it")
    func told() throws {
        let file: Value = [
            "rule": ["method": "majority", "tie": "lot", "lot": ["seed": "seed"]], "options": ["A", "B"],
            "seats": [["id": "p"], ["id": "q"]],
            "ballots": [["seat": "p", "choice": "A"], ["seat": "q", "choice": "B"]],
        ]
        let value = try Counted.value(file)
        #expect(value["winners"].list?.first == value["lot"]["order"].list?.first?["option"])
        #expect(value["lot"]["procedure"].string?.contains("sha256") == true)
    }
}
