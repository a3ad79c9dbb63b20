import Kernel

extension ChangeDraft {
    /// Nothing goes that something else still names.
    func checkRemovals() throws(Refusal) {
        for (plural, gone) in Dictionary(grouping: removed, by: \.kind.plural).sorted(by: { $0.key < $1.key }) {
            let ids = Set(gone.map(\.id).filter { after.table(plural)?.contains($0) != true })
            let mentions = after.mentions(of: ids, in: plural, catalogue: catalogue)
            if let kind = gone.first?.kind, let first = mentions.first {
                let own = mentions.filter { $0.of == first.of }
                throw .conflict(.stillMentioned(kind, first.of, own, hidden: catalogue.confidentialKinds))
            }
        }
    }

    /// What the contexts have against records going, given everything else that is asked.
    func removalProblems(_ result: Situation) -> [Problem] {
        removed.flatMap { kind, id in
            guard after.table(kind.plural)?.contains(id) != true else { return [Problem]() }
            return (catalogue.removals[kind.plural] ?? []).flatMap { $0.problems(id, situation.state, result) }
                .map { $0.under("\(kind.plural)/\(id)") }
        }
    }
}
