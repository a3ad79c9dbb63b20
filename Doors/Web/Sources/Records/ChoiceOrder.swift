import Ecosystems
import Kernel

/// The order of choices that a form cannot tell.
extension EcosystemVisit {
    /// Choices in the order in which they stood, and new ones after them: boxes have no order of their own.
    func inOrder(
        _ values: [String: Value], as old: [String: Value], _ fields: [FieldDescription]
    ) -> [String: Value] {
        fields.reduce(into: values) { values, field in
            guard case .list(let shape) = field.shape, shape.isChosen, let items = values[field.name]?.list,
                let before = old[field.name]?.list
            else { return }
            let kept = before.filter(items.contains)
            values[field.name] = .list(kept + items.filter { !kept.contains($0) })
        }
    }
}
