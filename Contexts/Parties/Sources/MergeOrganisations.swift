import Ecosystems
import Kernel

/// Joins an organisation that was recorded twice. The name and aliases of the duplicate live on as aliases, and what
/// only the duplicate told fills the empty fields of the other.
package struct MergeOrganisations: Command {
    package let duplicate: String
    package let into: String
    package let reason: String

    package init(duplicate: String, into: String, reason: String = "") {
        self.duplicate = duplicate
        self.into = into
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let table = situation.state[Organisation.self]
        var fields: [String: Value] = [:]
        if duplicate != into, let gone = table[ID(duplicate)], let kept = table[ID(into)] {
            fields = kept.fields(absorbing: gone)
        }
        return try MergeRecords(
            kind: Organisation.naming.plural, duplicate: duplicate, into: into, fields: fields, reason: reason
        ).decide(in: situation, catalogue: catalogue)
    }
}

extension MergeOrganisations {
    /// The organisation that took in the one that was removed: by the same command it got its names. Nil when it was simply removed.
    package static func survivor(of removal: HistoryItem, among items: [HistoryItem]) -> String? {
        items.first { item in
            item.command == removal.command && item.kind == Organisation.naming.plural && item.id != removal.id
                && item.fields["aliases"]?.list != nil
        }?.id
    }
}

extension Organisation {
    /// Every way in which this organisation is written, without repetition: names first.
    var spellings: [String] {
        var seen: Set<String> = [""]
        return ([name.nl, name.en] + aliases).filter { seen.insert($0).inserted }
    }

    fileprivate func fields(absorbing gone: Organisation) -> [String: Value] {
        let own = values
        var fields = gone.values.filter { own[$0.key] == nil && $0.key != "parent" }
        if sector == "unknown" { fields["sector"] = gone.sector.value }
        let named: Set<String> = [name.nl, name.en]
        var seen: Set<String> = []
        fields["aliases"] =
            (aliases + gone.spellings).filter { !named.contains($0) && seen.insert($0).inserted }.value
        if parent == gone.id {
            fields["parent"] = gone.parent.flatMap { $0 == id ? nil : $0 }.value
        }
        return fields
    }
}
