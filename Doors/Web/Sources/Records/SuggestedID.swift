import Ecosystems
import Kernel

/// Ids for who gave none.
extension EcosystemVisit {
    /// A free id made of the title-like fields.
    func suggestedID(_ kind: Kind, _ values: [String: Value]) -> String {
        let words = kind.fields.prefix(3).compactMap { field -> String? in
            guard let value = values[field.name] else { return nil }
            switch field.shape {
            case .text: return (try? Text(value)).map { $0.shown(.nl) }
            case .line, .reference: return value.string
            default: return nil
            }
        }
        let isLink = kind.fields.first.map { if case .reference = $0.shape { true } else { false } } ?? false
        let base = Identifier.suggested(
            for: String((isLink ? words.joined(separator: " ") : words.first ?? kind.naming.singular).prefix(60)))
        let start = base.isEmpty ? kind.naming.singular.lowercased() : base
        var candidate = start
        var number = 2
        while reader.state.table(kind.plural)?.contains(candidate) == true {
            candidate = "\(start)-\(number)"
            number += 1
        }
        return candidate
    }
}
