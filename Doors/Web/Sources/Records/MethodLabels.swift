import Kernel
import MethodLibrary

/// How entries of the method library are called on screen.
struct MethodLabels: Sendable {
    func label(_ entry: FieldShape.MethodEntry, _ id: String, in library: Library) -> Text? {
        switch entry {
        case .sector: library.sector(id)?.name
        case .role: library.role(id)?.name
        case .type: library.type(id)?.name
        case .lifecycle, .checklist, .method: library.method(id)?.name
        case .phase: library.phase(id)?.name
        case .relationKind: library.relationKind(id)?.name
        case .composition: library.composition(id)?.name
        }
    }
}
