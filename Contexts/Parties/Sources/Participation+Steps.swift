import Ecosystems
import Kernel

extension Participation.Status {
    /// The pipeline in order. `declined` and `unknown` lie beside it.
    package static let pipeline: [Self] = [
        .identified, .approached, .planning, .applying, .onboarding, .joined, .leaving, .left,
    ]

    /// Where it stands in the pipeline; nil beside it.
    var place: Int? { Self.pipeline.firstIndex(of: self) }

    /// Takes part: from the welcome until the farewell is done.
    package var isActive: Bool { self == .onboarding || self == .joined || self == .leaving }

    /// Counts as a party when the ecosystem asks which sectors it has.
    package var isParty: Bool { self == .joined || self == .leaving }

    /// Is no party and will not become one without a new start.
    package var isClosed: Bool { self == .left || self == .declined }

    /// Not yet welcomed: it can still say no, or be lost from sight.
    private var isEarly: Bool { place.map { $0 <= 4 } ?? false }

    /// The steps one may take from here.
    package var nextSteps: [Self] { Self.allCases.filter { step(to: $0) != nil } }

    enum Step { case forward, back, sideways }

    /// What kind of step it is to another status; nil when it may not be taken.
    func step(to next: Self) -> Step? {
        if self == next { return nil }
        switch (self, next) {
        case (.unknown, _): return .sideways
        case (.declined, .unknown): return .sideways
        case (.declined, _): return next.isEarly && next != .onboarding ? .back : nil
        case (_, .declined), (_, .unknown): return isEarly ? .sideways : nil
        default:
            guard let here = place, let there = next.place else { return nil }
            if there == here + 1 { return .forward }
            return there < here ? .back : nil
        }
    }
}

extension Participation {
    /// The rules of the pipeline. What is recorded first may have any status: many parties were there before Stelsel was.
    static let steps = ChangeGuard(Participation.self) { old, new, situation in
        guard let old else { return new.hasOwnID ? [] : [second(new, situation.state) ?? needsOwnID(new)] }
        guard old.status != new.status else { return [] }
        guard let step = old.status.step(to: new.status) else { return [noSuchStep(old.status, new.status)] }
        var problems: [Problem] = []
        if let problem = new.missingDay(after: old, step) { problems.append(problem) }
        if step == .back, new.reason.isEmpty { problems.append(needsReason(old.status, new.status)) }
        return problems
    }

    var hasOwnID: Bool { id.rawValue == organisation.rawValue }

    private func missingDay(after old: Participation, _ step: Status.Step) -> Problem? {
        guard let since else {
            return Problem(
                "participation.since", at: ["since"],
                Text("Een stap heeft een dag nodig.", "A step needs a day."),
                mend: Text("Vul bij “Sinds” in wanneer dit gebeurde.", "Say under “Since” when this happened."))
        }
        guard step == .forward, let before = old.since, since < before else { return nil }
        return Problem(
            "participation.since", at: ["since"],
            Text(
                "Deze stap ligt vóór de vorige, van \(before.shown(.nl)).",
                "This step lies before the last one, of \(before.shown(.en))."),
            mend: Text("Kies \(before.shown(.nl)) of later.", "Choose \(before.shown(.en)) or later."))
    }

    /// The refusal of a second participation of the same organisation; nil when it is the first.
    private static func second(_ new: Participation, _ state: EcosystemState) -> Problem? {
        guard state[Participation.self][ID(new.organisation.rawValue)] != nil else { return nil }
        let name = state[Organisation.self][new.organisation]?.name ?? Text(same: new.organisation.rawValue)
        return Problem(
            "participation.twice", at: ["organisation"],
            Text("\(name.dutch) heeft al een deelname.", "\(name.english) has a participation already."),
            mend: Text("Wijzig die.", "Change that one."))
    }

    private static func needsOwnID(_ new: Participation) -> Problem {
        Problem(
            "participation.id", at: ["id"],
            Text(
                "Een deelname heeft dezelfde id als haar organisatie, zodat er niet twee kunnen zijn.",
                "A participation has the id of its organisation, so that there cannot be two."),
            mend: Text("Gebruik “\(new.organisation)”.", "Use “\(new.organisation)”."))
    }

    private static func noSuchStep(_ old: Status, _ new: Status) -> Problem {
        let steps = old.nextSteps.map(\.label)
        let (nl, en) = (steps.map { "“\($0.nl)”" }, steps.map { "“\($0.en)”" })
        return Problem(
            "participation.step", at: ["status"],
            Text(
                "Van “\(old.label.nl)” kan niet in één stap naar “\(new.label.nl)”.",
                "One cannot go from “\(old.label.en)” to “\(new.label.en)” in one step."),
            mend: Text(
                "Mogelijk zijn: \(nl.joined(separator: ", ")).", "Possible are: \(en.joined(separator: ", "))."))
    }

    private static func needsReason(_ old: Status, _ new: Status) -> Problem {
        Problem(
            "participation.reason", at: ["reason"],
            Text(
                "Terug van “\(old.label.nl)” naar “\(new.label.nl)” vraagt om een reden.",
                "Going back from “\(old.label.en)” to “\(new.label.en)” asks for a reason."),
            mend: Text("Schrijf de reden erbij.", "Write down the reason."))
    }
}

extension Participation {
    /// When an organisation was joined to another, its participation goes along, or goes when the other has one already.
    static let followsMerge = Reaction { before, after in
        after[Participation.self].touched(since: before.state).flatMap { moved -> [RecordChange] in
            guard let old = before.state[Participation.self][moved.id], old.organisation != moved.organisation,
                after[Organisation.self][old.organisation] == nil
            else { return [] }
            let kind = naming.plural
            let gone = RecordChange(kind, moved.id.rawValue, .remove)
            let wanted = moved.organisation.rawValue
            if after[Participation.self][ID(wanted)] != nil { return [gone] }
            return [gone, RecordChange(kind, wanted, .add(moved.values))]
        }
    }
}

extension Table {
    /// The records that events after a state touched, sorted by id.
    package func touched(since state: EcosystemState) -> [R] {
        rows.values.filter { $0.version > state.sequence }.map(\.record).sorted { $0.id < $1.id }
    }
}
