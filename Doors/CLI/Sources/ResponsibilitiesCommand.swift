import ArgumentParser

/// What can be done with the division of responsibilities: a file per subcommand.
package struct ResponsibilitiesCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "responsibilities", abstract: "Check who does what, and take it to and from spreadsheets.",
        subcommands: [ResponsibilitiesExport.self, ResponsibilitiesImport.self, ResponsibilitiesCheck.self])

    package init() {}
}
