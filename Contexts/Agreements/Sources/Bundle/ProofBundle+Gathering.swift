import Ecosystems
import Foundation
import Kernel
import Ledger

extension ProofBundle {
    /// Gathers the proof of one version, nil: the one in force, or else the last.
    ///
    /// Refuses an unknown agreement or version, one whose payloads were erased, and a store that cannot sign.
    /// - Parameter rendered: pages for people to put in, made by who knows how.
    package init(
        of agreement: ID<Agreement>, version number: Int? = nil, in state: EcosystemState, on day: Day,
        ledger: LedgerStore,
        rendered: (AgreementFacts, AgreementFacts.Fixed) throws -> [RenderedDocument] = { _, _ in [] }
    ) throws {
        let (facts, fixed) = try Self.fixed(agreement, number, in: state, on: day)
        let signatures = facts.signatures.filter { $0.version == fixed.version.id }
        let names = Set(signatures.compactMap(\.proof?.key)).sorted()
        let keys = names.compactMap { state[SigningKey.self][$0] }
        let note = try ledger.checkpoint()
        let reader = EventReader(ledger: ledger, state: state, size: try Checkpoint(note).size)
        var events = try reader.events(of: AgreementVersion.naming.plural, fixed.version.id.rawValue)
        for signature in signatures { events += try reader.events(of: Signature.naming.plural, signature.id.rawValue) }
        for key in keys { events += try reader.events(of: SigningKey.naming.plural, key.id.rawValue) }
        self.init(
            version: fixed.version, signatures: signatures, keys: keys, events: events.sorted { $0.leaf < $1.leaf },
            checkpoint: note.description, logKey: ledger.verifierKey, rendered: try rendered(facts, fixed))
    }

    /// The version that a bundle is about.
    package static func fixed(
        _ agreement: ID<Agreement>, _ number: Int?, in state: EcosystemState, on day: Day
    ) throws(Refusal) -> (AgreementFacts, AgreementFacts.Fixed) {
        guard state[Agreement.self].contains(agreement.rawValue) else {
            throw .notFound(.noSuchAgreement(agreement.rawValue))
        }
        let facts = AgreementFacts(agreement, in: state)
        let chosen =
            number.map { number in facts.versions.first { $0.version.number == number } }
            ?? AgreementStanding(facts, on: day).current ?? facts.versions.last
        guard let chosen else { throw .notFound(.noSuchVersion(agreement.rawValue, number)) }
        return (facts, chosen)
    }
}

/// Reads the events of one record out of the log, each with its proof.
private struct EventReader {
    let ledger: LedgerStore
    let state: EcosystemState
    let size: Int

    /// From the last to the first, along what each says of the one before.
    func events(of plural: String, _ id: String) throws -> [BundleEvent] {
        var events: [BundleEvent] = []
        var next = state.table(plural)?.version(of: id)
        while let sequence = next {
            guard let evidence = try ledger.evidence(ecosystem: state.id, sequence: sequence),
                let salt = evidence.salt, let payload = evidence.payload
            else { throw Refusal.unavailable(.erasedProof("\(plural)/\(id)")) }
            let hashes = try ledger.inclusionProof(leaf: evidence.leaf, size: size)
            events.append(
                BundleEvent(
                    leaf: evidence.leaf, header: evidence.header, salt: salt, payload: payload, hashes: hashes))
            next = try JSONReader.read(payload)["previous"].whole.flatMap { $0 < sequence ? $0 : nil }
        }
        return events
    }
}

extension Problem {
    fileprivate static func erasedProof(_ record: String) -> Problem {
        Problem(
            "bundle.erased", at: [record],
            Text("Het logboek bewaart dit niet meer; het is gewist.", "The log no longer holds this; it was erased."),
            mend: Text("Een bundel kan niet meer worden gemaakt.", "A bundle can no longer be made."))
    }
}
