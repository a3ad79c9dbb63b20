import Kernel

/// One wished change to one record.
package struct RecordChange: Sendable, Hashable {
    package enum Action: Sendable, Hashable {
        /// The record must look exactly like this; it may be new.
        case put([String: Value])
        /// Only these fields change; `.null` clears one. The record must exist.
        case patch([String: Value])
        /// The record must be new.
        case add([String: Value])
        case remove
    }

    /// Plural name of the kind.
    package let kind: String
    package let id: String
    package let action: Action
    /// The version that the caller saw; refuses when the record has moved on since.
    package let seen: Int?

    package init(_ kind: String, _ id: String, _ action: Action, seen: Int? = nil) {
        self.kind = kind
        self.id = id
        self.action = action
        self.seen = seen
    }
}

/// Adds, changes and removes records, all or none. Refuses with every problem at once.
package struct ChangeRecords: Command {
    package let changes: [RecordChange]
    /// Why, in the caller's words; kept in the history.
    package let reason: String
    /// The change is a step of a process, which has judged it.
    private let isProcess: Bool

    package init(_ changes: [RecordChange], reason: String = "", process: Bool = false) {
        self.changes = changes
        self.reason = reason
        isProcess = process
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        if situation.state.isEmpty { return .administer }
        let confidential = changes.filter { catalogue.kind($0.kind)?.isConfidential == true }
        guard confidential.isEmpty else { return confiding(confidential, in: situation, catalogue) }
        var organisations: Set<String>?
        let alone = changes.filter { catalogue.kind($0.kind)?.isOwnersAlone == true }
        // Nobody has both rights: together with anything else it takes somebody who may do everything.
        if !alone.isEmpty, alone.count < changes.count { return .administer }
        for change in changes {
            guard let kind = catalogue.kind(change.kind), !kind.owners.isEmpty else { return .orchestrate }
            let owners = change.owners(kind, in: situation.state)
            organisations = organisations.map { $0.intersection(owners) } ?? owners
        }
        guard let organisations, !organisations.isEmpty else { return alone.isEmpty ? .orchestrate : .administer }
        return !alone.isEmpty ? .representAlone(organisations.sorted()) : .represent(organisations.sorted())
    }

    /// What is confidential asks for its own right; with anything else in the same command, for both.
    private func confiding(
        _ confidential: [RecordChange], in situation: Situation, _ catalogue: Catalogue
    ) -> Requirement {
        let owners = confidential.compactMap { change in
            catalogue.kind(change.kind).map { change.owners($0, in: situation.state) }
        }
        let common = owners.dropFirst().reduce(owners.first ?? []) { $0.intersection($1) }
        let confide = Requirement.confide(common.sorted())
        let others = changes.filter { catalogue.kind($0.kind)?.isConfidential != true }
        guard !others.isEmpty else { return confide }
        return .both(confide, ChangeRecords(others).requirement(in: situation, catalogue: catalogue))
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        if !isProcess { try refuseByHand(catalogue) }
        var draft = ChangeDraft(situation: situation, catalogue: catalogue)
        for change in changes { try draft.take(change, reason: reason) }
        try draft.check()
        for reaction in catalogue.reactions {
            for change in reaction.changes(situation, draft.after) {
                try draft.take(change, reason: reason)
            }
        }
        return draft.events
    }

    private func refuseByHand(_ catalogue: Catalogue) throws(Refusal) {
        let problems = changes.compactMap { change in
            catalogue.kind(change.kind).flatMap { $0.isProcess ? Problem.byProcess($0).under(change.place) : nil }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}

extension Problem {
    package static func byProcess(_ kind: Kind) -> Problem {
        let (nl, en) = (kind.naming.pluralLabel.nl.lowercased(), kind.naming.pluralLabel.en.lowercased())
        return Problem(
            "record.process",
            Text(
                "\(kind.naming.pluralLabel.nl) ontstaan in een proces en staan daarna vast.",
                "\(kind.naming.pluralLabel.en) come about in a process and are fixed after it."),
            mend: Text("Gebruik de pagina of opdracht voor \(nl).", "Use the page or command for \(en)."))
    }
}

extension Command {
    /// Is it about a record that the reader cannot see? Then a refusal must not tell whose it is.
    func concerns(hiddenFrom reader: Reader) -> Bool {
        guard let changes = (self as? ChangeRecords)?.changes else { return false }
        return changes.contains { change in
            guard let kind = reader.catalogue.kind(change.kind) else { return false }
            return reader.state.table(change.kind)?.contains(change.id) == true
                && reader.values(kind, change.id) == nil
        }
    }
}

extension RecordChange {
    /// The organisations that own the record both before and after: someone of theirs may make the change.
    func owners(_ kind: Kind, in state: EcosystemState) -> Set<String> {
        let old = state.table(kind.plural)?.values(of: id)
        let wished: [String: Value]
        switch action {
        case .put(let values), .add(let values): wished = values
        case .patch(let values): wished = (old ?? [:]).merging(values) { $1 }
        case .remove: wished = old ?? [:]
        }
        let after = Kind.names(in: wished, fields: kind.owners, id: id)
        return old.map { Kind.names(in: $0, fields: kind.owners, id: id).intersection(after) } ?? after
    }
}

extension Kind {
    /// The organisations that a record of this kind belongs to. The field name `id` stands for the record itself.
    package func owners(of id: String, _ values: [String: Value]) -> [String] {
        Self.names(in: values, fields: owners, id: id).sorted()
    }

    static func names(in values: [String: Value], fields: [String], id: String) -> Set<String> {
        var names: Set<String> = []
        for field in fields {
            if field == "id" { names.insert(id) }
            switch values[field] {
            case .string(let name): names.insert(name)
            case .list(let items): names.formUnion(items.compactMap(\.string))
            default: break
            }
        }
        return names
    }
}
