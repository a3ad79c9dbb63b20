import Ecosystems
import Kernel

extension ValueView {
    /// What a record says in words that are not its own: whom it is about and of what sort; two of one kind with an arrow between them.
    func distinction(of kind: Kind, _ values: [String: Value]) -> [String] {
        var parts: [String] = []
        var last: String?
        for field in kind.fields where field.required || field.name == "organisation" {
            guard let value = values[field.name], !value.isNull else { continue }
            switch field.shape {
            case .reference(let plural):
                let words = plain(field, of: kind, in: values)
                if last == plural, let before = parts.popLast() {
                    parts.append("\(before) → \(words)")
                } else {
                    parts.append(words)
                }
                last = plural
            case .method, .choice:
                parts.append(plain(field, of: kind, in: values))
                last = nil
            default: last = nil
            }
        }
        return parts
    }
}
