import Ecosystems
import Kernel
import MethodLibrary

extension Clause {
    /// A clause does not go while another one in its agreement leans on its block, and no other clause brings that block.
    static let staying = RemovalGuard(Clause.self) { old, situation in
        old.leaning(in: situation).map { [.leanedOn(old, by: $0, situation)] } ?? []
    }

    /// Nor does it come to be of another block.
    static let keepsBlock = ChangeGuard(Clause.self) { old, new, situation in
        guard let old, old.block != new.block else { return [] }
        return old.leaning(in: situation).map { [Problem.leanedOn(old, by: $0, situation).under("block")] } ?? []
    }

    /// The first clause that leans on the block of this one, which the situation no longer has.
    private func leaning(in situation: Situation) -> Clause? {
        guard !block.isEmpty else { return nil }
        let rest = situation.state[Clause.self].records.filter { $0.agreement == agreement }
        guard !rest.contains(where: { $0.block == block }) else { return nil }
        return rest.filter { situation.library.block($0.block)?.dependsOn.contains(block) == true }
            .min { ($0.position, $0.id) < ($1.position, $1.id) }
    }
}

extension Problem {
    fileprivate static func leanedOn(_ gone: Clause, by clause: Clause, _ situation: Situation) -> Problem {
        let (block, other) = (situation.library.called(gone.block), situation.library.called(clause.block))
        return Problem(
            "clause.needed",
            Text(
                "De bouwsteen “\(block.dutch)” kan niet weg: “\(other.dutch)” (bepaling “\(clause.heading.dutch)”) leunt erop.",
                "The block “\(block.english)” cannot go: “\(other.english)” (clause “\(clause.heading.english)”) leans on it."
            ),
            mend: Text("Haal die bepaling ook weg, of houd deze.", "Remove that clause too, or keep this one."))
    }
}
