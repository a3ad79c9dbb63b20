import Kernel

/// Reads GraphML as it comes: one graph with nodes, edges and their data. Nodes may come after the edges that name them.
struct GraphMLReader {
    let pull: XMLPull
    let assembly: NetworkAssembly
    private(set) var keys = GraphMLKeys()
    let kinds = NameTable()
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
}

extension [NetworkEntry] {
    /// In the order of the fields.
    var inOrder: [NetworkEntry] { count < 2 ? self : sorted { $0.field < $1.field } }
}
