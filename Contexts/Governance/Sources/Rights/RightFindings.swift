import Ecosystems
import Kernel
import Parties

/// What is not right in the matrix: subjects about which nobody decides, deciding bodies that nobody can vote in.
extension GovernanceContext {
    static let rightFindings = FindingRule { situation in
        let today = situation.today
        return situation.state[DecisionRight.self].sorted.flatMap { right -> [Finding] in
            var found: [Finding] = []
            if !right.shares.contains(where: { $0.right == .decides && $0.holds(in: .ordinary) }) {
                found.append(.nobodyDecides(right))
            }
            let gone = Set(right.shares.map(\.body)).sorted().compactMap { situation.state[Body.self][$0] }
                .filter { $0.period.until.map { $0 < today } == true }
            return found + gone.map { .bodyIsGone($0, right) }
        }
    }
}

extension Finding {
    fileprivate static func nobodyDecides(_ right: DecisionRight) -> Finding {
        Finding(
            "right.nobody-decides", .warning,
            Text("Over “\(right.subject.dutch)” besluit niemand.", "Nobody decides about “\(right.subject.english)”."),
            why: Text(
                "Dan blijft het liggen, of iemand doet het zonder dat het mag. Wijs een orgaan aan.",
                "Then it stays where it is, or somebody does it without being allowed to. Name a body."),
            kind: DecisionRight.naming.plural, record: right.id.rawValue, field: "shares")
    }

    fileprivate static func bodyIsGone(_ body: Body, _ right: DecisionRight) -> Finding {
        Finding(
            "right.body-gone", .warning,
            Text(
                "\(body.name.dutch) bestaat niet meer en heeft nog rechten over “\(right.subject.dutch)”.",
                "\(body.name.english) exists no more and still has rights about “\(right.subject.english)”."),
            why: Text("Geef die rechten aan een orgaan dat er is.", "Give those rights to a body that is there."),
            kind: DecisionRight.naming.plural, record: right.id.rawValue, field: "shares")
    }
}
