import Kernel

/// What the columns of a table mean, from its header.
struct CSVColumns {
    enum Meaning: Hashable {
        case from, to, weight, kind, id, label, direction, spells
        /// Index of a field.
        case field(Int)
    }

    let meanings: [Meaning]
    /// Whether it is a table of nodes rather than of edges.
    let isNodes: Bool
    var hasDirection: Bool { meanings.contains(.direction) }

    /// Names of columns that mean something in a table of edges; also as Gephi writes them.
    static let ofEdges: [String: Meaning] = [
        "from": .from, "source": .from, "to": .to, "target": .to, "weight": .weight, "kind": .kind, "id": .id,
        "label": .label, "direction": .direction, "spells": .spells,
    ]
    static let ofNodes: [String: Meaning] = ["id": .id, "label": .label, "spells": .spells]

    /// Understands the row that was read last; refuses (`csv.header`) a header without the columns that every table needs.
    init(_ rows: CSVRows, _ assembly: NetworkAssembly) throws(Problem) {
        var titles: [String] = []
        for index in rows.fields.indices { titles.append(try rows.text(index)) }
        let small = Set(titles.map { $0.lowercased() })
        let isEdges = !small.isDisjoint(with: ["from", "source", "to", "target"])
        isNodes = !isEdges && small.contains("id")
        var known = isNodes ? Self.ofNodes : Self.ofEdges
        // In a table of Gephi this column tells whether an edge is directed.
        if small.contains("source") { known["type"] = .direction }
        var meanings: [Meaning] = []
        var fields: [NetworkField] = []
        for (index, title) in titles.enumerated() {
            let meaning = known[title.lowercased()] ?? .field(fields.count)
            var isNew = !title.isEmpty && !meanings.contains(meaning)
            if case .field = meaning {
                let heading = Heading(title)
                isNew = isNew && !fields.contains { $0.title == heading.title }
                fields.append(NetworkField(heading.title, heading.type ?? .text, isTimed: heading.isTimed))
            }
            guard isNew else { throw Self.header(rows.place(index), title) }
            guard fields.count <= assembly.limits.fields else {
                throw Problem.tooMany("columns", "kolommen", assembly.limits.fields)
            }
            meanings.append(meaning)
        }
        self.meanings = meanings
        guard isNodes || (meanings.contains(.from) && meanings.contains(.to)) else {
            throw Self.noEnds(rows.window.place(of: rows.start))
        }
        if isNodes { assembly.file.nodeFields = fields } else { assembly.file.edgeFields = fields }
    }

    private static func header(_ place: Place, _ title: String) -> Problem {
        Problem(
            "csv.header", in: place,
            title.isEmpty
                ? Text("deze kolom heeft geen naam.", "this column has no name.")
                : Text(
                    "de kolom “\(title.inShort)” staat er twee keer.", "the column “\(title.inShort)” appears twice."),
            mend: Text("Geef elke kolom een eigen naam.", "Give every column a name of its own."))
    }

    private static func noEnds(_ place: Place) -> Problem {
        Problem(
            "csv.header", in: place,
            Text(
                "de eerste regel noemt de kolommen from en to niet.",
                "the first line does not name the columns from and to."),
            mend: Text(
                "Begin een tabel van verbindingen met from,to[,weight,kind] en een tabel van knopen met id[,label].",
                "Begin a table of edges with from,to[,weight,kind] and a table of nodes with id[,label]."))
    }
}
