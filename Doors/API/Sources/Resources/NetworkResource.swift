import Ecosystems
import Hummingbird
import Kernel
import NetworkFiles
import NetworkMap

/// The map of an ecosystem as a file for other programs.
struct NetworkResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        [Endpoint(.get, "/ecosystems/{ecosystem}/network", Self.sheet, handle: network)]
    }

    private static let formats: [(name: String, type: String)] = [
        ("kumu", "application/json"), ("gexf", "application/gexf+xml"), ("graphml", "application/graphml+xml"),
        ("csv", "text/csv; charset=utf-8"), ("nodes.csv", "text/csv; charset=utf-8"),
    ]

    /// Organisations and relations as far as the asker may see them; in `csv` the relations, in `nodes.csv` the organisations.
    func network(_ ask: Ask) async throws -> Answer {
        let name = try ask.query("format") ?? "kumu"
        guard let format = Self.formats.first(where: { $0.name == name }) else {
            throw Refusal.invalid([.unknown(name)])
        }
        let view = try await room.view(ask)
        let file = NetworkFile(view, language: ask.visitor.language)
        let bytes =
            switch format.name {
            case "gexf": try file.bytes(.gexf)
            case "graphml": try file.bytes(.graphML)
            case "csv": try file.bytes(.csv)
            case "nodes.csv": try file.tableOfNodes()
            default: try file.bytes(.kumu)
            }
        return Answer(.file(type: format.type, bytes))
    }

    private static let sheet = Sheet(
        id: "getNetwork", tag: "Ecosystems", summary: "The map as a file: Kumu, GEXF, GraphML or CSV",
        query: [
            Sheet.Parameter(
                name: "format",
                description: "`csv` holds the relations, `nodes.csv` the organisations; `kumu` unless given.",
                schema: ["type": "string", "enum": .list(formats.map { .string($0.name) })]), .asOf,
        ],
        results: [
            Sheet.Result(
                description: "The file; its `Content-Type` follows from the format.", type: "application/octet-stream",
                schema: ["type": "string", "contentMediaType": "application/octet-stream"])
        ], refusals: [404])
}

extension Problem {
    fileprivate static func unknown(_ format: String) -> Problem {
        Problem(
            "network.format", at: ["format"],
            Text("Er is geen formaat “\(format)”.", "There is no format “\(format)”."),
            mend: Text("Kies kumu, gexf, graphml, csv of nodes.csv.", "Choose kumu, gexf, graphml, csv or nodes.csv."))
    }
}
