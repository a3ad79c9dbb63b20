import Ecosystems
import Kernel
import Purpose

/// Takes over who carries out what: whoever an activity names as doing it gets the letter R, for activities in which nobody has a part yet.
///
/// Refuses when there is no such activity.
package struct TakeOverDoers: Command {
    package init() {}

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        AssignParts(.activity(ID("")), .organisation(""), []).requirement(in: situation, catalogue: catalogue)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let matrix = ResponsibilityMatrix(situation.state, on: situation.today)
        let open = Self.undivided(matrix, in: situation.state)
        guard !open.isEmpty else { throw .conflict(.nothingToTakeOver) }
        var taken = TakenIDs(situation.state)
        let changes = open.flatMap { $0.doers(from: situation.today, &taken) }
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }

    /// Activities of the matrix that name who does them, and in which nobody has a part; sorted by id.
    package static func undivided(_ matrix: ResponsibilityMatrix, in state: EcosystemState) -> [Activity] {
        matrix.activities.filter { matrix.filled(.activity($0)).isEmpty }
            .compactMap { state[Activity.self][$0] }.filter { !$0.organisations.isEmpty }
    }
}

/// Makes an activity of each operational process chosen from the library, carried out by one organisation.
///
/// Refuses a process that the library does not have or that has an activity already, and a choice of nothing.
package struct AddProcesses: Command {
    /// As `method/process`.
    package let processes: [String]
    /// Who carries them out; has the letter R in each.
    package let organisation: String

    package init(_ processes: [String], by organisation: String) {
        self.processes = processes
        self.organisation = organisation
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        TakeOverDoers().requirement(in: situation, catalogue: catalogue)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let free = Self.unused(in: situation)
        let wished = free.filter { processes.contains($0.id) }
        let strange = processes.filter { id in !free.contains { $0.id == id } }
        guard strange.isEmpty, !wished.isEmpty else { throw .invalid([.noSuchProcess(strange.first ?? "")]) }
        guard !organisation.isEmpty else { throw .invalid([.processWithoutDoer]) }
        var taken = TakenIDs(situation.state)
        var used = Set(situation.state.table(Activity.naming.plural)?.ids ?? [])
        let changes = wished.flatMap { place -> [RecordChange] in
            var activity = Activity()
            let wish = Identifier.suggested(for: place.name.dutch)
            activity.id = ID(
                (2...).lazy.map { $0 == 2 ? wish : "\(wish)-\($0 - 1)" }.first { !used.contains($0) } ?? wish)
            used.insert(activity.id.rawValue)
            (activity.name, activity.process, activity.organisations) = (place.name, place.id, [ID(organisation)])
            return [RecordChange(Activity.naming.plural, activity.id.rawValue, .add(activity.values))]
                + activity.doers(from: situation.today, &taken)
        }
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }

    /// Processes of the library of which no activity is a step yet, in its order.
    package static func unused(in situation: Situation) -> [ResponsibilityPlaces.Place] {
        let used = Set(situation.state[Activity.self].records.map(\.process))
        return ResponsibilityPlaces(situation.library).processes.filter { !used.contains($0.id) }
    }
}

extension Activity {
    fileprivate func doers(from day: Day, _ taken: inout TakenIDs) -> [RecordChange] {
        var seen: Set<String> = []
        return organisations.map(\.rawValue).filter { seen.insert($0).inserted }.map { party in
            var record = Responsibility(id: taken.free(for: "\(id) \(party) R"))
            record.set(.activity(id), .organisation(party), .responsible)
            record.period.from = day
            return RecordChange(Responsibility.naming.plural, record.id.rawValue, .add(record.values))
        }
    }
}

extension Problem {
    fileprivate static let nothingToTakeOver = Problem(
        "responsibility.nothing-open",
        Text("In elke activiteit heeft al iemand een deel.", "Somebody has a part in every activity already."),
        mend: Text("Wijzig de cellen van de matrix.", "Change the cells of the matrix."))

    fileprivate static func noSuchProcess(_ id: String) -> Problem {
        Problem(
            "responsibility.process", at: ["process"],
            id.isEmpty
                ? Text("Er is geen proces gekozen.", "No process was chosen.")
                : Text(
                    "“\(id.inShort)” staat in geen methode, of heeft al een activiteit.",
                    "“\(id.inShort)” is in no method, or has an activity already."),
            mend: Text("Kies een of meer processen uit de lijst.", "Choose one or more processes of the list."))
    }

    fileprivate static let processWithoutDoer = Problem(
        "responsibility.process-doer", at: ["organisation"],
        Text("Er is niet gekozen wie het uitvoert.", "It was not chosen who carries it out."),
        mend: Text(
            "Kies een organisatie; per activiteit kunt u het daarna nog wijzigen.",
            "Choose an organisation; you can change it for each activity afterwards."))
}
