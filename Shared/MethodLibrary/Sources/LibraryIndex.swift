import Kernel

/// Dictionaries for looking up methods and their entries.
struct LibraryIndex: Sendable {
    /// An entry with the method that it stands in.
    struct Held<Entry: Sendable>: Sendable {
        let entry: Entry
        let method: Method
    }

    private(set) var methods: [String: Method] = [:]
    private(set) var families: [MethodFamily: [Method]] = [:]
    /// By `method/entry`.
    private(set) var phases: [String: LifecycleMethod.Phase] = [:]
    private(set) var roles: [String: RolesMethod.Role] = [:]
    private(set) var types: [String: TypologyMethod.EcosystemType] = [:]
    /// By their own id; an adapted copy goes before its original.
    private(set) var sectors: [String: Held<SectorsMethod.Sector>] = [:]
    private(set) var compositions: [String: Held<SectorsMethod.Composition>] = [:]
    private(set) var relationKinds: [String: Held<RelationKindsMethod.RelationKind>] = [:]
    private(set) var mechanisms: [String: Held<MechanismsMethod.Mechanism>] = [:]
    private(set) var acts: [String: Held<ActsMethod.ActKind>] = [:]
    /// By `method/block`.
    private(set) var blocks: [String: BlocksMethod.Block] = [:]
    private(set) var bodies: [String: BodiesMethod.BodyType] = [:]
    private(set) var sessions: [String: SessionsMethod.SessionFormat] = [:]
    /// Ids of roles without their method, as lifecycles name them.
    private(set) var roleNames: Set<String> = []
    private(set) var strands: Set<SectorsMethod.Helix> = []

    /// Of two methods or entries with the same id the first counts, unless the second is a copy of the first.
    init(of all: [Method]) {
        methods = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        families = Dictionary(grouping: all.sorted { $0.id < $1.id }, by: \.family)
        for method in all {
            switch method.body {
            case .lifecycle(let body): for phase in body.phases { phases["\(method.id)/\(phase.id)"] = phase }
            case .roles(let body):
                for role in body.roles {
                    roles["\(method.id)/\(role.id)"] = role
                    roleNames.insert(role.id)
                }
            case .typology(let body): for type in body.types { types["\(method.id)/\(type.id)"] = type }
            case .sectors(let body):
                for sector in body.sectors { hold(sector, sector.id, method, in: \.sectors) }
                for composition in body.compositions { hold(composition, composition.id, method, in: \.compositions) }
                strands.formUnion(body.sectors.map(\.helix))
            case .relationKinds(let body):
                for kind in body.kinds { hold(kind, kind.id, method, in: \.relationKinds) }
            case .mechanisms(let body):
                for mechanism in body.mechanisms { hold(mechanism, mechanism.id, method, in: \.mechanisms) }
            case .acts(let body): for act in body.acts { hold(act, act.id, method, in: \.acts) }
            case .blocks(let body): for block in body.blocks { blocks["\(method.id)/\(block.id)"] = block }
            case .bodies(let body): for type in body.types { bodies["\(method.id)/\(type.id)"] = type }
            case .sessions(let body):
                for session in body.sessions { sessions["\(method.id)/\(session.id)"] = session }
            case .checklist, .responsibilities, .ladders, .criteria: break
            }
        }
    }

    private mutating func hold<Entry>(
        _ entry: Entry, _ id: String, _ method: Method, in table: WritableKeyPath<LibraryIndex, [String: Held<Entry>]>
    ) {
        if let held = self[keyPath: table][id], !isCopy(method, of: held.method) { return }
        self[keyPath: table][id] = Held(entry: entry, method: method)
    }

    /// Whether a method was adapted, directly or in steps, from another.
    func isCopy(_ method: Method, of original: Method) -> Bool {
        ancestry(of: method).dropFirst().contains(original.id)
    }

    /// Whether two methods are the same, or adapted from the same original.
    func areKin(_ one: Method, _ other: Method) -> Bool {
        !Set(ancestry(of: one)).isDisjoint(with: ancestry(of: other))
    }

    /// The method's id, that of its original, and so on; ends where the chain leaves the library or closes on itself.
    private func ancestry(of method: Method) -> [String] {
        var chain = [method.id]
        var basis = method.head.basedOn?.id
        while let id = basis, !chain.contains(id) {
            chain.append(id)
            basis = methods[id]?.head.basedOn?.id
        }
        return chain
    }
}
