import Ecosystems
import Foundation
import Hummingbird
import Kernel
import Ledger

/// What anyone needs to check the log without trusting us: the signed checkpoint, the key and the proofs (RFC 6962).
struct LogResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        [
            Endpoint(.get, "/log/checkpoint", LogSheets.checkpoint, handle: checkpoint),
            Endpoint(.get, "/log/verifier-key", LogSheets.key) { _ in
                Answer(.text(room.installation.ledger.verifierKey + "\n"))
            },
            Endpoint(.get, "/log/inclusion-proofs/{leaf}", LogSheets.inclusion, handle: inclusion),
            Endpoint(.get, "/log/consistency-proofs", LogSheets.consistency, handle: consistency),
        ]
    }

    private var ledger: LedgerStore { room.installation.ledger }

    func checkpoint(_ ask: Ask) async throws -> Answer {
        guard !ledger.isReadOnly else {
            throw APIRefusal(
                .serviceUnavailable,
                Problem(
                    "log.unsigned", Text("Dit Stelsel tekent nu niets.", "This Stelsel signs nothing now."),
                    mend: Problem.readOnly.mend))
        }
        return Answer(.text(try ledger.checkpoint().description))
    }

    func inclusion(_ ask: Ask) async throws -> Answer {
        let now = try ledger.sizeNow()
        let size = try number("size", ask) ?? now
        guard size <= now else { throw Refusal.invalid([.beyond("size", now)]) }
        guard let leaf = Int(ask.parameter("leaf")), leaf >= 0 else {
            throw Refusal.invalid([.wrong("leaf", "een plaats in het logboek", "a place in the log")])
        }
        guard leaf < size else { throw Refusal.notFound(.beyond("leaf", size)) }
        let hashes = try ledger.inclusionProof(leaf: leaf, size: size)
        return Answer([
            "leaf": .whole(leaf), "size": .whole(size), "leafHash": try ledger.leafHash(leaf).told,
            "root": try ledger.root(size: size).told, "hashes": .list(hashes.map(\.told)),
        ])
    }

    func consistency(_ ask: Ask) async throws -> Answer {
        guard let from = try number("from", ask) else { throw Refusal.invalid([.missing("from")]) }
        let now = try ledger.sizeNow()
        let to = try number("to", ask) ?? now
        guard to <= now else { throw Refusal.invalid([.beyond("to", now)]) }
        guard from <= to else { throw Refusal.invalid([.beyond("from", to)]) }
        let hashes = try ledger.consistencyProof(from: from, to: to)
        return Answer([
            "from": .whole(from), "to": .whole(to), "fromRoot": try ledger.root(size: from).told,
            "toRoot": try ledger.root(size: to).told, "hashes": .list(hashes.map(\.told)),
        ])
    }

    private func number(_ name: String, _ ask: Ask) throws(Refusal) -> Int? {
        guard let text = try ask.query(name) else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw .invalid([.wrong(name, "een aantal", "a number of entries")])
        }
        return number
    }
}

extension TreeHash {
    /// Base64, as in a checkpoint.
    var told: Value { .string(data.base64EncodedString()) }
}

extension Problem {
    fileprivate static func beyond(_ name: String, _ size: Int) -> Problem {
        Problem(
            "log.size", at: [name],
            Text(
                "Het logboek is daar \(size) lang; dit ligt erbuiten.",
                "The log is \(size) long there; this lies outside it."))
    }
}
