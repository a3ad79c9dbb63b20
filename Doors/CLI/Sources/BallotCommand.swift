import ArgumentParser

/// What can be done with ballots.
package struct BallotCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ballot", abstract: "Count ballots, so that anyone can recompute a decision.",
        subcommands: [BallotCount.self])

    package init() {}
}
