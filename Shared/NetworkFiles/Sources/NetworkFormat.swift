import Kernel

/// The formats that networks travel in.
package enum NetworkFormat: String, Sendable, CaseIterable {
    /// A Kumu blueprint: JSON with elements and connections.
    case kumu
    /// GEXF 1.3, of Gephi.
    case gexf
    case graphML
    /// A table of edges, and beside it one of nodes.
    case csv

    /// By the extension of a file name, in capitals or not; refuses (`network.format`) another.
    package init(fileName: String) throws(Problem) {
        let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
        let dot = name.lastIndex(of: ".")
        switch dot.map({ name[name.index(after: $0)...].lowercased() }) ?? "" {
        case "json": self = .kumu
        case "gexf": self = .gexf
        case "graphml": self = .graphML
        case "csv": self = .csv
        default:
            throw Problem(
                "network.format", at: [fileName],
                Text(
                    "Aan de naam is niet te zien welk formaat dit is.", "The name does not tell which format this is."),
                mend: Text(
                    "Laat de naam eindigen op .json (Kumu), .gexf, .graphml of .csv.",
                    "Let the name end in .json (Kumu), .gexf, .graphml or .csv."))
        }
    }

    /// What people call it.
    package var label: String {
        switch self {
        case .kumu: "Kumu"
        case .gexf: "GEXF"
        case .graphML: "GraphML"
        case .csv: "CSV"
        }
    }

    /// Whether it is XML, and so cannot hold every character.
    var isXML: Bool { self == .gexf || self == .graphML }
}
