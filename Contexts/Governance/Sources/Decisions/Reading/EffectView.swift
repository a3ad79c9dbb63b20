import Ecosystems
import Kernel

/// An effect as somebody may see it: which record changes, and for each field what it is and what it becomes.
package struct EffectView: Sendable {
    package let effect: Effect
    /// Nil for a kind that is not there (any more).
    package let kind: Kind?
    /// What to call the record, also one that is not there yet or no longer.
    package let title: Text
    /// Whether the record can be opened now.
    package let isThere: Bool
    /// The fields of the record before the effect; nil when it was not there.
    package let before: [String: Value]?
    /// The fields after it; nil when it is gone.
    package let after: [String: Value]?
    /// The fields that the effect sets; of a removal all that the record holds. In the order of the declaration.
    package let fields: [FieldDescription]
    /// Whether the reader may not see what is in the record.
    package let isHidden: Bool

    /// The effects in their order, each after those that come before it.
    /// - Parameter known: the fields of records as they were when the effects happened, by `kind/id`; nil when a record was not there yet.
    ///   What is not among them is taken as it is now.
    package static func all(
        _ effects: [Effect], _ reader: Reader, known: [String: [String: Value]?] = [:]
    ) -> [EffectView] {
        effects.indices.map { position in
            let effect = effects[position]
            var values = known[effect.place] ?? reader.state.table(effect.kind)?.values(of: effect.record)
            for earlier in effects[..<position]
            where earlier.place == effect.place && (earlier.option.isEmpty || earlier.option == effect.option) {
                values = earlier.result(on: values)
            }
            return EffectView(effect, from: values, reader)
        }
    }

    private init(_ effect: Effect, from before: [String: Value]?, _ reader: Reader) {
        let after = effect.result(on: before)
        let kind = reader.catalogue.kind(effect.kind)
        self.effect = effect
        self.kind = kind
        self.before = before
        self.after = after
        let set = effect.entries ?? [:]
        let both = (before ?? [:]).merging(after ?? [:]) { $1 }.merging(set) { $1 }
        let visible = kind.flatMap { reader.visible(both, $0, effect.record) }
        isHidden = visible == nil
        let isThere = kind.map { reader.values($0, effect.record) != nil } ?? false
        self.isThere = isThere
        fields = (kind?.fields ?? []).filter { field in
            visible?[field.name] != nil && (effect.action == .remove ? before?[field.name] : set[field.name]) != nil
        }
        title =
            kind.flatMap { kind -> Text? in
                if visible == nil { return nil }
                if isThere { return reader.title(effect.kind, effect.record) }
                return reader.title(of: (after ?? before ?? [:]).filter { !$0.value.isNull }, kind, effect.record)
            } ?? Text(same: effect.record)
    }
}

extension Effect {
    /// The fields of a record after this effect; nil when it is gone.
    fileprivate func result(on values: [String: Value]?) -> [String: Value]? {
        switch action {
        case .remove: nil
        case .add: entries ?? [:]
        case .change: (values ?? [:]).merging(entries ?? [:]) { $1 }.filter { !$0.value.isNull }
        }
    }
}
