import Ecosystems
import Kernel

/// The documentation of the operations on one kind of record.
struct RecordSheets: Sendable {
    let kind: Kind

    private var one: String { kind.naming.label.en.lowercased() }
    private var many: String { kind.naming.pluralLabel.en.lowercased() }
    private var tag: String { kind.pluralTypeName }
    private var schema: Value { Schema.ref(kind.typeName) }
    private var sent: Sheet.Body { Sheet.Body(types: Ask.json, schema: Schema.ref(kind.typeName + "Input")) }

    private func record(_ status: Int = 200, _ description: String = "The record.", _ more: [String] = [])
        -> Sheet.Result
    {
        Sheet.Result(status: status, description: description, schema: schema, headers: ["ETag"] + more)
    }

    var list: Sheet {
        Sheet(
            id: "list\(kind.pluralTypeName)", tag: tag, summary: "List \(many)",
            query: Sheet.Parameter.paging + [.asOf] + kind.filters.map(Sheet.Parameter.filter),
            results: [Sheet.Result(description: "A page, by id.", schema: Schema.page(schema), headers: ["Link"])],
            refusals: [404])
    }

    var add: Sheet {
        Sheet(
            id: "add\(kind.typeName)", tag: tag, summary: "Add: \(one); without id, one is made from the title",
            headers: [.key], body: sent,
            results: [
                record(201, "The new record.", ["Location"]),
                record(200, "The key was used before; the record as it is now."),
            ],
            refusals: [404, 409])
    }

    var read: Sheet {
        Sheet(
            id: "get\(kind.typeName)", tag: tag, summary: "Get: \(one)", query: [.asOf], headers: [.ifChanged],
            results: [record(), Sheet.Result(status: 304, description: "You have it already.", headers: ["ETag"])],
            refusals: [404])
    }

    var replace: Sheet {
        Sheet(
            id: "replace\(kind.typeName)", tag: tag, summary: "Add or replace: \(one)",
            headers: [.ifMatch, .ifAbsent, .key], body: sent,
            results: [record(), record(201, "The new record.", ["Location"])], refusals: [404, 409])
    }

    var change: Sheet {
        Sheet(
            id: "change\(kind.typeName)", tag: tag, summary: "Change fields (JSON merge patch; null clears): \(one)",
            headers: [.ifMatch, .key],
            body: Sheet.Body(types: Ask.patch, schema: Schema.ref(kind.typeName + "Patch")), results: [record()],
            refusals: [404, 409])
    }

    var remove: Sheet {
        Sheet(
            id: "remove\(kind.typeName)", tag: tag, summary: "Remove: \(one); its history stays",
            headers: [.ifMatch, .key], results: [Sheet.Result(status: 204, description: "It is gone.")],
            refusals: [401, 403, 404, 409])
    }

    var history: Sheet {
        Sheet(
            id: "list\(kind.typeName)Versions", tag: tag, summary: "All versions, newest first: \(one)",
            query: Sheet.Parameter.paging + [.asOf],
            results: [
                Sheet.Result(
                    description: "A page of versions.", schema: Schema.page(Schema.ref("RecordVersion")),
                    headers: ["Link"])
            ], refusals: [404])
    }

    var revert: Sheet {
        Sheet(
            id: "revert\(kind.typeName)", tag: tag, summary: "Make it as it was at an earlier version: \(one)",
            headers: [.ifMatch, .key], body: Sheet.Body(types: Ask.json, schema: Schema.ref("Reversion")),
            results: [record()], refusals: [404, 409])
    }

    var erase: Sheet {
        Sheet(
            id: "erase\(kind.typeName)", tag: tag,
            summary: "Erase for good all that the log holds about it; the proofs stay: \(one)",
            body: Sheet.Body(types: Ask.json, schema: Schema.ref("Erasure")),
            results: [Sheet.Result(description: "How much was erased.", schema: Schema.ref("Erased"))],
            refusals: [404, 409])
    }

    var merge: Sheet {
        Sheet(
            id: "merge\(kind.typeName)", tag: tag, summary: "Join a duplicate to this one: \(one)", headers: [.key],
            body: Sheet.Body(types: Ask.json, schema: Schema.ref("Merger")), results: [record()], refusals: [404, 409])
    }
}
