import Kernel
import MethodLibrary

/// A set of changes being tried out on a copy of the state.
struct ChangeDraft {
    let situation: Situation
    let catalogue: Catalogue
    private(set) var after: EcosystemState
    private(set) var events: [DomainEvent] = []
    private var touched: [(kind: Kind, id: String, fields: [String: Value])] = []
    private(set) var removed: [(kind: Kind, id: String)] = []
    private var problems: [Problem] = []
    /// Records that are refused; who mentions them is not blamed for that.
    private(set) var refused: Set<String> = []
    /// What is not refused of those records; the names in it are looked up all the same.
    private var remains: [(kind: Kind, id: String, fields: [String: Value])] = []
    let gaps: FolderGaps

    init(situation: Situation, catalogue: Catalogue, gaps: FolderGaps = FolderGaps()) {
        self.situation = situation
        self.gaps = gaps
        self.catalogue = catalogue
        after = situation.state
    }

    /// Tries one change on top of the earlier ones. Refuses at once what makes no sense to go on with; collects the rest.
    mutating func take(_ change: RecordChange, reason: String) throws(Refusal) {
        guard let kind = catalogue.kind(change.kind), let table = after.table(change.kind) else {
            throw .notFound(.unknownKind(change.kind, known: catalogue.kinds.map(\.plural)))
        }
        try Reason.check(reason)
        let version = table.version(of: change.id)
        if let seen = change.seen, seen != version ?? 0, version != nil || seen != table.removal(of: change.id) {
            throw .conflict(.stale(change, seen: seen, now: version))
        }
        switch change.action {
        case .put(let values): try write(values, change, kind, table, replacing: true, reason)
        case .patch(let values):
            guard version != nil else { throw .notFound(.noSuchRecord(kind, change.id)) }
            try write(values, change, kind, table, replacing: false, reason)
        case .add(let values):
            guard version == nil else { throw .conflict(.duplicate(kind, change.id)) }
            try write(values, change, kind, table, replacing: true, reason)
        case .remove:
            guard let version else { throw .notFound(.noSuchRecord(kind, change.id)) }
            removed.append((kind, change.id))
            try happen(.record(.removed, kind.naming, change.id, previous: version, reason: reason))
        }
    }

    private mutating func write(
        _ values: [String: Value], _ change: RecordChange, _ kind: Kind, _ table: any RecordTable, replacing: Bool,
        _ reason: String
    ) throws(Refusal) {
        let wrongID = Identifier.isValid(change.id) ? [] : [Problem.badID(change.id)]
        switch table.outcome(of: values, on: change.id, replacing: replacing) {
        case .failure(let rejected): refuse(change, kind, values, wrongID + rejected.problems)
        case .success where !wrongID.isEmpty: refuse(change, kind, values, wrongID)
        case .success(let fields):
            let version = table.version(of: change.id)
            if version != nil, fields.isEmpty { return }
            touched.append((kind, change.id, fields))
            try happen(
                .record(
                    version == nil ? .added : .changed, kind.naming, change.id, fields: fields,
                    previous: version ?? table.removal(of: change.id), reason: reason))
        }
    }

    private mutating func refuse(
        _ change: RecordChange, _ kind: Kind, _ values: [String: Value], _ found: [Problem]
    ) {
        let wrong = Set(found.compactMap(\.path.first))
        refused.insert(change.place)
        problems += found.map { $0.under(change.place) }
        remains.append((kind, change.id, values.filter { !wrong.contains($0.key) }))
    }

    private mutating func happen(_ event: DomainEvent) throws(Refusal) {
        do throws(Problem) {
            try after.apply(event, at: after.sequence + 1, recordedAt: after.recordedAt, catalogue: catalogue)
        } catch { throw .invalid([error]) }
        events.append(event)
    }

    /// Everything that can only be judged with all changes together.
    mutating func check() throws(Refusal) {
        let result = Situation(
            state: after, library: situation.library, standard: situation.standard, today: situation.today)
        for (kind, id, fields) in touched where after.table(kind.plural)?.contains(id) == true {
            var found = unknownNames(kind, fields) + cycles(kind, id)
            if gaps.isEmpty {
                for rule in catalogue.guards[kind.plural] ?? [] { found += rule.problems(id, situation.state, result) }
            }
            problems += found.map { $0.under("\(kind.plural)/\(id)") }
        }
        if gaps.isEmpty { problems += togetherProblems(result) }
        for (kind, id, fields) in remains {
            problems += unknownNames(kind, fields).map { $0.under("\(kind.plural)/\(id)") }
        }
        try checkRemovals()
        problems += removalProblems(result)
        checkProfile()
        checkAdaptedMethods()
        if !problems.isEmpty { throw .invalid(problems) }
    }

    /// Rules between records of one kind, asked once for all that changed.
    private func togetherProblems(_ result: Situation) -> [Problem] {
        let changed = Dictionary(grouping: touched, by: \.kind.plural)
        return changed.sorted { $0.key < $1.key }.flatMap { plural, changes -> [Problem] in
            let ids = Set(changes.map(\.id)).sorted().filter { after.table(plural)?.contains($0) == true }
            return (catalogue.guards[plural] ?? []).flatMap { rule in
                (rule.together?(ids, result) ?? []).map { $0.problem.under("\(plural)/\($0.id)") }
            }
        }
    }

    /// An ecosystem says what it is in one record, of its own id. Without it nobody could open, list or export it.
    private mutating func checkProfile() {
        let plural = Profile.naming.plural
        let profiles = after.table(plural)
        if removed.contains(where: { $0.kind.plural == plural && $0.id == after.id }),
            profiles?.contains(after.id) != true
        {
            problems.append(Problem.profileNeeded.under("\(plural)/\(after.id)"))
        }
        for (kind, id, _) in touched where kind.plural == plural && id != after.id && profiles?.contains(id) == true {
            problems.append(Problem.oneProfile(after.id).under("\(plural)/\(id)"))
        }
    }

    private mutating func checkAdaptedMethods() {
        let plural = AdaptedMethod.naming.plural
        guard !gaps.methods,
            touched.contains(where: { $0.kind.plural == plural })
                || removed.contains(where: { $0.kind.plural == plural })
        else { return }
        do throws(LibraryError) {
            let copies = after[AdaptedMethod.self].sorted
            _ = try situation.standard.adding(copies: copies.map { ($0.id.rawValue, $0.yaml) })
        } catch {
            problems += error.problems.map { found in
                var problem = found.told
                problem.path = [found.file, "yaml"]
                return problem
            }
        }
    }
}

extension RecordChange {
    var place: String { "\(kind)/\(id)" }
}
