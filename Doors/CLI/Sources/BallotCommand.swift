import ArgumentParser

/// What can be done with ballots.
package struct BallotCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ballot",
        abstract: "Count ballots, and write their files, so that anyone can recompute a decision.",
        subcommands: [BallotCount.self, BallotExport.self])

    package init() {}
}
