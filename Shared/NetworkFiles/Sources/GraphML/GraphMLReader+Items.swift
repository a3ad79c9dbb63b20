import Kernel

extension GraphMLReader {
    func node() throws(Problem) {
        let place = pull.place
        let id = try pull.attribute("id") ?? ""
        assembly.leaveOutAttributes(pull, but: ["id", "parse.indegree", "parse.outdegree"])
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

    func edge() throws(Problem) {
        let place = pull.place
        var edge = NetworkEdge(from: try end("source"), to: try end("target"))
        edge.id = try pull.attribute("id") ?? ""
        assembly.leaveOutAttributes(pull, but: ["source", "target", "id", "directed"])
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
        try assembly.add(edge)
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

    func direction(_ text: String, _ place: Place) throws(Problem) -> NetworkDirection {
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

    func add(
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
}
