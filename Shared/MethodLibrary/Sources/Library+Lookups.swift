import Kernel

extension Library {
    package func method(_ id: String) -> Method? { index.methods[id] }

    /// Sorted by id.
    package func methods(of family: MethodFamily) -> [Method] { index.families[family] ?? [] }

    /// By `method/phase`.
    package func phase(_ id: String) -> LifecycleMethod.Phase? { index.phases[id] }

    /// By `method/role`.
    package func role(_ id: String) -> RolesMethod.Role? { index.roles[id] }

    /// By `typology/type`.
    package func type(_ id: String) -> TypologyMethod.EcosystemType? { index.types[id] }

    package func sector(_ id: String) -> SectorsMethod.Sector? { index.sectors[id]?.entry }

    package func composition(_ id: String) -> SectorsMethod.Composition? { index.compositions[id]?.entry }

    package func relationKind(_ id: String) -> RelationKindsMethod.RelationKind? { index.relationKinds[id]?.entry }

    package func mechanism(_ id: String) -> MechanismsMethod.Mechanism? { index.mechanisms[id]?.entry }

    package func act(_ id: String) -> ActsMethod.ActKind? { index.acts[id]?.entry }

    /// By `method/block`.
    package func block(_ id: String) -> BlocksMethod.Block? { index.blocks[id] }

    /// By `method/type`.
    package func bodyType(_ id: String) -> BodiesMethod.BodyType? { index.bodies[id] }

    /// By `method/session`.
    package func session(_ id: String) -> SessionsMethod.SessionFormat? { index.sessions[id] }

    package func lifecycle(_ id: String) -> LifecycleMethod? { index.methods[id]?.lifecycle }

    package func checklist(_ id: String) -> ChecklistMethod? { index.methods[id]?.checklist }

    /// Whether a field that names such an entry may hold this id.
    package func contains(_ entry: FieldShape.MethodEntry, _ id: String) -> Bool {
        switch entry {
        case .sector: index.sectors[id] != nil
        case .role: index.roles[id] != nil
        case .type: index.types[id] != nil
        case .lifecycle: lifecycle(id) != nil
        case .phase: index.phases[id] != nil
        case .checklist: checklist(id) != nil
        case .relationKind: index.relationKinds[id] != nil
        case .composition: index.compositions[id] != nil
        case .method: index.methods[id] != nil
        case .block: index.blocks[id] != nil
        case .mechanism: index.mechanisms[id] != nil
        case .act: index.acts[id] != nil
        case .body: index.bodies[id] != nil
        case .session: index.sessions[id] != nil
        }
    }

    /// What a form offers for such a field: methods by id, the entries of each in its own order, each id once.
    package func choices(for entry: FieldShape.MethodEntry) -> [MethodChoice] {
        switch entry {
        case .method: methods.map { MethodChoice(id: $0.id, label: $0.name, group: $0.family.label) }
        case .lifecycle: choices(of: .lifecycles)
        case .checklist: choices(of: .checklists)
        case .phase: choices(of: .lifecycles) { named($0.lifecycle?.phases) }
        case .role: choices(of: .roles) { named($0.roles?.roles) }
        case .type: choices(of: .typologies) { named($0.typology?.types) }
        case .sector:
            choices(of: .sectors, heldBy: { index.sectors[$0]?.method.id }) { named($0.sectors?.sectors) }
        case .composition:
            choices(of: .sectors, heldBy: { index.compositions[$0]?.method.id }) { named($0.sectors?.compositions) }
        case .relationKind:
            choices(of: .relationKinds, heldBy: { index.relationKinds[$0]?.method.id }) {
                named($0.relationKinds?.kinds)
            }
        case .block: choices(of: .blocks) { named($0.blocks?.blocks) }
        case .mechanism:
            choices(of: .mechanisms, heldBy: { index.mechanisms[$0]?.method.id }) { named($0.mechanisms?.mechanisms) }
        case .act: choices(of: .acts, heldBy: { index.acts[$0]?.method.id }) { named($0.acts?.acts) }
        case .body: choices(of: .bodies) { named($0.bodies?.types) }
        case .session: choices(of: .sessions) { named($0.sessions?.sessions) }
        }
    }

    private typealias Named = (id: String, name: Text)

    private func named(_ parts: [some NamedPart]?) -> [Named] { (parts ?? []).map { ($0.id, $0.name) } }

    private func choices(of family: MethodFamily) -> [MethodChoice] {
        methods(of: family).map { MethodChoice(id: $0.id, label: $0.name, group: family.label) }
    }

    private func choices(of family: MethodFamily, _ entries: (Method) -> [Named]) -> [MethodChoice] {
        methods(of: family).flatMap { method in
            entries(method).map { MethodChoice(id: "\(method.id)/\($0.id)", label: $0.name, group: method.name) }
        }
    }

    private func choices(
        of family: MethodFamily, heldBy holder: (String) -> String?, _ entries: (Method) -> [Named]
    ) -> [MethodChoice] {
        methods(of: family).flatMap { method in
            entries(method).filter { holder($0.id) == method.id }.map {
                MethodChoice(id: $0.id, label: $0.name, group: method.name)
            }
        }
    }
}

/// One entry of the library that a form offers.
package struct MethodChoice: Sendable, Hashable {
    package let id: String
    package let label: Text
    /// The method that it stands in, or the family of a method.
    package let group: Text

    package init(id: String, label: Text, group: Text) {
        self.id = id
        self.label = label
        self.group = group
    }
}
