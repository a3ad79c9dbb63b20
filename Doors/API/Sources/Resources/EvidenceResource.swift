import Ecosystems
import Foundation
import Hummingbird
import Kernel
import Ledger

/// What an event's leaf in the log is computed from, for who takes part and may see all of the event.
///
/// With it an auditor recomputes the leaf, and with the inclusion proof beside it the root that a checkpoint signs.
struct EvidenceResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        [Endpoint(.get, "/ecosystems/{ecosystem}/events/{sequence}/evidence", LogSheets.evidence, handle: evidence)]
    }

    func evidence(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        guard let sequence = Int(ask.parameter("sequence")), sequence > 0, sequence <= view.state.sequence,
            let item = try await room.ecosystem(ask).history(before: sequence + 1, limit: 1).first
        else { throw Refusal.notFound(.noSuchEvent(ask.parameter("sequence"), view.state.sequence)) }
        guard isWhole(item, to: view) else { throw Refusal.forbidden(.onlyPartlyVisible(item.leaf)) }
        let ledger = room.installation.ledger
        let size = try ledger.sizeNow()
        guard let evidence = try ledger.evidence(ecosystem: view.state.id, sequence: sequence) else {
            throw Refusal.notFound(.noSuchEvent(String(sequence), view.state.sequence))
        }
        return Answer([
            "leaf": .whole(evidence.leaf), "header": .string(evidence.header),
            "salt": evidence.salt.map { .string($0.base64EncodedString()) } ?? .null,
            "payload": evidence.payload.map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null,
            "size": .whole(size), "root": try ledger.root(size: size).told,
            "hashes": .list(try ledger.inclusionProof(leaf: evidence.leaf, size: size).map(\.told)),
        ])
    }

    /// The header names who did it and the payload holds every field.
    private func isWhole(_ item: HistoryItem, to view: Reader) -> Bool {
        guard view.rights.participates || view.rights.seesEverything else { return false }
        let shown = item.shown(to: view, room.catalogue.kind(item.kind))?["fields"]
        return item.fields.isEmpty || shown == .map(item.fields)
    }
}

extension Problem {
    fileprivate static func noSuchEvent(_ sequence: String, _ last: Int) -> Problem {
        Problem(
            "event.unknown", at: ["sequence"],
            Text("Gebeurtenis \(sequence.prefix(20)) is er niet.", "There is no event \(sequence.prefix(20))."),
            mend: Text("De laatste is \(last).", "The last one is \(last)."))
    }

    fileprivate static func onlyPartlyVisible(_ leaf: Int) -> Problem {
        Problem(
            "event.partly-visible",
            Text("U mag deze gebeurtenis niet in haar geheel zien.", "You may not see all of this event."),
            mend: Text(
                "Dat ze in het logboek staat, ziet u in /log/inclusion-proofs/\(leaf).",
                "That it is in the log, you can see in /log/inclusion-proofs/\(leaf)."))
    }
}
