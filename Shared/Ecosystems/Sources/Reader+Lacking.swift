import Kernel

extension Reader {
    /// What must be there before a record of a kind can be made, because it must name some and there are too few.
    package func lacking(for kind: Kind) -> [Kind] {
        var needed: [String: Int] = [:]
        for field in kind.fields where field.required {
            if case .reference(let plural) = field.shape { needed[plural, default: 0] += 1 }
        }
        return needed.sorted { $0.key < $1.key }.compactMap { plural, count in
            guard let other = catalogue.kind(plural), (state.table(plural)?.count ?? 0) < count else { return nil }
            return other
        }
    }
}
