import Kernel

/// Reads GEXF 1.1 to 1.3 as it comes: nodes and edges with ids, labels, attributes that may change in time, and spells.
/// Hierarchies become a field `parent`, and what Gephi draws with becomes fields such as `viz:color`.
struct GEXFReader {
    let pull: XMLPull
    let assembly: NetworkAssembly
    /// Fields by the identifier that values refer to them with.
    let fieldsOfNodes = NameTable()
    let fieldsOfEdges = NameTable()
    let kinds = NameTable()

    /// Reads a whole file into an assembly. Refuses broken XML, and versions that are not known, with line and column.
    static func read(_ window: ByteWindow, into assembly: NetworkAssembly) throws(Problem) {
        let pull = try XMLPull(window, assembly.limits)
        var reader = GEXFReader(pull: pull, assembly: assembly)
        try reader.root()
    }

    private mutating func root() throws(Problem) {
        guard try pull.next() == .start, pull.localName == "gexf" else { throw notGEXF }
        let version = try pull.attribute("version") ?? ""
        guard ["1.1", "1.1draft", "1.2", "1.2draft", "1.3"].contains(version) else { throw unknownVersion(version) }
        while try pull.child() {
            if pull.isNamed("meta") {
                try meta()
            } else if pull.isNamed("graph") {
                try graph()
            } else {
                try assembly.leaveOut(pull)
            }
        }
        _ = try pull.next()
    }

    private func meta() throws(Problem) {
        if try pull.attribute("lastmodifieddate") != nil { remarkMeta() }
        while try pull.child() {
            if pull.isNamed("description") {
                assembly.file.name = try pull.textOfElement()
            } else {
                remarkMeta()
                try pull.skip()
            }
        }
    }

    private func remarkMeta() {
        assembly.remark(
            "loss.meta",
            Text("maker, trefwoorden of datum van het bestand", "creator, keywords or date of the file"))
    }

    private mutating func graph() throws(Problem) {
        if let text = try pull.attribute("defaultedgetype") {
            assembly.file.defaultDirection = try direction(text)
        }
        if assembly.file.name.isEmpty, let name = try pull.attribute("name") { assembly.file.name = name }
        assembly.leaveOutAttributes(
            pull,
            but: [
                "defaultedgetype", "mode", "name", "timeformat", "timerepresentation", "idtype", "start", "end",
                "timestamp",
                "count", "type",
            ])
        if try pull.attribute("mode") == "slice" {
            assembly.remark(
                "loss.slice", Text("het tijdstip van de hele doorsnede", "the time of the slice as a whole"))
        }
        while try pull.child() {
            if pull.isNamed("attributes") {
                try declarations()
            } else if pull.isNamed("nodes") {
                try nodes(parent: nil)
            } else if pull.isNamed("edges") {
                try edges()
            } else {
                try assembly.leaveOut(pull)
            }
        }
    }

    mutating func edges() throws(Problem) {
        while try pull.child() {
            if pull.isNamed("edge") { try edge() } else { try assembly.leaveOut(pull) }
        }
    }

    mutating func nodes(parent: String?) throws(Problem) {
        while try pull.child() {
            if pull.isNamed("node") { try node(parent) } else { try assembly.leaveOut(pull) }
        }
    }

    func direction(_ text: String) throws(Problem) -> NetworkDirection {
        if let direction = NetworkDirection(rawValue: text) { return direction }
        try assembly.report(.direction(text, pull.place))
        return .undirected
    }

    private var notGEXF: Problem {
        Problem(
            "gexf.root", in: pull.place,
            Text("dit bestand begint niet met het element gexf.", "this file does not begin with the element gexf."),
            mend: Text("Kies een bestand dat als GEXF is bewaard.", "Choose a file that was saved as GEXF."))
    }

    private func unknownVersion(_ version: String) -> Problem {
        Problem(
            "gexf.version", in: pull.place,
            Text(
                "versie “\(version.inShort)” van GEXF is niet bekend.",
                "version “\(version.inShort)” of GEXF is not known."),
            mend: Text(
                "Open het bestand in Gephi en bewaar het als GEXF 1.3.",
                "Open the file in Gephi and save it as GEXF 1.3."))
    }
}

extension XMLPull {
    /// Where the element that began last stands. Ask before reading on.
    var place: Place { window.place(of: tagStart) }
}

extension NetworkAssembly {
    /// Says which attributes of the element that began last are not known, and so not kept.
    func leaveOutAttributes(_ pull: XMLPull, but known: [StaticString]) {
        for name in pull.unknownAttributes(known) {
            remark("loss.attribute.\(name)", Text("het attribuut “\(name.inShort)”", "the attribute “\(name.inShort)”"))
        }
    }

    /// Passes over an element that is not known, and says so.
    func leaveOut(_ pull: XMLPull) throws(Problem) {
        let name = pull.localName
        remark("loss.element.\(name)", Text("het element “\(name.inShort)”", "the element “\(name.inShort)”"))
        try pull.skip()
    }
}
