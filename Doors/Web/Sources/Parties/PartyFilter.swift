import Ecosystems
import Kernel
import Parties

/// What the address says to show of the parties, and the addresses that change one thing of it.
struct PartyFilter {
    var filter = PartyList.Filter()
    /// The first row to show, from 0.
    var start = 0

    init(_ inside: EcosystemVisit) {
        let visit = inside.visit
        filter.status = Participation.Status(rawValue: visit.query("status"))
        filter.layer = Participation.Layer(rawValue: visit.query("layer"))
        filter.sector = visit.query("sector")
        filter.role = visit.query("role")
        filter.text = visit.query("text").trimmed
        start = max(0, Int(visit.query("from")) ?? 0)
    }

    var isEmpty: Bool { filter == PartyList.Filter() }

    /// The parts of the address, in a fixed order.
    var query: [(String, String)] {
        [
            ("status", filter.status?.rawValue ?? ""), ("layer", filter.layer?.rawValue ?? ""),
            ("sector", filter.sector), ("role", filter.role), ("text", filter.text),
            ("from", start == 0 ? "" : String(start)),
        ]
    }

    func with(_ status: Participation.Status?) -> PartyFilter {
        var copy = self
        copy.filter.status = status
        copy.start = 0
        return copy
    }

    func from(_ start: Int) -> PartyFilter {
        var copy = self
        copy.start = start
        return copy
    }
}
