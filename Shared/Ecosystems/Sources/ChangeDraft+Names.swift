import Kernel
import MethodLibrary

extension ChangeDraft {
    /// The names in these fields that lead nowhere.
    func unknownNames(_ kind: Kind, _ fields: [String: Value]) -> [Problem] {
        var problems: [Problem] = []
        for field in kind.fields {
            guard let value = fields[field.name] else { continue }
            field.shape.visitNames(in: value, path: [field.name]) { shape, name, path in
                switch shape {
                case .reference(let plural)
                where after.table(plural)?.contains(name) != true && !refused.contains("\(plural)/\(name)")
                    && !gaps.kinds.contains(plural):
                    problems.append(.noSuchReference(plural, name, path))
                case .method(let entry) where !gaps.methods && !situation.library.contains(entry, name):
                    problems.append(.noSuchMethod(entry, name, path))
                default: break
                }
            }
        }
        return problems
    }

    /// The fields along which a record comes back to itself.
    func cycles(_ kind: Kind, _ id: String) -> [Problem] {
        kind.selfReferences.compactMap { field in
            var walked = [id]
            var current = id
            while let next = after.table(kind.plural)?.values(of: current)?[field]?.string {
                walked.append(next)
                if next == id { return .cycle(field, walked) }
                if walked.count > 1_000 || walked.dropLast().contains(next) { return nil }
                current = next
            }
            return nil
        }
    }
}
