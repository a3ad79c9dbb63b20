import Kernel
import MethodLibrary

/// An ecosystem as one caller may see it. Every door reads through this; what the caller may not see is not there.
package struct Reader: Sendable {
    package let situation: Situation
    package let rights: Rights
    package let catalogue: Catalogue

    package init(situation: Situation, rights: Rights, catalogue: Catalogue) {
        self.situation = situation
        self.rights = rights
        self.catalogue = catalogue
    }

    package var state: EcosystemState { situation.state }
    package var library: Library { situation.library }
    package var today: Day { situation.today }

    /// May the caller see records of this kind, whoever they belong to, or else those of the own organisation? What a representative sees
    /// of its own among what is for participants does not open the kind.
    package func canRead(_ kind: Kind) -> Bool {
        switch kind.visibility {
        case .ownOrganisation: rights.canRead(kind.visibility, owners: Array(rights.belongsTo))
        case .confidential: rights.canRead(kind.visibility, owners: Array(rights.represents))
        case .everyone, .participants, .body: rights.canRead(kind.visibility, owners: [])
        }
    }

    /// May the caller see every field of every record of this kind, without looking at whose it is?
    package func sees(_ kind: Kind) -> Bool { kind.isConfidential ? rights.confides : rights.seesEverything }

    /// The visible fields of one record; nil when it is absent or hidden.
    package func values(_ kind: Kind, _ id: String) -> [String: Value]? {
        state.table(kind.plural)?.values(of: id).flatMap { visible($0, kind, id) }
    }

    /// What is left of a record's fields for this caller; nil when the whole record is hidden.
    package func visible(_ values: [String: Value], _ kind: Kind, _ id: String) -> [String: Value]? {
        if sees(kind) { return values }
        let owners = kind.owners(of: id, values)
        guard rights.canRead(kind.visibility, owners: owners) else { return nil }
        var visible = values
        for field in kind.fields {
            if let visibility = field.visibility, !rights.canRead(visibility, owners: owners) {
                visible[field.name] = nil
            }
        }
        return visible
    }

    /// Records of a kind, sorted by id, without what the caller may not see.
    package func records<R: Record>(_ type: R.Type) -> [R] {
        let all = state[type].sorted
        guard let kind = catalogue.kind(R.naming.plural), !sees(kind) else { return all }
        if kind.visibility == .everyone, !kind.fields.contains(where: { $0.visibility != nil }) { return all }
        return all.compactMap { record in
            guard let values = visible(record.values, kind, record.id.rawValue) else { return nil }
            var shown = R(id: record.id.rawValue)
            _ = shown.write(values)
            return shown
        }
    }

    package func record<R: Record>(_ type: R.Type, _ id: String) -> R? {
        guard let record = state[type][ID(id)] else { return nil }
        guard let kind = catalogue.kind(R.naming.plural), !sees(kind) else { return record }
        guard let values = visible(record.values, kind, id) else { return nil }
        var shown = R(id: id)
        _ = shown.write(values)
        return shown
    }

    /// What to call any record; its id when it has no title or may not be seen.
    package func title(_ plural: String, _ id: String) -> Text {
        guard let kind = catalogue.kind(plural), let table = state.table(plural), table.contains(id),
            sees(kind) || values(kind, id) != nil, let title = table.title(of: id, with: names),
            !title.isEmpty
        else { return Text(same: id) }
        // The name of a copy stands inside its text, which the library has read already.
        if plural == AdaptedMethod.naming.plural { return library.method(id)?.name ?? title }
        return title
    }

    /// What to call a record with these fields, such as one that is gone.
    package func title(of values: [String: Value], _ kind: Kind, _ id: String) -> Text {
        guard let title = kind.title(of: values, id: id, with: names), !title.isEmpty else { return Text(same: id) }
        return title
    }

    private var names: Names {
        Names(
            record: { title($0, $1) }, method: { library.name(of: $0, $1) ?? Text(same: $1) },
            offer: { offered($0, $1, $2) })
    }

    private func offered(_ plural: String, _ field: String, _ values: [String: Value]) -> Text {
        let id = values[field]?.string ?? ""
        let choices = catalogue.offer(plural, [field])?.choices(for: values, in: situation) ?? []
        return choices.first { $0.id == id }?.label ?? Text(same: id)
    }

    /// What deserves attention, as far as the caller may see the records it is about.
    package var findings: [Finding] {
        catalogue.findings(situation).filter { finding in
            guard let kind = catalogue.kind(finding.kind) else { return true }
            return finding.record.isEmpty ? canRead(kind) : values(kind, finding.record) != nil
        }
    }

    /// What it takes to add a record of this kind, before it is known whose it will be. What owns itself, such as an organisation, has
    /// no owner before it is there.
    package func requirementToAdd(_ kind: Kind) -> Requirement {
        if state.isEmpty { return .administer }
        if kind.owners.allSatisfy({ $0 == "id" }) { return .orchestrate }
        let represented = rights.represents.sorted()
        return kind.isOwnersAlone ? .representAlone(represented) : .represent(represented)
    }

    /// May the caller add a record of this kind? There is one profile, and it is there from the beginning.
    package func mayAdd(_ kind: Kind) -> Bool {
        guard kind.plural != Profile.naming.plural, !kind.isProcess else { return false }
        do throws(Refusal) {
            try requirementToAdd(kind).check(rights)
            return true
        } catch { return false }
    }

    package func may(_ command: some Command) -> Bool {
        do throws(Refusal) {
            try command.requirement(in: situation, catalogue: catalogue).check(rights)
            return true
        } catch { return false }
    }
}
