import Agreements
import ArgumentParser
import Ecosystems
import Kernel
import Ledger

/// What can be done with agreements: a file per subcommand.
package struct AgreementCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "List agreements, sign them, prove what was signed and watch what was agreed.",
        subcommands: [
            AgreementList.self, AgreementDeclaration.self, AgreementAnswer.self, AgreementBundle.self,
            AgreementVerify.self, AgreementNorms.self, AgreementExportODRL.self, AgreementDocumentCommand.self,
            AgreementRedline.self,
        ])

    package init() {}
}

/// An agreement in a store.
struct AgreementArguments: ParsableArguments {
    @Argument(help: "Id of the agreement.") var agreement: String
    @OptionGroup var source: StoreOption
    @Option(help: "Id of the ecosystem, when several have an agreement by this id.") var ecosystem: String?
}

extension House {
    /// The states of all ecosystems of a store, or of one; proves the store, and reads only.
    func states(in store: String, only ecosystem: String? = nil) throws -> [EcosystemState] {
        let ledger = try proved(store)
        defer { try? ledger.close() }
        let known = try ledger.ecosystems().map(\.ecosystem)
        if let ecosystem, !known.contains(ecosystem) { throw Self.unknown(ecosystem, among: known) }
        let replay = Replay(ledger: ledger, catalogue: catalogue)
        return try known.filter { ecosystem == nil || $0 == ecosystem }.map { try replay.state(of: $0) }
    }

    /// The ecosystem that an agreement is in. Refuses when there is none, or when several have one by that id.
    func state(holding asked: AgreementArguments) throws -> EcosystemState {
        let found = try states(in: asked.source.store, only: asked.ecosystem)
            .filter { $0[Agreement.self].contains(asked.agreement) }
        if found.count > 1 { throw Problem.severalAgreements(asked.agreement, found.map(\.id)) }
        guard let state = found.first else { throw Problem.noSuchAgreement(asked.agreement) }
        return state
    }
}

extension Problem {
    fileprivate static func severalAgreements(_ id: String, _ ecosystems: [String]) -> Problem {
        let list = ecosystems.joined(separator: ", ")
        return Problem(
            "agreement.several",
            Text(
                "Er is een afspraak “\(id)” in meer dan één ecosysteem: \(list).",
                "There is an agreement “\(id)” in more than one ecosystem: \(list)."),
            mend: Text("Noem er een met --ecosystem.", "Name one with --ecosystem."))
    }
}
