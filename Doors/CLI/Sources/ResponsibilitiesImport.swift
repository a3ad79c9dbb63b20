import ArgumentParser
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Responsibilities

/// Takes a table of responsibilities over into a store.
struct ResponsibilitiesImport: Telling {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take a table of who does what over into a store.",
        discussion: """
            FILE is a CSV in UTF-8, with commas or semicolons. Either a line for each assignment, with the columns
            activity (or model and layer), party, part and, if wanted, from, until, clause and note; or a matrix that
            begins with subject, whose other columns are parties. A body is bodies/its-id. All of it is taken over, or
            nothing; what is wrong is told with its line. A second time changes nothing.
            """)

    @Argument(help: "Id of the ecosystem.") var ecosystem: String
    @Argument(help: "File with the table.") var file: String
    @OptionGroup var target: StoreOption
    @Flag(help: "Remove assignments that the lines do not have.") var replace = false
    @Option(help: "From which day the letters of a matrix hold, as yyyy-mm-dd; today when left out.") var from: Day?
    @Option(help: "Why, for the history.") var reason = ""
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        let house = try House.open()
        let wish = try ResponsibilityWish(table: [UInt8](Data(contentsOf: URL(fileURLWithPath: file))))
        let installation = try house.existing(target.store)
        let command = ImportResponsibilities(wish, replacing: replace, from: from, reason: reason)
        let outcome: Outcome
        do {
            outcome = try await installation.take(command, over: ecosystem)
        } catch {
            try await installation.close()
            throw error
        }
        try await installation.close()
        let count = outcome.touched.count
        Console.out(language == .nl ? "\(ecosystem): \(count) gewijzigd" : "\(ecosystem): \(count) changed")
    }
}

extension Installation {
    /// Carries a command out in an ecosystem that is there, as the person at the machine.
    fileprivate func take(_ command: ImportResponsibilities, over id: String) async throws -> Outcome {
        let ecosystem = try await host.ecosystem(id)
        return try await ecosystem.perform(command, by: .atTheMachine)
    }
}
