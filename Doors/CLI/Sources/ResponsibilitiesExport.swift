import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Responsibilities

/// Writes the division as a table or as OSCAL.
struct ResponsibilitiesExport: Telling {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write who does what as a table or as OSCAL.",
        discussion: """
            lines is a CSV with a line for each assignment, of all periods; matrix a CSV of letters on one day; oscal an
            OSCAL 1.1.2 component definition of that day. lines and matrix can be imported again.
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable { case lines, matrix, oscal }

    @OptionGroup var place: PlaceArguments
    @Option(help: "lines, matrix or oscal.") var format = Form.lines
    @Option(help: "The day to look at, as yyyy-mm-dd; today when left out.") var on: Day?
    @Option(name: .customLong("out"), help: "File to write; printed when left out.") var file: String?
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let reader = try House.open().reader(of: place, language)
        let matrix = ResponsibilityMatrix(reader, on: on)
        let text =
            switch format {
            case .lines: ResponsibilityTable.lines(reader.state[Responsibility.self].sorted)
            case .matrix: ResponsibilityTable.matrix(matrix) { $0.title(reader, language) }
            case .oscal: ResponsibilityOSCAL(matrix, reader, language: language).text
            }
        guard let file else { return Console.out(verbatim: text) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        Console.out(file.onOneLine)
    }
}

extension House {
    /// A folder, or an ecosystem in a store, as the person at the machine sees it.
    func reader(of place: PlaceArguments, _ language: Language) throws -> Reader {
        let situation =
            if let store = place.store { try situation(state(of: place.path, in: store)) } else {
                try sound(place.path, language)
            }
        return Reader(situation: situation, rights: catalogue.rights(.atTheMachine, situation), catalogue: catalogue)
    }
}

extension ResponsibilitySubject {
    func title(_ reader: Reader, _ language: Language) -> String {
        switch self {
        case .activity(let activity): return reader.title("activities", activity.rawValue).shown(language)
        case .layer(let model, let layer):
            let places = ResponsibilityPlaces(reader.library)
            return "\(places.name(of: model).shown(language)) · \(places.name(of: layer).shown(language))"
        }
    }
}
