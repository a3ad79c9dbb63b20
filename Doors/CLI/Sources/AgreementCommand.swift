import ArgumentParser

/// Everything about agreements; each subcommand has a file of its own.
package struct AgreementCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Read, compare and prove agreements.",
        subcommands: [AgreementDocumentCommand.self, AgreementRedline.self])

    package init() {}
}
