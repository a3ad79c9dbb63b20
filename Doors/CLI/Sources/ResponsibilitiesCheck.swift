import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Responsibilities

/// Whether responsibilities are complete and unambiguous.
struct ResponsibilitiesCheck: Telling {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check whether who does what is complete and unambiguous.",
        discussion: """
            Prints a line for each gap: nobody has a part, nobody is accountable, nobody carries it out, parties that
            bear too much, and what falls away with parties that leave. Exits with 0 when there is none, with 1 when
            there are.
            """)

    @OptionGroup var place: PlaceArguments
    @Option(help: "The day to look at, as yyyy-mm-dd; today when left out.") var on: Day?
    @Option(help: "Also tell what falls away when this party leaves.") var without: String?
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let reader = try House.open().reader(of: place, language)
        let matrix = ResponsibilityMatrix(reader, on: on)
        let checks = ResponsibilityChecks(matrix, ResponsibilityPlaces(reader.library))
        let leavers =
            PartyDeparture.ofLeavers(matrix, in: reader.state)
            + (without.map { [PartyDeparture(ResponsibleParty(name: $0), from: matrix)] } ?? [])
        if json { Console.out(json: told(checks, leavers)) } else { tell(checks, leavers, matrix, reader) }
        guard checks.isComplete, leavers.allSatisfy(\.isHarmless) else { throw ExitCode.failure }
    }

    private func tell(
        _ checks: ResponsibilityChecks, _ leavers: [PartyDeparture], _ matrix: ResponsibilityMatrix, _ reader: Reader
    ) {
        Console.out(
            rows: checks.troubles.map { [$0.gap.rule, $0.subject.id, $0.gap.label.shown(language)] }
                + checks.overloads.map {
                    ["responsibility.overload", $0.party.name, "A \($0.accountable), RASCI \($0.involved)"]
                }
                + leavers.flatMap { leaver in
                    leaver.unaccounted.map { ["responsibility.leaving", leaver.party.name, "A \($0.id)"] }
                        + leaver.undone.map { ["responsibility.leaving", leaver.party.name, "R \($0.id)"] }
                })
        let (subjects, parties) = (matrix.subjects.count, matrix.parties.count)
        Console.out(
            language == .nl
                ? "\(subjects) onderwerpen, \(parties) partijen" : "\(subjects) subjects, \(parties) parties")
    }

    private func told(_ checks: ResponsibilityChecks, _ leavers: [PartyDeparture]) -> Value {
        func names(_ subjects: [ResponsibilitySubject]) -> Value { .list(subjects.map { .string($0.id) }) }
        return [
            "complete": .flag(checks.isComplete),
            "gaps": .list(
                checks.troubles.map {
                    [
                        "rule": .string($0.gap.rule), "subject": .string($0.subject.id),
                        "message": .string($0.gap.label.shown(language)),
                    ]
                }),
            "overloads": .list(
                checks.overloads.map {
                    [
                        "party": .string($0.party.name), "accountable": .whole($0.accountable),
                        "involved": .whole($0.involved),
                    ]
                }),
            "leaving": .list(
                leavers.map {
                    [
                        "party": .string($0.party.name), "unaccounted": names($0.unaccounted),
                        "undone": names($0.undone), "lesser": names($0.lesser),
                    ]
                }),
        ]
    }
}
