import ArgumentParser

/// What can be done with networks: a file per subcommand.
package struct NetworkCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Take maps to and from Kumu, Gephi and spreadsheets.",
        subcommands: [NetworkConvert.self])

    package init() {}
}
