import Ecosystems
import Foundation
import Kernel
import Testing

@testable import API

@Suite("Networks in numbers")
struct NetworkTests {
    /// A chain with a branch: gemeente – waterschap – hogeschool, waterschap – bewoners; the aannemer stands alone.
    private func tied(_ story: @escaping @Sendable (Talk) async throws -> Void) async throws {
        let sample = try await Sample()
        let ecosystem = try await sample.installation.host.ecosystem("beekdal")
        func tie(_ id: String, _ from: String, _ to: String, _ kind: String, _ more: [String: Value] = [:])
            -> RecordChange
        {
            RecordChange(
                "relations", id,
                .add(["from": .string(from), "to": .string(to), "kind": .string(kind)].merging(more) { $1 }))
        }
        _ = try await ecosystem.perform(
            ChangeRecords([
                tie("a", "gemeente", "waterschap", "cooperation"),
                tie("b", "waterschap", "hogeschool", "knowledge", ["weight": 4]),
                tie("c", "bewoners", "waterschap", "cooperation", ["period": ["from": "2025-01-01"]]),
            ]), by: .atTheMachine)
        try await sample.run(story)
    }

    private let path = "/ecosystems/beekdal/network"

    @Test("The analysis has the keys of the command line, the conventions beside it")
    func analysis() async throws {
        try await tied { talk in
            let all = try await talk.send(.get, "\(path)/analysis")
            #expect(all.status == 200)
            #expect(all["graph"]["nodes"] == 5 && all["graph"]["edges"] == 3 && all["graph"]["components"] == 2)
            #expect(all["graph"]["articulationPoints"] == ["waterschap"])
            #expect(all["conventions"]["metrics"]["betweenness"]["normalisation"] == "none")
            let middle = all["nodes"].list?.first { $0["id"] == "waterschap" }
            #expect(middle?["betweenness"] == 3 && middle?["degree"] == 3 && middle?["core"] == 1)
            #expect(
                middle?.map?.keys.sorted() == [
                    "betweenness", "community", "component", "core", "degree", "harmonic", "id", "pagerank",
                ])
        }
    }

    @Test("Kinds, a day, weight and the past narrow it")
    func scope() async throws {
        try await tied { talk in
            func edges(_ query: String) async throws -> Value {
                try await talk.send(.get, "\(path)/analysis?metrics=degree,strength&\(query)")["graph"]["edges"]
            }
            #expect(try await edges("kinds=cooperation") == 2)
            #expect(try await edges("kinds=cooperation,knowledge") == 3)
            #expect(try await edges("day=2024-12-31") == 2)
            #expect(try await edges("day=2025-01-01") == 3)
            #expect(try await edges("asOf=1") == 0)
            let weighed = try await talk.send(.get, "\(path)/analysis?metrics=strength&weighted=true&directed=false")
            #expect(weighed["conventions"]["weight"] == "weight")
            #expect(weighed["nodes"].list?.first { $0["id"] == "waterschap" }?["strength"] == 6)
        }
    }

    @Test("What if: before and after, who is cut off")
    func whatIf() async throws {
        try await tied { talk in
            let gone = try await talk.send(.get, "\(path)/what-if?remove=waterschap")
            #expect(gone["before"]["graph"]["components"] == 2 && gone["after"]["graph"]["components"] == 4)
            #expect(gone["gone"] == ["waterschap"] && gone["cutOff"] == [["gemeente"], ["hogeschool"]])
            let more = try await talk.send(
                .get,
                "\(path)/what-if?remove=waterschap,gemeente&remove=aannemer&add=gemeente,bewoners&weaken=waterschap,hogeschool%3D0.5"
            )
            #expect(more["gone"] == ["aannemer"] && more["cutOff"] == [])
            let after = more["after"]["nodes"].list?.first { $0["id"] == "hogeschool" }
            #expect(after?["strength"] == 2)
        }
    }

    @Test("What is not known is refused with its rule")
    func refused() async throws {
        try await tied { talk in
            for (query, rule) in [
                ("what-if", "network.change"), ("what-if?remove=niemand", "network.node"),
                ("analysis?metrics=fame", "network.metric"), ("analysis?kinds=love", "map.filter"),
                ("analysis?day=morgen", "query.day"), ("analysis?sample=x", "field.type"),
                ("analysis?sample=0", "network.sample"), ("analysis?directed=yes", "field.type"),
                ("analysis?colour=red", "query.unknown"),
            ] {
                let answer = try await talk.send(.get, "\(path)/\(query)")
                #expect(answer.status == 400)
                #expect(answer.rules == [rule], "\(query)")
            }
            let nowhere = try await talk.send(.get, "/ecosystems/niets/network/analysis")
            #expect(nowhere.status == 404)
        }
    }
}
