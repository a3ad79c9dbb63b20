import Kernel

extension GEXFReader {
    mutating func node(_ parent: String?) throws(Problem) {
        let place = pull.place
        let id = try pull.attribute("id") ?? ""
        let label = try pull.attribute("label") ?? ""
        let above = try pull.attribute("pid")
        var item = Item(spells: try times())
        while try pull.child() {
            if pull.isNamed("nodes") {
                try nodes(parent: id)
            } else if pull.isNamed("edges") {
                try edges()
            } else if pull.isNamed("parents") {
                try parents(&item)
            } else {
                try part(&item, ofNodes: true)
            }
        }
        if let above = above ?? parent { item.parents.insert(above, at: 0) }
        if !item.parents.isEmpty {
            assembly.remark("kept.parent", Text("de knoop waar een knoop in ligt", "the node that a node lies in"))
            item.entries.append(
                NetworkEntry(ownField("parent", ofNodes: true), .text(item.parents.joined(separator: " "))))
        }
        let node = NetworkNode(id: id, label: label, entries: item.inOrder, spells: item.allSpells)
        try assembly.add(node) { place }
    }

    mutating func edge() throws(Problem) {
        let (place, assembly) = (pull.place, assembly)
        func end(_ name: StaticString) throws(Problem) -> Int {
            let number = try pull.withAttribute(name) { bytes throws(Problem) in
                try assembly.mention(bytes) { place }
            }
            guard let number else { throw noEnd(name, place) }
            return number
        }
        var edge = NetworkEdge(from: try end("source"), to: try end("target"))
        edge.id = try pull.attribute("id") ?? ""
        edge.label = try pull.attribute("label") ?? ""
        edge.direction =
            try pull.attribute("type").map { text throws(Problem) in try direction(text) }
            ?? assembly.file.defaultDirection
        edge.kind = try kind(place)
        if let written = try pull.attribute("weight") {
            if let weight = PlainNumber.read(written), weight >= 0 {
                edge.weight = weight
            } else {
                try assembly.report(.weight(written, place))
            }
        }
        var item = Item(spells: try times())
        while try pull.child() { try part(&item, ofNodes: false) }
        edge.entries = item.inOrder
        edge.spells = item.allSpells
        try assembly.add(edge) { place }
    }

    private func kind(_ place: Place) throws(Problem) -> String {
        let kinds = kinds
        let number = try pull.withAttribute("kind") { bytes throws(Problem) in
            guard let number = kinds.number(of: bytes) else { throw Problem.encoding(place) }
            return number
        }
        return number.map { kinds.names[$0] } ?? ""
    }

    /// What is gathered of one node or edge.
    struct Item {
        /// From its own tag.
        var spells: [NetworkSpell]
        /// From elements inside it, which say it more exactly.
        var inner: [NetworkSpell] = []
        var entries: [NetworkEntry] = []
        var parents: [String] = []

        var allSpells: [NetworkSpell] { inner.isEmpty ? spells : inner }
        var inOrder: [NetworkEntry] { entries.inOrder }
    }

    /// What nodes and edges have alike.
    private mutating func part(_ item: inout Item, ofNodes: Bool) throws(Problem) {
        if pull.isNamed("attvalues") {
            while try pull.child() {
                if pull.isNamed("attvalue") { try entry(&item.entries, ofNodes) } else { try assembly.leaveOut(pull) }
            }
        } else if pull.isNamed("spells") {
            while try pull.child() {
                if pull.isNamed("spell") {
                    item.inner += try times()
                    try pull.skip()
                } else {
                    try assembly.leaveOut(pull)
                }
            }
        } else if GEXFDrawing.names.contains(pull.localName) {
            try drawing(&item.entries, ofNodes)
        } else {
            try assembly.leaveOut(pull)
        }
    }

    private func parents(_ item: inout Item) throws(Problem) {
        while try pull.child() {
            if let parent = try pull.attribute("for") { item.parents.append(parent) }
            try pull.skip()
        }
    }

    /// Colour, size, place and shape, each kept as text.
    private mutating func drawing(_ entries: inout [NetworkEntry], _ ofNodes: Bool) throws(Problem) {
        let name = "viz:\(pull.localName)"
        var parts: [String] = []
        for attribute in pull.attributes {
            let key = String(decoding: pull.window.slice(attribute.name), as: UTF8.self)
            if !key.hasPrefix("xmlns") { parts.append("\(key)=\(try pull.text(of: attribute))") }
        }
        let field = ownField(name, ofNodes: ofNodes)
        entries.append(NetworkEntry(field, .text(parts.joined(separator: " "))))
        try pull.skip()
    }

    /// `<attvalue for="0" value="…" start="…" end="…"/>`
    private func entry(_ entries: inout [NetworkEntry], _ ofNodes: Bool) throws(Problem) {
        let place = pull.place
        let reference = try pull.attribute("for", or: "id") ?? ""
        guard let index = (ofNodes ? fieldsOfNodes : fieldsOfEdges).known(reference) else {
            try assembly.report(undeclared(reference, place))
            return try pull.skip()
        }
        let field = (ofNodes ? assembly.file.nodeFields : assembly.file.edgeFields)[index]
        let text = try pull.attribute("value") ?? ""
        let spells = try times()
        try pull.skip()
        guard let value = try value(text, field, place) else { return }
        let known = entries.firstIndex { $0.field == index }
        if field.isTimed {
            let moment = NetworkMoment(spells.first ?? NetworkSpell(), value)
            guard let known else { return entries.append(NetworkEntry(index, .timed([moment]))) }
            if case .timed(let moments) = entries[known].value { entries[known].value = .timed(moments + [moment]) }
        } else if known != nil || !spells.isEmpty {
            try assembly.report(unexpectedTime(field.title, place))
        } else {
            entries.append(NetworkEntry(index, value))
        }
    }

    private func undeclared(_ reference: String, _ place: Place) -> Problem {
        Problem(
            "gexf.attribute", in: place,
            Text(
                "het attribuut “\(reference.inShort)” is niet verklaard.",
                "the attribute “\(reference.inShort)” is not declared."),
            mend: Text("Verklaar het in attributes.", "Declare it in attributes."))
    }

    private func unexpectedTime(_ title: String, _ place: Place) -> Problem {
        Problem(
            "gexf.static", in: place,
            Text(
                "“\(title.inShort)” heeft hier een tijd of een tweede waarde, maar is niet als veranderlijk verklaard.",
                "“\(title.inShort)” has a time or a second value here, but is not declared as changing."),
            mend: Text("Verklaar het met mode=\"dynamic\".", "Declare it with mode=\"dynamic\"."))
    }

    private func noEnd(_ name: StaticString, _ place: Place) -> Problem {
        Problem(
            "gexf.edge", in: place, Text("deze edge heeft geen \(name).", "this edge has no \(name)."),
            mend: Text("Noem de id van een knoop.", "Name the id of a node."))
    }
}

/// What Gephi draws with.
enum GEXFDrawing {
    static let names: Set<String> = ["color", "position", "size", "shape", "thickness"]
    static let attributes: Set<String> = ["r", "g", "b", "a", "hex", "x", "y", "z", "value", "uri"]
}
