import Ecosystems
import Kernel
import MethodLibrary

/// May a phase be left? What the method requires to be recorded before, and how much of it is there.
///
/// Counts every record, also those the reader may not open: a report that leaves some out would call a phase unready that is ready.
package struct GateReport: Sendable, Hashable {
    package let lifecycle: String
    package let phase: String
    /// The name of the phase.
    package let name: Text
    /// In the order of the method.
    package let requirements: [Requirement]
    /// How many guiding questions of the phase have an answer.
    package let answered: Int
    package let questions: Int

    package struct Requirement: Sendable, Hashable {
        package let id: String
        /// Plural name of the kind of record.
        package let kind: String
        package let text: Text
        package let wanted: Int
        package let found: Int
        /// Whether only some of the records of this kind count.
        package let isPartial: Bool

        package var isMet: Bool { found >= wanted }
    }

    package var ready: [Requirement] { requirements.filter(\.isMet) }
    package var missing: [Requirement] { requirements.filter { !$0.isMet } }
    package var isReady: Bool { requirements.allSatisfy(\.isMet) }

    /// What is ready and what is missing, in a sentence or two.
    package var sentence: Text {
        let count = requirements.count
        guard count > 0 else {
            return Text("De methode vraagt niets voor deze fase.", "The method requires nothing for this phase.")
        }
        guard !isReady else {
            return count == 1
                ? Text("Het ene dat nodig is, is klaar.", "The one thing required is ready.")
                : Text("Alles is klaar: \(count) van \(count).", "Everything is ready: \(count) of \(count).")
        }
        let done = Text("\(ready.count) van \(count) is klaar.", "\(ready.count) of \(count) is ready.")
        return Text(
            "\(done.nl) Nog niet: \(missingList(.nl)).", "\(done.en) Not yet: \(missingList(.en)).")
    }

    /// What is missing, each with how many there are of how many.
    func missingList(_ language: Language) -> String {
        missing.map { requirement in
            let text = requirement.text.shown(language)
            let plain = text.hasSuffix(".") ? String(text.dropLast()) : text
            let of = language == .nl ? "van" : "of"
            return "\(plain) (\(requirement.found) \(of) \(requirement.wanted))"
        }.joined(separator: "; ")
    }
}

extension GateReport {
    /// The report on a phase of a lifecycle, the current one unless named; nil when there is no such lifecycle or phase.
    package static func of(_ lifecycle: String, phase: String? = nil, in situation: Situation) -> GateReport? {
        guard let journey = Journey(ID(lifecycle), in: situation), let id = phase ?? journey.current,
            let phase = journey.method.phase(id)
        else { return nil }
        let answers = situation.state[Answer.self].records.filter { $0.lifecycle == journey.course.id }
        return GateReport(journey, phase, answered: answers.answered(phase), situation.state)
    }

    /// `answered` are the questions of the phase that have an answer.
    init(_ journey: Journey, _ phase: Journey.Phase, answered: Set<String>, _ state: EcosystemState) {
        lifecycle = journey.course.id.rawValue
        self.phase = phase.id
        name = phase.name
        self.answered = answered.count
        questions = phase.questions.count
        requirements = phase.requires.map { required in
            guard required.kind != Answer.naming.plural else { return Requirement(required, answered.count) }
            return Requirement(required, state)
        }
    }
}

extension GateReport.Requirement {
    init(_ required: LifecycleMethod.RequiredRecords, _ found: Int, of wanted: Int = 0) {
        (id, kind, text) = (required.id, required.kind, required.text)
        (self.found, self.wanted) = (found, max(wanted, required.atLeast))
        isPartial = !required.matching.isEmpty || !required.each.isEmpty
    }

    /// Counts what the requirement says counts: one boarding that is still running is no proof that everybody left properly.
    init(_ required: LifecycleMethod.RequiredRecords, _ state: EcosystemState) {
        let whole = state.table(required.kind)
        let asksMore = !required.matching.isEmpty || !required.each.isEmpty
        // How many there are may be known; what stands in them is not counted for others.
        let table = asksMore && whole?.isConfidential == true ? nil : whole
        guard asksMore else {
            self.init(required, table?.count ?? 0)
            return
        }
        var (count, complete) = (0, 0)
        table?.forEach { _, _, values in
            guard required.matching.allSatisfy({ $0.holds(values) }) else { return }
            count += 1
            if required.each.allSatisfy({ !(values[$0] ?? .null).isNull }) { complete += 1 }
        }
        self.init(required, complete, of: required.each.isEmpty ? 0 : count)
    }
}

extension Sequence where Element == Answer {
    /// The questions of a phase that have an answer, among answers of one lifecycle.
    func answered(_ phase: Journey.Phase) -> Set<String> {
        let given = Set(lazy.filter { $0.phase == phase.id }.map(\.question))
        return given.intersection(phase.questions.map(\.id))
    }
}
