import Kernel

/// Reads GraphML as it comes: one graph with nodes, edges and their data. Nodes may come after the edges that name them.
struct GraphMLReader {
    private let pull: XMLPull
    private let assembly: NetworkAssembly
    private var keys = GraphMLKeys()
    private let kinds = NameTable()
    private var hasGraph = false

    /// Reads a whole file into an assembly. Refuses broken XML, and what a network cannot hold, with line and column.
    static func read(_ window: ByteWindow, into assembly: NetworkAssembly) throws(Problem) {
        var reader = GraphMLReader(pull: try XMLPull(window, assembly.limits), assembly: assembly)
        try reader.root()
    }

    private init(pull: XMLPull, assembly: NetworkAssembly) {
        self.pull = pull
        self.assembly = assembly
    }

    private mutating func root() throws(Problem) {
        guard try pull.next() == .start, pull.localName == "graphml" else {
            throw refusal(
                "graphml.root",
                Text(
                    "dit bestand begint niet met het element graphml.",
                    "this file does not begin with the element graphml."),
                mend: Text("Kies een bestand dat als GraphML is bewaard.", "Choose a file that was saved as GraphML."))
        }
        if let space = try pull.attribute("xmlns"), !space.hasPrefix("http://graphml.graphdrawing.org/xmlns") {
            throw refusal(
                "graphml.version",
                Text("“\(space.inShort)” is geen bekende GraphML.", "“\(space.inShort)” is no GraphML that is known."),
                mend: Text("Bewaar het bestand opnieuw als GraphML 1.0.", "Save the file again as GraphML 1.0."))
        }
        while try pull.child() {
            if pull.isNamed("key") {
                try keys.read(pull, assembly)
            } else if pull.isNamed("graph") {
                try graph()
            } else {
                try assembly.leaveOut(pull)
            }
        }
        _ = try pull.next()
    }

    private mutating func graph() throws(Problem) {
        guard !hasGraph else { throw oneGraph }
        hasGraph = true
        switch try pull.attribute("edgedefault") {
        case "directed": assembly.file.defaultDirection = .directed
        case "undirected", nil: assembly.file.defaultDirection = .undirected
        case let other?: try assembly.report(.direction(other, pull.place))
        }
        while try pull.child() {
            if pull.isNamed("node") {
                try node()
            } else if pull.isNamed("edge") {
                try edge()
            } else if pull.isNamed("data") {
                try graphData()
            } else if pull.isNamed("hyperedge") {
                throw refusal(
                    "graphml.hyperedge",
                    Text(
                        "een hyperedge verbindt meer dan twee knopen, en dat kan hier niet.",
                        "a hyperedge ties more than two nodes, which is not possible here."),
                    mend: Text("Maak er een knoop met edges van.", "Make it a node with edges."))
            } else {
                try assembly.leaveOut(pull)
            }
        }
    }

    private mutating func graphData() throws(Problem) {
        let place = pull.place
        switch keys.graph[try pull.attribute("key") ?? ""] {
        case .name: assembly.file.name = try pull.textOfElement()
        case .direction:
            let text = try pull.textOfElement()
            assembly.file.defaultDirection = try direction(text, place)
        default: try assembly.leaveOut(pull)
        }
    }

    private func node() throws(Problem) {
        let place = pull.place
        let id = try pull.attribute("id") ?? ""
        var (label, spells, entries) = ("", [NetworkSpell](), [NetworkEntry]())
        while try pull.child() {
            guard pull.isNamed("data") else {
                try foreign()
                continue
            }
            let here = pull.place
            switch keys.node[try pull.attribute("key") ?? ""] {
            case .label: label = try pull.textOfElement()
            case .spells: spells = try times(here)
            case .field(let field): try add(&entries, field, assembly.file.nodeFields, here)
            case nil: try undeclared()
            default: try assembly.leaveOut(pull)
            }
        }
        try assembly.add(NetworkNode(id: id, label: label, entries: entries.inOrder, spells: spells)) { place }
    }

