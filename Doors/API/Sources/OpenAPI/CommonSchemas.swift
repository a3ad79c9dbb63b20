import Agreements
import Ecosystems
import Kernel
import MethodLibrary

/// The schemas that do not follow from a kind of record.
enum CommonSchemas {
    static let all: [String: Value] = [
        "Problem": problem, "Reversion": Schema.object(["version": Schema.whole], isClosed: true), "Merger": merger,
        "Event": Schema.object(event.merging(["fields": Schema.fields]) { $1 }, required: always),
        "RecordVersion": version, "Finding": finding, "Summary": summary, "Changes": changes, "Outcome": outcome,
        "Receipt": receipt,
        "SearchHit": Schema.object([
            "kind": Schema.string, "id": Schema.string, "title": Schema.bothLanguages,
        ]),
        "Declaration": Declaration.shape.jsonSchema(), "SignedDeclaration": signed,
        "Task": task, "MethodHead": Schema.object(head),
        "Method": ["type": "object", "required": ["id", "family", "version"]],
        "InclusionProof": Schema.object([
            "leaf": Schema.whole, "size": Schema.whole, "leafHash": hash, "root": hash, "hashes": Schema.list(hash),
        ]),
        "Erasure": Schema.object(["reason": Schema.string], required: ["reason"], isClosed: true),
        "Erased": Schema.object(["events": Schema.whole, "sequence": Schema.whole]),
        "Evidence": Schema.object([
            "leaf": Schema.whole,
            "header": Schema.described(Schema.string, "Canonical JSON; leaf hash = SHA-256(0x00 ‖ header), RFC 6962."),
            "salt": Schema.described(
                ["type": ["string", "null"]], "16 bytes in base64; null once the payload was erased."),
            "payload": Schema.described(
                ["type": ["string", "null"]],
                "Canonical JSON; the commitment in the header = SHA-256(salt ‖ payload), in hex. Null once erased."),
            "size": Schema.whole, "root": hash, "hashes": Schema.list(hash),
        ]),
        "ConsistencyProof": Schema.object([
            "from": Schema.whole, "to": Schema.whole, "fromRoot": hash, "toRoot": hash, "hashes": Schema.list(hash),
        ]),
    ]

    private static let signed = Schema.object(
        [
            "declaration": Schema.ref("Declaration"),
            "proof": Schema.described(
                SignatureProof.shape.jsonSchema(),
                "Signed is the SHA-256 of the declaration as canonical JSON (RFC 8785): 32 bytes."),
        ], required: ["declaration"], isClosed: true)

    private static let hash = Schema.described(Schema.string, "SHA-256 in base64.")

    private static let problem = Schema.object(
        [
            "type": ["type": "string", "format": "uri"], "title": Schema.string,
            "status": ["type": "integer", "minimum": 400, "maximum": 599], "detail": Schema.string,
            "instance": ["type": "string", "format": "uri"],
            "versions": Schema.described(
                Schema.object(["seen": Schema.anything, "current": Schema.anything]),
                "On a stale version: the record as you saw it, and as it is now."),
            "errors": Schema.list(
                Schema.object(
                    [
                        "rule": Schema.string, "path": Schema.string, "message": Schema.string, "mend": Schema.string,
                    ], required: ["rule", "path", "message"])),
        ], required: ["type", "title", "status", "detail", "errors"])

    private static let always = ["sequence", "leaf", "recordedAt", "event", "kind", "id", "isErased"]

    private static let event: [String: Value] = [
        "sequence": Schema.whole, "leaf": Schema.described(Schema.whole, "Place in the log, for proofs."),
        "recordedAt": Schema.moment, "event": Schema.string, "kind": Schema.string, "id": Schema.string,
        "isErased": Schema.flag, "reason": Schema.string, "organisation": Schema.string, "person": Schema.string,
        "mandate": Schema.string,
    ]

    private static let version = Schema.object(
        event.merging([
            "version": Schema.whole, "record": Schema.fields,
            "changed": Schema.list(
                Schema.object(["field": Schema.string, "before": Schema.anything, "after": Schema.anything])),
        ]) { $1 }, required: always + ["version", "record", "changed"])

    private static let finding = Schema.object(
        [
            "rule": Schema.string, "severity": ["type": "string", "enum": ["error", "warning", "notice"]],
            "message": Schema.bothLanguages, "explanation": Schema.bothLanguages, "kind": Schema.string,
            "record": Schema.string, "field": Schema.string, "due": ["type": "string", "format": "date"],
        ], required: ["rule", "severity", "message", "explanation", "kind", "record", "field"])

    private static let task = Schema.object(
        [
            "title": Schema.bothLanguages, "why": Schema.bothLanguages, "kind": Schema.string, "record": Schema.string,
            "due": ["type": "string", "format": "date"],
        ], required: ["title", "why", "kind", "record"])

    private static let summary = Schema.object([
        "id": Schema.identifier, "sequence": Schema.whole, "recordedAt": Schema.moment,
        "counts": ["type": "object", "additionalProperties": Schema.whole],
    ])

    private static let reason: Value = ["type": "string", "maxLength": .whole(Reason.longest)]

    private static let merger = Schema.object(
        ["duplicate": Schema.identifier, "reason": reason], required: ["duplicate"],
        isClosed: true)

    private static let changes = Schema.object(
        [
            "reason": reason,
            "changes": Schema.list(
                Schema.object(
                    [
                        "kind": Schema.string, "id": Schema.identifier,
                        "action": ["type": "string", "enum": ["add", "put", "patch", "remove"]],
                        "fields": Schema.fields, "seen": Schema.whole,
                    ], required: ["kind", "id", "action"], isClosed: true)),
        ], required: ["changes"], isClosed: true)

    private static let outcome = Schema.object([
        "sequence": Schema.whole, "isRepeated": Schema.flag,
        "touched": Schema.list(Schema.object(["kind": Schema.string, "id": Schema.string])),
    ])

    private static let receipt = Schema.described(
        Schema.object([
            "id": Schema.identifier, "sequence": Schema.described(Schema.whole, "The last event that it caused."),
            "isRepeated": Schema.described(
                Schema.flag, "True when this key was used before, and nothing happened now."),
        ]),
        """
        That a write was carried out: what a token that may not read gets, and who repeats a command on a record that is gone.
        """)

    private static let head: [String: Value] = [
        "id": Schema.identifier, "family": Schema.string, "version": Schema.whole, "name": Schema.bothLanguages,
        "summary": Schema.bothLanguages,
    ]
}
