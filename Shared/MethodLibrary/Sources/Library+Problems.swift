import Kernel

/// What can be wrong between methods.
extension Library {
    /// Method ids that were taken already.
    static func duplicates(among sheets: [MethodSheet], known: Set<String>) -> [LibraryProblem] {
        var first: [String: String] = [:]
        return sheets.compactMap { sheet in
            let id = sheet.method.id
            let holder = known.contains(id) ? id : first[id]
            if first[id] == nil { first[id] = sheet.method.file }
            guard let holder else { return nil }
            return sheet.placed(
                Problem(
                    "method.duplicate", at: ["id"],
                    Text("Er is al een methode “\(id)”: \(holder).", "There is already a method “\(id)”: \(holder)."),
                    mend: Text("Kies een ander id.", "Choose another id.")))
        }
    }

    /// Sectors, compositions and relation kinds that another method has, other than an original and its copies.
    static func clashes(in sheets: [MethodSheet], _ index: LibraryIndex) -> [LibraryProblem] {
        sheets.flatMap { sheet in
            let method = sheet.method
            let sectors = (method.sectors?.sectors ?? []).map(\.id)
            let compositions = (method.sectors?.compositions ?? []).map(\.id)
            let kinds = (method.relationKinds?.kinds ?? []).map(\.id)
            let mechanisms = (method.mechanisms?.mechanisms ?? []).map(\.id)
            let acts = (method.acts?.acts ?? []).map(\.id)
            let clashes =
                clashes(of: method, sectors, "sectors", index) { index.sectors[$0]?.method }
                + clashes(of: method, compositions, "compositions", index) { index.compositions[$0]?.method }
                + clashes(of: method, kinds, "kinds", index) { index.relationKinds[$0]?.method }
                + clashes(of: method, mechanisms, "mechanisms", index) { index.mechanisms[$0]?.method }
                + clashes(of: method, acts, "acts", index) { index.acts[$0]?.method }
            return clashes.map(sheet.placed)
        }
    }

    private static func clashes(
        of method: Method, _ ids: [String], _ list: String, _ index: LibraryIndex, holder: (String) -> Method?
    ) -> [Problem] {
        ids.enumerated().compactMap { position, id in
            guard let other = holder(id), other.id != method.id, !index.areKin(method, other) else { return nil }
            return Problem(
                "method.duplicate", at: [list, String(position), "id"],
                Text("“\(id)” staat al in “\(other.id)”.", "“\(id)” is already in “\(other.id)”."),
                mend: Text(
                    "Kies een ander id, of noem het origineel in basedOn.",
                    "Choose another id, or name the original in basedOn."))
        }
    }

    /// Names in a method that no method and no kind of record answers to.
    static func danglingReferences(of method: Method, _ index: LibraryIndex, kinds: Set<String>?) -> [Problem] {
        var problems: [Problem] = []
        if let basis = method.head.basedOn, index.methods[basis.id]?.family != method.family {
            let known = (index.families[method.family] ?? []).map(\.id).filter { $0 != method.id }
            problems.append(
                .dangling(
                    basis.id, at: ["basedOn", "id"], Text("methode in deze familie", "method in this family"),
                    known: known))
        }
        switch method.body {
        case .lifecycle(let body): problems += danglingReferences(of: body, index, kinds: kinds)
        case .sectors(let body): problems += missingStrands(of: body, index)
        case .blocks(let body): problems += danglingReferences(of: body, index)
        case .mechanisms(let body): problems += danglingHorizons(of: body, index)
        case .bodies(let body): problems += danglingTypes(of: body, index)
        case .roles, .typology, .checklist, .relationKinds, .acts, .sessions, .responsibilities, .ladders, .criteria:
            break
        }
        return problems
    }

    private static func danglingReferences(
        of lifecycle: LifecycleMethod, _ index: LibraryIndex, kinds: Set<String>?
    ) -> [Problem] {
        lifecycle.phases.enumerated().flatMap { position, phase in
            let path = ["phases", String(position)]
            var problems: [Problem] = []
            if let role = phase.leader?.role, !role.isEmpty, !index.roleNames.contains(role) {
                problems.append(
                    .dangling(
                        role, at: path + ["leader", "role"], Text("rol", "role"), known: index.roleNames))
            }
            guard let kinds else { return problems }
            for (place, need) in phase.requires.enumerated() where !kinds.contains(need.kind) {
                problems.append(
                    .dangling(
                        need.kind, at: path + ["requires", String(place), "kind"],
                        Text("soort gegevens", "kind of record"), known: kinds))
            }
            return problems
        }
    }

    private static func danglingTypes(of method: BodiesMethod, _ index: LibraryIndex) -> [Problem] {
        method.forms.enumerated().compactMap { position, form in
            form.type.isEmpty || index.types[form.type] != nil
                ? nil
                : .dangling(
                    form.type, at: ["forms", String(position), "type"], Text("type", "type"), known: index.types.keys)
        }
    }

    private static func missingStrands(of method: SectorsMethod, _ index: LibraryIndex) -> [Problem] {
        method.compositions.enumerated().flatMap { position, composition in
            composition.needs.enumerated().compactMap { place, strand in
                index.strands.contains(strand)
                    ? nil
                    : Problem.dangling(
                        strand.rawValue, at: ["compositions", String(position), "needs", String(place)],
                        Text("sector met helix", "sector with helix"), known: index.strands.map(\.rawValue))
            }
        }
    }
}
