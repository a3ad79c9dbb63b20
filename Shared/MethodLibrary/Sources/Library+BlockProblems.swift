import Kernel

/// Names in building blocks and mechanisms that nothing in the library answers to.
extension Library {
    static func danglingReferences(of method: BlocksMethod, _ index: LibraryIndex) -> [Problem] {
        method.blocks.enumerated().flatMap { position, block in
            let path = ["blocks", String(position)]
            let phases = block.importance.enumerated().compactMap { place, importance in
                missing(
                    importance.phase, at: path + ["importance", String(place), "phase"], Text("fase", "phase"),
                    index.phases)
            }
            let acts = block.clauses.enumerated().flatMap { clause, text in
                text.norms.enumerated().compactMap { norm, rule in
                    missing(
                        rule.action, at: path + ["clauses", String(clause), "norms", String(norm), "action"],
                        Text("handeling", "act"), index.acts)
                }
            }
            let another = Text("bouwsteen", "building block")
            let mechanism = Text("mechanisme", "mechanism")
            var problems: [Problem] = phases + acts
            problems += missing(block.horizons, at: path + ["horizons"], Text("type", "type"), index.types)
            problems += missing(block.dependsOn, at: path + ["dependsOn"], another, index.blocks)
            problems += missing(block.conflictsWith, at: path + ["conflictsWith"], another, index.blocks)
            problems += missing(block.mechanisms, at: path + ["mechanisms"], mechanism, index.mechanisms)
            return problems
        }
    }

    static func danglingHorizons(of method: MechanismsMethod, _ index: LibraryIndex) -> [Problem] {
        method.mechanisms.enumerated().flatMap { position, mechanism in
            missing(
                mechanism.horizons, at: ["mechanisms", String(position), "horizons"], Text("type", "type"), index.types)
        }
    }

    private static func missing<Entry>(
        _ ids: [String], at path: [String], _ wanted: Text, _ known: [String: Entry]
    ) -> [Problem] {
        ids.enumerated().compactMap { missing($1, at: path + [String($0)], wanted, known) }
    }

    private static func missing<Entry>(
        _ id: String, at path: [String], _ wanted: Text, _ known: [String: Entry]
    ) -> Problem? {
        known[id] == nil ? .dangling(id, at: path, wanted, known: known.keys) : nil
    }
}
