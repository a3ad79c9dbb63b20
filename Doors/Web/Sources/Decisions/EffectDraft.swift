import Ecosystems
import Governance
import Kernel
import Markup

/// An effect with what stood in its record when it was written, so that it shows when somebody else changed that meanwhile.
struct DraftedEffect {
    var effect: Effect
    /// The fields of the effect as they were; of what is added, none.
    var was: [String: Value]

    init(_ effect: Effect, was: [String: Value]) {
        self.effect = effect
        self.was = was
    }

    /// As it is now.
    init(_ effect: Effect, _ reader: Reader) {
        self.init(effect, was: Self.present(effect, reader))
    }

    /// Reads what a form carried; nil for what this door did not write.
    init?(carried text: String) {
        do throws(Problem) {
            let value = try JSONReader.read(Array(text.utf8))
            self.init(try Effect(value["effect"]), was: value["was"].map ?? [:])
        } catch { return nil }
    }

    /// For a hidden field.
    var carried: String { CanonicalJSON.string(.map(["effect": effect.value, "was": .map(was)])) }

    /// The names of the fields that changed since.
    func overtaken(_ reader: Reader) -> [String] {
        guard effect.action == .change else { return [] }
        let now = Self.present(effect, reader)
        return (effect.entries ?? [:]).keys.filter { (was[$0] ?? .null) != (now[$0] ?? .null) }.sorted()
    }

    private static func present(_ effect: Effect, _ reader: Reader) -> [String: Value] {
        guard effect.action == .change, let kind = reader.catalogue.kind(effect.kind) else { return [:] }
        let names = Set((effect.entries ?? [:]).keys)
        return (reader.values(kind, effect.record) ?? [:]).filter { names.contains($0.key) }
    }
}

/// A proposal, or another text of one, that is being written: all that its form holds goes along from step to step, and nothing is recorded
/// until it is put forward.
struct EffectDraft {
    let sent: Form
    /// The form that the effects are for: `propose`, or `revise-` and the proposal.
    let home: String
    var effects: [DraftedEffect]

    init(_ sent: Form) {
        self.sent = sent
        home = sent.first("home")
        effects = sent.all("effect").compactMap { DraftedEffect(carried: $0) }
    }

    /// The proposal of which the text changes; nil for a new one.
    var proposal: String? { home.hasPrefix("revise-") ? String(home.dropFirst("revise-".count)) : nil }

    /// What to do next: `kind`, `record`, `value`, `keep`, `home`; `edit` or `drop` with the place of an effect.
    var step: (name: String, place: Int?) {
        let parts = sent.first("step").split(separator: "-").map(String.init)
        return (parts.first ?? "home", parts.count > 1 ? Int(parts[1]) : nil)
    }

    var action: Effect.Action { Effect.Action(rawValue: sent.first("e.action")) ?? .change }
    var kind: String { sent.first("e.kind") }
    var record: String { sent.first("e.record").trimmed }
    var fields: [String] { sent.all("e.field") }
    var option: String { sent.first("e.option") }
    var summary: String { sent.first("e.summary") }
    /// The place of the effect that is being changed; nil for a new one.
    var editing: Int? { Int(sent.first("e.editing")) }

    /// What stood in the record when its fields were shown.
    var was: [String: Value] {
        do throws(Problem) { return try JSONReader.read(Array(sent.first("e.was").utf8)).map ?? [:] } catch {
            return [:]
        }
    }

    /// The effects that an effect comes after.
    var others: [Effect] { effects.prefix(editing ?? effects.count).map(\.effect) }

    /// Hidden inputs for the form at home, with the effects as they are now.
    var carried: HTML {
        let names = sent.names.filter { $0 != "csrf" && $0 != "step" && $0 != "effect" && !Self.isOfStep($0) }
        let plain: HTML = names.html { name in sent.all(name).html { hidden(name, $0) } }
        return plain + effects.html { hidden("effect", $0.carried) }
    }

    /// The form as its page shows it again.
    var atHome: Form {
        let kept = sent.names.filter { $0 != "step" && $0 != "effect" && !Self.isOfStep($0) }
        return Form(
            kept.reduce(into: ["effect": effects.map(\.carried)]) { fields, name in fields[name] = sent.all(name) })
    }

    /// A field of the effect that is being written.
    private static func isOfStep(_ name: String) -> Bool { name.hasPrefix("e.") || name.hasPrefix("f.") }

    private func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}

extension Problem {
    /// Of what an effect changes, somebody else changed something.
    static func overtaken(_ field: FieldDescription, at path: [String]) -> Problem {
        Problem(
            "effect.overtaken", at: path,
            Text(
                "\(field.label.nl) is intussen door iemand anders gewijzigd.",
                "\(field.label.en) was changed by somebody else meanwhile."),
            mend: Text(
                "Kijk wat er nu staat, en pas uw voorstel zo nodig aan.",
                "Look at what it says now, and change your proposal if needed."))
    }

    static let effectChangesNothing = Problem(
        "effect.nothing", Text("Zo verandert er niets.", "This changes nothing."),
        mend: Text("Verander een van de velden, of ga terug.", "Change one of the fields, or go back."))
}
