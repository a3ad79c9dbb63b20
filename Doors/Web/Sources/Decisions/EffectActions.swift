import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// Writing the effects of a proposal, step by step: which kind, which record, which fields, what they become. Nothing is recorded on the way.
extension EcosystemVisit {
    func draftEffects() async throws -> Response {
        let matter = try visit.part("matter")
        var draft = EffectDraft(try await visit.form())
        try mayDraft(draft, matter)
        let (step, place) = draft.step
        switch step {
        case "kind": return showEffectKind(draft, matter)
        case "record": return chosenKind(draft, matter)
        case "value": return chosenRecord(draft, matter)
        case "keep": return try await keepEffect(draft, matter)
        case "edit": if let place, draft.effects.indices.contains(place) { return editEffect(draft, place, matter) }
        case "drop": if let place, draft.effects.indices.contains(place) { draft.effects.remove(at: place) }
        default: break
        }
        return try await backHome(draft, matter)
    }

    /// Refuses who could not put the proposal forward.
    private func mayDraft(_ draft: EffectDraft, _ matter: String) throws {
        try refuseThePast()
        guard reader.record(Matter.self, matter) != nil else { throw Refusal.notFound(.noMatter(matter)) }
        let by = draft.sent.first("by")
        var proposal = Proposal()
        proposal.by = by.isEmpty ? nil : ID(by)
        let command: any Command =
            draft.proposal.map { ReviseProposal($0, text: Text(), reason: Text()) } ?? Propose(proposal)
        try command.requirement(in: reader.situation, catalogue: reader.catalogue).check(
            reader.rights, in: reader.state)
    }

    /// The form that the effects are for, with nothing lost.
    func backHome(_ draft: EffectDraft, _ matter: String) async throws -> Response {
        try await showMatter(matter, after: RefusedForm(name: draft.home, sent: draft.atHome, problems: []))
    }

    private func chosenKind(_ draft: EffectDraft, _ matter: String) -> Response {
        guard let kind = kind(of: draft) else {
            return showEffectKind(draft, matter, [.chooseKind.under("e.kind")])
        }
        return draft.action == .add
            ? show(EffectForm(draft: draft, kind: kind, values: kind.start), matter)
            : showEffectRecord(draft, kind, matter)
    }

    private func chosenRecord(_ draft: EffectDraft, _ matter: String) -> Response {
        guard let kind = kind(of: draft) else {
            return showEffectKind(draft, matter, [.chooseKind.under("e.kind")])
        }
        var problems: [Problem] = []
        if reader.values(kind, draft.record) == nil { problems.append(.chooseRecord.under("e.record")) }
        if draft.action == .change, draft.fields.allSatisfy({ kind.field($0) == nil }) {
            problems.append(.chooseField.under("e.field"))
        }
        guard problems.isEmpty else { return showEffectRecord(draft, kind, matter, problems) }
        let now = reader.values(kind, draft.record) ?? [:]
        return show(EffectForm(draft: draft, kind: kind, values: now, was: now), matter)
    }

    private func editEffect(_ draft: EffectDraft, _ place: Int, _ matter: String) -> Response {
        let drafted = draft.effects[place]
        let effect = drafted.effect
        guard let kind = reader.catalogue.kind(effect.kind) else { return showEffectKind(draft, matter) }
        let now = reader.values(kind, effect.record) ?? [:]
        let values = (effect.action == .change ? now : [:]).merging(effect.entries ?? [:]) { $1 }
        let form = EffectForm(
            draft: EffectDraft(editing: place, drafted, draft), kind: kind, values: values, was: now)
        return show(form, matter)
    }

    /// The kind that was chosen, when a decision may change it and the visitor may see it.
    func kind(of draft: EffectDraft) -> Kind? { effectKinds(draft.action).first { $0.plural == draft.kind } }

    /// The kinds of record that a decision may change, by their names.
    func effectKinds(_ action: Effect.Action) -> [Kind] {
        reader.catalogue.kinds.filter { kind in
            let isPossible = action == .change || kind.plural != Profile.naming.plural
            return isPossible && Effect.mayChange(kind) && !kind.isConfidential && reader.canRead(kind)
        }.sorted { say($0.naming.label).lowercased() < say($1.naming.label).lowercased() }
    }

    /// The fields that the form of an effect asks: those that were chosen, or all of something new.
    func effectFields(_ draft: EffectDraft, _ kind: Kind) -> [FieldDescription] {
        switch draft.action {
        case .add: fillable(kind, nil)
        case .change: fillable(kind, draft.record).filter { draft.fields.contains($0.name) }
        case .remove: []
        }
    }
}

extension EffectDraft {
    /// As if the effect at a place had just been chosen again.
    init(editing place: Int, _ drafted: DraftedEffect, _ draft: EffectDraft) {
        let effect = drafted.effect
        var fields: [String: [String]] = [:]
        for name in draft.sent.names { fields[name] = draft.sent.all(name) }
        fields["e.action"] = [effect.action.rawValue]
        fields["e.kind"] = [effect.kind]
        fields["e.record"] = [effect.record]
        fields["e.field"] = (effect.entries ?? [:]).keys.sorted()
        fields["e.option"] = [effect.option]
        fields["e.summary"] = [effect.summary.nl.isEmpty ? effect.summary.en : effect.summary.nl]
        fields["e.editing"] = [String(place)]
        self.init(Form(fields))
    }
}

extension Problem {
    fileprivate static let chooseKind = Problem(
        "effect.kind", Text("Er is nog geen soort gekozen.", "No kind was chosen yet."),
        mend: Text("Kies wat voor gegeven verandert.", "Choose what sort of record changes."))
    fileprivate static let chooseRecord = Problem(
        "effect.record", Text("Dit gegeven is er niet.", "There is no such record."),
        mend: Text("Kies er een uit de lijst.", "Choose one from the list."))
    fileprivate static let chooseField = Problem(
        "effect.field", Text("Er is nog geen veld gekozen.", "No field was chosen yet."),
        mend: Text("Kruis aan wat er verandert.", "Tick what changes."))
}
