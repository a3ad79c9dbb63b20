import Foundation
import Kernel
import Ledger

/// The events of a bundle that are proved to be in the log.
struct BundleLog {
    struct Proved {
        let file: String
        let kind: String
        let sequence: Int
        let payload: Value

        var record: String { payload["id"].string ?? "" }
    }

    var key = ""
    var size = 0
    var root = ""
    /// By the record that they are about, in the order of the log.
    private var events: [String: [Proved]] = [:]
    /// The first that fixed a version.
    private(set) var version: Proved?

    mutating func take(_ event: Proved) {
        events[event.record, default: []].append(event)
        if version == nil, event.kind == "version.added" { version = event }
    }

    func events(of record: String, _ singular: String) -> [Proved] {
        (events[record] ?? []).filter { $0.kind.hasPrefix(singular + ".") }
    }
}

extension BundleCheck {
    /// Checks the checkpoint under the log's key, and every event under the checkpoint.
    mutating func readLog(trusting trusted: String?) throws(Problem) {
        let checkpoint = try signedCheckpoint(trusting: trusted)
        log.size = checkpoint.size
        log.root = checkpoint.root.hex
        for name in names(in: "proofs") {
            guard let event = BundleEvent(try json(name, "proof")), event.name == name else {
                throw .bundle("proof", name, Text("het is geen bewijs in deze vorm", "it is not a proof in this form"))
            }
            log.take(try proved(event, name, under: checkpoint))
        }
    }

    private mutating func signedCheckpoint(trusting trusted: String?) throws(Problem) -> Checkpoint {
        guard let noteBytes = files["checkpoint"], let keyBytes = files["log-key.txt"],
            let note = String(validating: noteBytes, as: UTF8.self),
            let key = String(validating: keyBytes, as: UTF8.self), key.hasSuffix("\n")
        else { throw .bundle("checkpoint", "checkpoint", Text("het ontbreekt", "it is missing")) }
        log.key = String(key.dropLast())
        if let trusted, trusted != log.key {
            throw .bundle(
                "checkpoint", "log-key.txt", Text("het is niet de sleutel \(trusted)", "it is not the key \(trusted)"))
        }
        used.formUnion(["checkpoint", "log-key.txt"])
        do {
            let signed = try SignedNote.parse(note)
            try signed.verify(verifierKey: log.key)
            guard signed.description == note else {
                throw Problem.bundle(
                    "checkpoint", "checkpoint", Text("het is anders geschreven", "it is written otherwise"))
            }
            return try Checkpoint(signed)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw .bundle(
                "checkpoint", "checkpoint",
                Text(
                    "de handtekening van het logboek houdt niet: \(error)",
                    "the log's signature does not hold: \(error)"
                )
                .asClause)
        }
    }

    private func proved(
        _ event: BundleEvent, _ name: String, under checkpoint: Checkpoint
    ) throws(Problem) -> BundleLog.Proved {
        let header: Value
        let payload: Value
        let bytes = Array(event.header.utf8)
        do throws(Problem) {
            header = try JSONReader.read(bytes)
            payload = try JSONReader.read(event.payload)
        } catch { throw .bundle("proof", name, error.message.asClause) }
        guard header["commitment"].string == TreeHash.commitment(salt: event.salt, payload: event.payload).hex else {
            throw .bundle(
                "proof", name, Text("kop en inhoud horen niet bij elkaar", "header and payload do not belong together"))
        }
        guard
            MerkleProof.isIncluded(
                .leaf(bytes), at: event.leaf, in: checkpoint.size, root: checkpoint.root,
                proof: event.hashes)
        else {
            throw .bundle("proof", name, Text("het staat niet in dit logboek", "it is not in this log"))
        }
        guard header["ecosystem"].string == text.ecosystem, let kind = header["kind"].string,
            let sequence = header["sequence"].whole
        else { throw .bundle("proof", name, Text("het is van een ander ecosysteem", "it is of another ecosystem")) }
        return BundleLog.Proved(file: name, kind: kind, sequence: sequence, payload: payload)
    }

    /// The record as its events made it; none between them is missing, and a later one changes only what may change.
    mutating func folded(
        _ record: String, _ singular: String, _ check: String, changing: Set<String> = []
    ) throws(Problem) -> [String: Value] {
        let events = log.events(of: record, singular).sorted { $0.sequence < $1.sequence }
        var fields: [String: Value] = [:]
        var previous: Int?
        for event in events {
            guard event.payload["previous"].whole == previous else {
                throw .bundle(check, event.file, Text("er ontbreekt een gebeurtenis", "an event is missing"))
            }
            previous = event.sequence
            used.insert(event.file)
            let set = event.payload["fields"].map ?? [:]
            if event.kind == singular + ".removed" { fields = [:] }
            if event.kind == singular + ".changed", !changing.isSuperset(of: set.keys) {
                throw .bundle(check, event.file, Text("hier veranderde wat vaststaat", "this changed what is fixed"))
            }
            fields.merge(set) { $1 }
        }
        guard !events.isEmpty else {
            throw .bundle(check, "", Text("“\(record)” staat niet in het logboek", "“\(record)” is not in the log"))
        }
        return fields.filter { !$0.value.isNull }
    }
}