    private func edge() throws(Problem) {
        let place = pull.place
        var edge = NetworkEdge(from: try end("source"), to: try end("target"))
        edge.id = try pull.attribute("id") ?? ""
        switch try pull.attribute("directed") {
        case "true", "1": edge.direction = .directed
        case "false", "0": edge.direction = .undirected
        case nil: edge.direction = assembly.file.defaultDirection
        case let other?: try assembly.report(.direction(other, place))
        }
        while try pull.child() {
            guard pull.isNamed("data") else {
                try foreign()
                continue
            }
            try data(of: &edge)
        }
        edge.entries = edge.entries.inOrder
        try assembly.add(edge) { place }
    }

    private func data(of edge: inout NetworkEdge) throws(Problem) {
        let place = pull.place
        switch keys.edge[try pull.attribute("key") ?? ""] {
        case .label: edge.label = try pull.textOfElement()
        case .kind:
            let kind = try pull.textOfElement()
            edge.kind = kinds.number(of: kind).map { kinds.names[$0] } ?? kind
        case .weight:
            let text = try pull.textOfElement()
            edge.weight = PlainNumber.read(text)
            if edge.weight.map({ $0 < 0 }) ?? true { try assembly.report(.weight(text, place)) }
        case .direction:
            let text = try pull.textOfElement()
            edge.direction = try direction(text, place)
        case .spells: edge.spells = try times(place)
        case .field(let field): try add(&edge.entries, field, assembly.file.edgeFields, place)
        case nil: try undeclared()
        default: try assembly.leaveOut(pull)
        }
    }

    private func end(_ name: StaticString) throws(Problem) -> Int {
        let (place, assembly) = (pull.place, assembly)
        let number = try pull.withAttribute(name) { bytes throws(Problem) in try assembly.mention(bytes) { place } }
        guard let number else {
            throw refusal(
                "graphml.edge", Text("deze edge heeft geen \(name).", "this edge has no \(name)."),
                mend: Text("Noem de id van een knoop.", "Name the id of a node."))
        }
        return number
    }

    private func direction(_ text: String, _ place: Place) throws(Problem) -> NetworkDirection {
        if let direction = NetworkDirection(rawValue: text) { return direction }
        try assembly.report(.direction(text, place))
        return .undirected
    }

    private func times(_ place: Place) throws(Problem) -> [NetworkSpell] {
        let text = try pull.textOfElement()
        if let spells = Cell.spells(text) { return spells }
        try assembly.report(.time(text, place))
        return []
    }

    private func add(
        _ entries: inout [NetworkEntry], _ index: Int, _ fields: [NetworkField], _ place: Place
    ) throws(Problem) {
        let field = fields[index]
        let text = try pull.textOfElement()
        if entries.contains(where: { $0.field == index }) {
            return try assembly.report(.twice("graphml.data.twice", field.title, place))
        }
        if let value = Cell.read(text, field.type, isTimed: field.isTimed) {
            entries.append(NetworkEntry(index, value))
        } else if field.type == .number, ["nan", "inf", "-inf", "infinity", "-infinity"].contains(text.lowercased()) {
            assembly.remarkNoNumber()
        } else {
            try assembly.report(.value(text, field.type, of: field.title, place))
        }
    }

    /// Passes over what is no data; refuses a graph inside a node.
    private func foreign() throws(Problem) {
        if pull.isNamed("graph") { throw oneGraph }
        try assembly.leaveOut(pull)
    }

    private func undeclared() throws(Problem) {
        let key = try pull.attribute("key") ?? ""
        try assembly.report(
            refusal(
                "graphml.key",
                Text("de sleutel “\(key.inShort)” is niet verklaard.", "the key “\(key.inShort)” is not declared."),
                mend: Text("Verklaar hem met een element key.", "Declare it with an element key.")))
        try pull.skip()
    }

    private var oneGraph: Problem {
        refusal(
            "graphml.graphs", Text("er staat meer dan één graph in.", "there is more than one graph."),
            mend: Text("Bewaar elke graph in een eigen bestand.", "Save each graph in a file of its own."))
    }

    private func refusal(_ rule: String, _ message: Text, mend: Text) -> Problem {
        Problem(rule, in: pull.place, message, mend: mend)
    }
}

extension [NetworkEntry] {
    /// In the order of the fields.
    var inOrder: [NetworkEntry] { count < 2 ? self : sorted { $0.field < $1.field } }
}
