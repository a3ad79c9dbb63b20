import Documents
import Kernel

/// What changed between two texts of an agreement, so that people can see it at a glance. A function of the two texts.
package struct Redline: Sendable, Hashable {
    /// Number of the earlier version; a draft has the number that it would get.
    package let from: Int
    package let to: Int
    /// Every clause of both texts, in the order of the new one; what is gone stands where it stood.
    package let clauses: [ClauseChange]
    /// What changed besides the clauses: parties, norms, annexes and how it works.
    package let others: [AgreementChange]

    package init(from old: AgreementDocument, to new: AgreementDocument) {
        from = old.number
        to = new.number
        clauses = Self.clauses(old, new)
        others = AgreementChange.all(old, new)
    }

    /// The clauses that are not the same, or not at the same place.
    package var changed: [ClauseChange] { clauses.filter { $0.fate != .kept || $0.isMoved } }

    package var isEmpty: Bool { changed.isEmpty && others.isEmpty }

    private static func clauses(_ old: AgreementDocument, _ new: AgreementDocument) -> [ClauseChange] {
        let before = Dictionary(old.clauses.map { ($0.id, $0) }) { first, _ in first }
        let stays = Set(new.clauses.map(\.id))
        let moved = movedClauses(old.clauses.map(\.id), new.clauses.map(\.id))
        var gone: [String: [DocumentClause]] = [:]
        var last = ""
        for clause in old.clauses {
            if stays.contains(clause.id) { last = clause.id } else { gone[last, default: []].append(clause) }
        }
        func removed(after id: String) -> [ClauseChange] {
            (gone[id] ?? []).map { ClauseChange($0, nil, isMoved: false) }
        }
        return removed(after: "")
            + new.clauses.flatMap { clause in
                [ClauseChange(before[clause.id], clause, isMoved: moved.contains(clause.id))]
                    + removed(after: clause.id)
            }
    }

    /// The fewest clauses that must have moved: all that are outside the longest row that kept its order.
    static func movedClauses(_ old: [String], _ new: [String]) -> Set<String> {
        let places = Dictionary(old.enumerated().map { ($1, $0) }) { first, _ in first }
        let common = new.filter { places[$0] != nil }
        var best: [(length: Int, previous: Int?)] = []
        for index in common.indices {
            var found: (length: Int, previous: Int?) = (1, nil)
            for earlier in 0..<index
            where (places[common[earlier]] ?? 0) < (places[common[index]] ?? 0) && best[earlier].length >= found.length
            {
                found = (best[earlier].length + 1, earlier)
            }
            best.append(found)
        }
        var inOrder: Set<String> = []
        var at = best.indices.max { best[$0].length < best[$1].length }
        while let index = at {
            inOrder.insert(common[index])
            at = best[index].previous
        }
        return Set(common).subtracting(inOrder)
    }
}

/// What happened to one clause.
package struct ClauseChange: Sendable, Hashable {
    package enum Fate: String, ChoiceValue {
        case kept
        case changed
        case added
        case removed

        package var label: Text {
            switch self {
            case .kept: Text("gelijk", "the same")
            case .changed: Text("gewijzigd", "changed")
            case .added: Text("nieuw", "new")
            case .removed: Text("vervallen", "gone")
            }
        }
    }

    package let id: String
    package let fate: Fate
    /// It stands at another place among the others.
    package let isMoved: Bool
    /// Its number in the old text; nil when it was not there.
    package let oldNumber: Int?
    package let newNumber: Int?
    package let heading: TextChange
    package let text: TextChange
    package let variables: [VariableChange]
    /// Whether a party may leave it out, before and after.
    package let wasOptional: Bool
    package let isOptional: Bool
    /// Whether a party stays held to it after leaving, before and after.
    package let wasSurviving: Bool
    package let isSurviving: Bool

    /// At least one of the two is there.
    init(_ old: DocumentClause?, _ new: DocumentClause?, isMoved: Bool) {
        id = new?.id ?? old?.id ?? ""
        self.isMoved = isMoved
        oldNumber = old?.number
        newNumber = new?.number
        heading = TextChange(from: old?.heading ?? Text(), to: new?.heading ?? Text())
        text = TextChange(from: old?.text ?? Text(), to: new?.text ?? Text())
        variables = VariableChange.all(old?.variables ?? [], new?.variables ?? [])
        wasOptional = old?.optional ?? false
        isOptional = new?.optional ?? false
        wasSurviving = old?.survives ?? false
        isSurviving = new?.survives ?? false
        let differs =
            heading.changes || text.changes || !variables.isEmpty || wasOptional != isOptional
            || wasSurviving != isSurviving
        fate = old == nil ? .added : new == nil ? .removed : differs ? .changed : .kept
    }
}

/// What changed in a text, in each language.
package struct TextChange: Sendable, Hashable {
    package let nl: WordDifference
    package let en: WordDifference

    package init(from old: Text, to new: Text) {
        nl = WordDifference(from: old.nl, to: new.nl)
        en = WordDifference(from: old.en, to: new.en)
    }

    package var changes: Bool { nl.changes || en.changes }
    package var new: Text { Text(nl: nl.new, en: en.new) }
    package var old: Text { Text(nl: nl.old, en: en.old) }
    package var words: Words { Words(nl: nl.runs, en: en.runs) }
}

/// A place that was filled in otherwise.
package struct VariableChange: Sendable, Hashable {
    package let name: String
    /// How it read; empty: not filled in.
    package let old: Text
    package let new: Text

    static func all(_ old: [DocumentVariable], _ new: [DocumentVariable]) -> [VariableChange] {
        let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { name in
            before[name] == after[name]
                ? nil
                : VariableChange(name: name, old: before[name]?.shown ?? Text(), new: after[name]?.shown ?? Text())
        }
    }
}
