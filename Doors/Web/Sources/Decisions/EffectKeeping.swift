import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// The last step of writing an effect: it is tried as if it were adopted today, and stands with the proposal or comes back with what is wrong.
extension EcosystemVisit {
    /// Puts the effect with the others when it could be carried out now; shows it again at the input that is refused when not.
    func keepEffect(_ draft: EffectDraft, _ matter: String) async throws -> Response {
        guard let kind = kind(of: draft) else { return showEffectKind(draft, matter) }
        let now = reader.values(kind, draft.record) ?? [:]
        let fields = effectFields(draft, kind)
        let typed = inOrder(draft.sent.values(fields, in: say.language), as: now, fields)
        var form = EffectForm(draft: draft, kind: kind, values: now.merging(typed) { $1 }, was: now)
        let effect = self.effect(draft, kind, typed, now)
        form.problems = problems(effect, draft, kind, fields, now)
        guard form.problems.isEmpty else { return show(form, matter) }
        var kept = draft
        let drafted = DraftedEffect(effect, reader)
        if let place = draft.editing, kept.effects.indices.contains(place) {
            kept.effects[place] = drafted
        } else {
            kept.effects.append(drafted)
        }
        return try await backHome(kept, matter)
    }

    /// What was filled in, as an effect: of a change only the fields that differ.
    private func effect(
        _ draft: EffectDraft, _ kind: Kind, _ typed: [String: Value], _ now: [String: Value]
    ) -> Effect {
        var effect = Effect()
        effect.action = draft.action
        effect.kind = kind.plural
        effect.option = draft.option
        effect.summary = self.typed(draft.summary)
        switch draft.action {
        case .add:
            let values = typed.filter { !$0.value.isNull }
            effect.fields = CanonicalJSON.string(.map(values))
            effect.record = draft.record.isEmpty ? freeID(kind, values, draft) : draft.record
        case .change:
            effect.fields = CanonicalJSON.string(.map(typed.filter { $0.value != (now[$0.key] ?? .null) }))
            effect.record = draft.record
        case .remove: effect.record = draft.record
        }
        return effect
    }

    /// A free id that no other effect of the draft takes.
    private func freeID(_ kind: Kind, _ values: [String: Value], _ draft: EffectDraft) -> String {
        let start = suggestedID(kind, values)
        let taken = Set(draft.effects.filter { $0.effect.kind == kind.plural }.map(\.effect.record))
        guard taken.contains(start) else { return start }
        var number = 2
        while taken.contains("\(start)-\(number)") { number += 1 }
        return "\(start)-\(number)"
    }

    private func problems(
        _ effect: Effect, _ draft: EffectDraft, _ kind: Kind, _ fields: [FieldDescription], _ now: [String: Value]
    ) -> [Problem] {
        if effect.action == .change {
            // What changed since it was shown is told before anything else: the visitor wrote beside another text.
            let overtaken = fields.filter { (draft.was[$0.name] ?? .null) != (now[$0.name] ?? .null) }
            guard overtaken.isEmpty else { return overtaken.map { .overtaken($0, at: [$0.name]) } }
            if effect.entries?.isEmpty != false { return [.effectChangesNothing] }
        }
        do throws(Refusal) {
            try effect.check(after: draft.others, in: reader.situation, catalogue: reader.catalogue)
            return []
        } catch {
            let unreadable = draft.sent.unreadable(fields, in: say.language)
            let known = Set(unreadable.compactMap(\.path.first))
            return error.problems.filter { problem in !problem.path.contains { known.contains($0) } } + unreadable
        }
    }
}
