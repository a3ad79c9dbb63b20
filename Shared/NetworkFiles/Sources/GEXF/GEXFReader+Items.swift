import Kernel

extension GEXFReader {
    mutating func node(_ parent: String?) throws(Problem) {
        let place = pull.place
        let id = try pull.attribute("id") ?? ""
        let label = try pull.attribute("label") ?? ""
        let above = try pull.attribute("pid")
        assembly.leaveOutAttributes(pull, but: Self.ofNodes)
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
        assembly.leaveOutAttributes(pull, but: Self.ofEdges)
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
        try assembly.add(edge)
    }

    private static let ofTimes: [StaticString] = [
        "start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals",
    ]
    private static let ofNodes: [StaticString] = ["id", "label", "pid"] + ofTimes
    private static let ofEdges: [StaticString] =
        ["source", "target", "id", "type", "weight", "kind", "label"] + ofTimes

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
        } else if pull.isNamed("spells") || pull.isNamed("slices") {
            // GEXF 1.1 calls them slices.
            while try pull.child() {
                if pull.isNamed("spell") || pull.isNamed("slice") {
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
}
