import ArgumentParser

/// What can be done with agreements: a file per subcommand.
package struct AgreementCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "List agreements, sign them, prove what was signed and watch what was agreed.",
        subcommands: [
            AgreementList.self, AgreementDeclaration.self, AgreementAnswer.self, AgreementBundle.self,
            AgreementVerify.self, AgreementNorms.self, AgreementExportODRL.self, AgreementDocumentCommand.self,
            AgreementRedline.self, AgreementExit.self,
        ])

    package init() {}
}
