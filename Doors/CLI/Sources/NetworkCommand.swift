import ArgumentParser

/// What can be done with networks: a file per subcommand.
package struct NetworkCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Take maps to and from Kumu, Gephi and spreadsheets, and analyse them.",
        subcommands: [NetworkConvert.self, NetworkAnalyse.self, NetworkWhatIf.self])

    package init() {}
}
