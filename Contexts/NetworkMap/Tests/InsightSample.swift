import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Ecosystems
@testable import NetworkMap

/// Networks of organisations that take part, with what they carry.
struct InsightSample {
    var map: MapSample
    var carried: [Carried] = []

    init(_ organisations: [String], sector: String = "trade") throws {
        map = try MapSample()
        for id in organisations {
            try map.add("organisations", id, ["name": .string(id.capitalized), "sector": .string(sector)])
            try map.add("participations", id, ["organisation": .string(id), "status": "joined"])
        }
    }

    /// Ties by their ends, such as `a-b`.
    mutating func tie(_ ends: [String], _ kind: String = "knows") throws {
        for pair in ends {
            let parts = pair.split(separator: "-").map(String.init)
            try map.tie("\(kind)-\(pair)", parts[0], parts[1], kind)
        }
    }

    mutating func carry(_ kind: String, _ id: String, by carriers: [String]) {
        carried += carriers.map {
            Carried(
                by: $0, isAlone: carriers.count == 1, what: RecordPlace(kind: kind, id: id), name: Text(same: id),
                capacity: Text("draagt", "carries"))
        }
    }

    var catalogue: Catalogue {
        let carried = carried
        return Catalogue(
            MapSample.catalogue.contexts
                + [
                    ContextParts(
                        id: "told", name: Text(same: "told"), kinds: [], carrying: [CarryingRule { _ in carried }])
                ], rights: { _, _ in Rights() })
    }

    var reader: Reader { Reader(situation: map.situation, rights: Rights(), catalogue: catalogue) }

    func findings() throws -> NetworkFindings { try NetworkFindings(reader) }

    /// What everyone reads, without what the rules that are not about networks say.
    func told() -> [Finding] { catalogue.findings(map.situation) }
}
