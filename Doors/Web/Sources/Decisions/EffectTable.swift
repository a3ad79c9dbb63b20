import Ecosystems
import Governance
import Kernel
import Markup

/// What a proposal or decision changes, told as a sentence for each effect with a small table: what it is and what it becomes.
struct EffectTable {
    private let inside: EcosystemVisit
    /// Whether the effects happened.
    private let isDone: Bool
    private let options: [ProposalOption]
    private var say: Say { inside.say }

    init(_ inside: EcosystemVisit, isDone: Bool = false, options: [ProposalOption] = []) {
        self.inside = inside
        self.isDone = isDone
        self.options = options
    }

    func html(_ views: [EffectView]) -> HTML {
        let items: HTML = views.html { "<li>\(one($0))</li>" }
        return "<ul class=\"effects\">\(items)</ul>"
    }

    /// The sentence and the table of one effect.
    func one(_ view: EffectView) -> HTML {
        let told: HTML = view.effect.summary.isEmpty ? "" : "<p>\(say.marked(view.effect.summary))</p>"
        return "<p class=\"effect\">\(sentence(view))</p>\(told)\(table(view))"
    }

    /// “Wijzigt: clausule Afsluiten”.
    private func sentence(_ view: EffectView) -> HTML {
        let kind = view.kind.map { say($0.naming.label).lowercasedFirst } ?? view.effect.kind
        let what: HTML =
            view.isThere
            ? ValueView(inside).link(view.effect.kind, view.effect.record) : say.marked(view.title)
        let name = options.first { $0.key == view.effect.option }.map { say($0.name) } ?? view.effect.option
        let when: HTML =
            view.effect.option.isEmpty
            ? "" : " <span class=\"quiet\">(\(say("alleen bij “\(name)”", "only with “\(name)”")))</span>"
        return "<strong>\(verb(view.effect.action)):</strong> \(kind) \(what)\(when)"
    }

    private func verb(_ action: Effect.Action) -> String {
        switch action {
        case .add: isDone ? say("Toegevoegd", "Added") : say("Komt erbij", "Will be added")
        case .change: isDone ? say("Gewijzigd", "Changed") : say("Wordt gewijzigd", "Will be changed")
        case .remove: isDone ? say("Weggehaald", "Removed") : say("Gaat weg", "Will be removed")
        }
    }

    private func table(_ view: EffectView) -> HTML {
        guard let kind = view.kind else { return "" }
        guard !view.isHidden else {
            return
                "<p class=\"quiet\">\(say("Wat erin staat, ziet alleen wie dit gegeven mag zien.", "What is in it is seen only by who may see this record."))</p>"
        }
        guard !view.fields.isEmpty else { return "" }
        switch view.effect.action {
        case .add: return rows(view, kind, [(say("Waarde", "Value"), view.after)])
        case .change:
            return rows(
                view, kind,
                [
                    (isDone ? say("Was", "Was") : say("Nu", "Now"), view.before),
                    (isDone ? say("Werd", "Became") : say("Wordt", "Becomes"), view.after),
                ])
        case .remove:
            return """
                <details class="more"><summary>\(say("Wat erin staat", "What is in it"))</summary>\(rows(view, kind, [(isDone ? say("Was", "Was") : say("Nu", "Now"), view.before)]))</details>
                """
        }
    }

    /// Done, and no history tells what it was: the record came with its history, or was like this already.
    private func unknownBefore(
        _ field: FieldDescription, _ kind: Kind, _ columns: [(name: String, values: [String: Value]?)]
    ) -> HTML {
        let now = value(field, kind, columns[1].values ?? [:], beside: [])
        return
            "<tr><th scope=\"row\">\(say(field.label))</th><td class=\"quiet\" data-label=\"\(columns[0].name)\">\(say("gelijk, of niet bewaard", "the same, or not kept"))</td><td data-label=\"\(columns[1].name)\">\(now)</td></tr>"
    }

    private func rows(_ view: EffectView, _ kind: Kind, _ columns: [(name: String, values: [String: Value]?)]) -> HTML {
        let heads: HTML = columns.html { "<th scope=\"col\">\($0.name)</th>" }
        let rows: HTML = view.fields.html { field in
            let isSame = columns.count > 1 && columns[0].values?[field.name] == columns[1].values?[field.name]
            if isSame, isDone { return unknownBefore(field, kind, columns) }
            if isSame {
                let now = value(field, kind, columns[0].values ?? [:], beside: [])
                return
                    "<tr><th scope=\"row\">\(say(field.label))</th><td data-label=\"\(columns[0].name)\">\(now)</td><td class=\"quiet\" data-label=\"\(columns[1].name)\">\(say("blijft zo", "stays so"))</td></tr>"
            }
            let cells: HTML = columns.html { column in
                "<td data-label=\"\(column.name)\">\(value(field, kind, column.values ?? [:], beside: columns.map(\.values)))</td>"
            }
            return "<tr><th scope=\"row\">\(say(field.label))</th>\(cells)</tr>"
        }
        return """
            <div class="scroll"><table class="cards effect-table"><caption class="hidden">\(say("Veld voor veld", "Field by field"))</caption>\
            <thead><tr><th scope="col">\(say("Veld", "Field"))</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    /// A value as it is shown elsewhere. A text in both languages when in that of the page nothing would be seen to change.
    private func value(
        _ field: FieldDescription, _ kind: Kind, _ values: [String: Value], beside all: [[String: Value]?]
    ) -> HTML {
        let view = ValueView(inside)
        let texts = all.map { view.plain(field.shape, $0?[field.name] ?? .null) }
        guard case .text = field.shape, texts.count > 1, Set(texts).count == 1, let value = values[field.name],
            let nl = value["nl"].string, let en = value["en"].string
        else { return view.html(field, of: kind, in: values) }
        return "<span lang=\"nl\">\(nl)</span> · <span lang=\"en\">\(en)</span>"
    }
}

extension EcosystemVisit {
    /// What would change, or what did, under a heading; nothing when nothing does.
    /// - Parameter known: how the records were when it happened; nil while it did not.
    func effects(
        _ effects: [Effect], _ title: String, options: [ProposalOption], known: [String: [String: Value]?]? = nil
    ) -> HTML {
        guard !effects.isEmpty else { return "" }
        let views = EffectView.all(effects, reader, known: known ?? [:])
        return "<h3>\(title)</h3>\(EffectTable(self, isDone: known != nil, options: options).html(views))"
    }

    /// The records that a decision changed as they were before it; nil for a record that was not there, nil altogether while the decision was
    /// not carried out.
    func known(before decision: Decision?) async throws -> [String: [String: Value]?]? {
        guard let decision, decision.carriedOut != nil else { return nil }
        var known: [String: [String: Value]?] = [:]
        for effect in decision.effects where known[effect.place] == nil {
            let versions = try await ecosystem.versions(of: effect.kind, effect.record)
            guard let last = versions.lastIndex(where: { Decision.told($0.item.reason) == decision.id.rawValue }) else {
                continue
            }
            let before = versions.dropFirst(last + 1).first
            known.updateValue(before.flatMap { $0.isRemoval ? nil : $0.values }, forKey: effect.place)
        }
        return known
    }
}
