import ArgumentParser

/// Agreements: what they come to.
package struct AgreementCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Watch and export agreements.",
        subcommands: [AgreementNorms.self, AgreementExportODRL.self])

    package init() {}
}
