import Kernel
import Networks

/// The documentation of networks in numbers.
enum NetworkSheets {
    private static let scope: [Sheet.Parameter] = [
        .asOf,
        Sheet.Parameter(
            name: "metrics",
            description:
                "What to calculate, with commas between: \(NetworkMetric.allCases.map(\.rawValue).joined(separator: ", ")), or `all`. Closeness of a very large network only when it is asked by name.",
            schema: Schema.string),
        Sheet.Parameter(
            name: "kinds", description: "Only ties of these kinds of relation, with commas between.",
            schema: Schema.string),
        Sheet.Parameter(
            name: "day", description: "Only what held on this day; today, or the day of `asOf`, unless given.",
            schema: ["type": "string", "format": "date"]),
        Sheet.Parameter(
            name: "derived", description: "Whether ties that follow from other records count.",
            schema: ["type": "boolean", "default": true]),
        Sheet.Parameter(
            name: "directed", description: "Whether direction counts; a tie without direction then runs both ways.",
            schema: ["type": "boolean", "default": false]),
        Sheet.Parameter(
            name: "weighted", description: "Whether weight counts in PageRank and communities.",
            schema: ["type": "boolean", "default": false]),
        Sheet.Parameter(
            name: "sample",
            description:
                "Estimate betweenness from so many nodes. Large networks are always estimated, with the bound told.",
            schema: ["type": "integer", "minimum": 1]),
    ]

    static let analysis = Sheet(
        id: "getNetworkAnalysis", tag: "Network",
        summary: "Who holds the network together and where it would break, with the conventions of every number",
        query: scope, results: [Sheet.Result(description: "The numbers.", schema: Schema.ref("NetworkAnalysis"))],
        refusals: [404])

    static let whatIf = Sheet(
        id: "getNetworkWhatIf", tag: "Network",
        summary: "What the network would be if organisations or ties went, weakened or came; nothing is recorded",
        query: [
            changes("remove", "`ID` or `ID,ID`: an organisation, or the tie between two, goes."),
            changes("weaken", "`ID=0.5` or `ID,ID=0.5`: its ties, or that tie, keep this share of their weight."),
            changes("add", "`ID`: an organisation comes; `ID,ID` or `ID,ID=2.5`: a tie comes."),
        ] + scope,
        results: [Sheet.Result(description: "Before and after.", schema: Schema.ref("NetworkComparison"))],
        refusals: [404])

    private static func changes(_ name: String, _ text: String) -> Sheet.Parameter {
        Sheet.Parameter(
            name: name, description: text + " May be given more than once.", schema: Schema.list(Schema.string))
    }

    static let schemas: [String: Value] = [
        "NetworkAnalysis": Schema.object([
            "conventions": conventions, "graph": Schema.ref("NetworkWhole"),
            "nodes": Schema.list(Schema.ref("NetworkNode")),
        ]),
        "NetworkComparison": Schema.object([
            "conventions": conventions, "before": side, "after": side, "gone": Schema.list(Schema.string),
            "come": Schema.list(Schema.string),
            "cutOff": Schema.described(
                Schema.list(Schema.list(Schema.string)),
                "Who stays but is cut off from most of its part, piece by piece."),
        ]),
        "NetworkWhole": whole, "NetworkNode": node,
    ]

    private static let side = Schema.object([
        "graph": Schema.ref("NetworkWhole"), "nodes": Schema.list(Schema.ref("NetworkNode")),
    ])

    private static let conventions = Schema.described(
        Schema.object(
            [
                "direction": Schema.string, "weight": Schema.string, "selfLoops": Schema.string,
                "parallelEdges": Schema.string, "order": Schema.string,
                "metrics": ["type": "object", "additionalProperties": true],
            ]), "How every number was made; two programs that differ in one of these give different numbers.")

    private static let number: Value = ["type": "number"]

    private static let whole = Schema.object(
        [
            "nodes": Schema.whole, "edges": Schema.whole, "selfLoops": Schema.whole, "parallelEdges": Schema.whole,
            "density": number, "components": Schema.whole, "communities": Schema.whole, "modularity": number,
            "articulationPoints": Schema.list(Schema.string), "bridges": Schema.list(Schema.list(Schema.string)),
            "transitivity": number, "averageClustering": number, "reciprocity": number,
            "betweennessSample": Schema.object([
                "pivots": Schema.whole, "seed": Schema.whole, "confidence": number, "bound": number,
                "boundOfOne": number,
            ]),
        ], required: ["nodes", "edges", "selfLoops", "parallelEdges", "density"])

    private static let node = Schema.object(
        [
            "id": Schema.string, "degree": Schema.whole, "strength": number, "betweenness": number, "harmonic": number,
            "pagerank": number, "core": Schema.whole, "community": Schema.whole, "component": Schema.whole,
            "clustering": number,
        ], required: ["id"])
}
