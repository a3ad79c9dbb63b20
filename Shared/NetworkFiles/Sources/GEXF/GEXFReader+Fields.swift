import Kernel

extension GEXFReader {
    /// `<attributes class="node" mode="dynamic"> … </attributes>`
    mutating func declarations() throws(Problem) {
        let isOfNodes: Bool
        switch try pull.attribute("class") {
        case "node": isOfNodes = true
        case "edge": isOfNodes = false
        case let other:
            throw Problem(
                "gexf.class", in: pull.place,
                Text(
                    "attributen zijn van node of van edge, niet van “\((other ?? "").inShort)”.",
                    "attributes are of node or of edge, not of “\((other ?? "").inShort)”."),
                mend: Text("Kies node of edge.", "Choose node or edge."))
        }
        let isTimed = try pull.attribute("mode") == "dynamic"
        while try pull.child() {
            if pull.isNamed("attribute") {
                try declaration(isOfNodes, isTimed)
            } else {
                try assembly.leaveOut(pull)
            }
        }
    }

    private mutating func declaration(_ isOfNodes: Bool, _ isTimed: Bool) throws(Problem) {
        let place = pull.place
        let id = try pull.attribute("id") ?? ""
        let nativeType = try pull.attribute("type") ?? "string"
        guard let type = GEXFTypes.neutral[nativeType] else { throw unknownType(nativeType, place) }
        var field = NetworkField(
            try pull.attribute("title") ?? id, type, id: id, isTimed: isTimed,
            nativeType: GEXFTypes.usual[type] == nativeType ? "" : nativeType)
        while try pull.child() {
            if pull.isNamed("default") {
                let text = try pull.textOfElement()
                field.standard = try value(text, field, place)
            } else if pull.isNamed("options") {
                field.options = try pull.textOfElement()
            } else {
                try assembly.leaveOut(pull)
            }
        }
        try add(field, isOfNodes, place)
    }

    private mutating func add(_ field: NetworkField, _ isOfNodes: Bool, _ place: Place) throws(Problem) {
        let fields = isOfNodes ? assembly.file.nodeFields : assembly.file.edgeFields
        guard fields.count < assembly.limits.fields else {
            throw Problem.tooMany("attributes", "attributen", assembly.limits.fields)
        }
        let number = isOfNodes ? fieldsOfNodes.number(of: field.id) : fieldsOfEdges.number(of: field.id)
        guard number == fields.count else {
            return try assembly.report(.twice("gexf.attribute.twice", field.id, place))
        }
        let unique = fields.uniquely(field)
        if isOfNodes { assembly.file.nodeFields.append(unique) } else { assembly.file.edgeFields.append(unique) }
    }

    private func unknownType(_ type: String, _ place: Place) -> Problem {
        Problem(
            "gexf.type", in: place,
            Text("het type “\(type.inShort)” is niet bekend.", "the type “\(type.inShort)” is not known."),
            mend: Text(
                "Kies een type van GEXF, zoals string, long of double.",
                "Choose a type of GEXF, such as string, long or double."))
    }

    /// The field of nodes that reading itself fills; made when it is not there. Its number among the fields stays the same.
    mutating func ownField(_ title: String, ofNodes: Bool) -> Int {
        let fields = ofNodes ? assembly.file.nodeFields : assembly.file.edgeFields
        let id = "stelsel.\(title)"
        if let known = fields.firstIndex(where: { $0.id == id }) { return known }
        let field = fields.uniquely(NetworkField(title, .text, id: id))
        if ofNodes {
            _ = fieldsOfNodes.number(of: id)
            assembly.file.nodeFields.append(field)
        } else {
            _ = fieldsOfEdges.number(of: id)
            assembly.file.edgeFields.append(field)
        }
        return fields.count
    }

    /// A value as GEXF writes it; nil, and told, when it is not of its type.
    func value(_ text: String, _ field: NetworkField, _ place: Place) throws(Problem) -> NetworkValue? {
        if field.type == .list { return .list(GEXFList.items(text)) }
        if let value = Cell.read(text, field.type) { return value }
        if field.type == .whole, let number = PlainNumber.read(text), let whole = Int(exactly: number) {
            return .whole(whole)
        }
        if field.type == .number, ["nan", "inf", "-inf", "infinity", "-infinity"].contains(text.lowercased()) {
            assembly.remarkNoNumber()
            return nil
        }
        try assembly.report(.value(text, field.type, of: field.title, place))
        return nil
    }
}

extension [NetworkField] {
    /// A field under a title that no other has.
    func uniquely(_ field: NetworkField) -> NetworkField {
        var field = field
        let titles = Set(map(\.title))
        if field.title.isEmpty { field.title = field.id.isEmpty ? "?" : field.id }
        if titles.contains(field.title), !field.id.isEmpty { field.title += " (\(field.id))" }
        while titles.contains(field.title) { field.title += "_" }
        return field
    }
}
