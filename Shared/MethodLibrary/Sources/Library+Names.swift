import Kernel

extension Library {
    /// How an entry is called on screen; nil when the library does not have it.
    package func name(of entry: FieldShape.MethodEntry, _ id: String) -> Text? {
        switch entry {
        case .sector: sector(id)?.name
        case .role: role(id)?.name
        case .type: type(id)?.name
        case .lifecycle, .checklist, .method: method(id)?.name
        case .phase: phase(id)?.name
        case .relationKind: relationKind(id)?.name
        case .composition: composition(id)?.name
        case .block: block(id)?.name
        case .mechanism: mechanism(id)?.name
        case .act: act(id)?.name
        case .body: bodyType(id)?.name
        case .session: session(id)?.name
        }
    }
}
