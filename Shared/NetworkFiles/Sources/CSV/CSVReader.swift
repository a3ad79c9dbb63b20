import Kernel

/// Reads a table of edges or of nodes, row by row.
struct CSVReader {
    private var rows: CSVRows
    private let columns: CSVColumns
    private let assembly: NetworkAssembly
    private let kinds = NameTable()
    private var isAllDirected = true

    /// Reads a whole table into an assembly. Refuses what is broken with line and column; what is wrong in a row is kept there.
    static func read(_ window: ByteWindow, into assembly: NetworkAssembly) throws(Problem) {
        var rows = try CSVRows(window)
        guard try rows.next() else {
            throw Problem(
                "csv.header", in: window.place(of: window.at), Text("het bestand is leeg.", "the file is empty."),
                mend: Text("Begin met een regel die de kolommen noemt.", "Begin with a line that names the columns."))
        }
        var reader = CSVReader(rows: rows, columns: try CSVColumns(rows, assembly), assembly: assembly)
        try reader.readRows()
    }

    private init(rows: CSVRows, columns: CSVColumns, assembly: NetworkAssembly) {
        self.rows = rows
        self.columns = columns
        self.assembly = assembly
    }

    private mutating func readRows() throws(Problem) {
        while try rows.next() {
            guard rows.fields.count == columns.meanings.count else {
                try assembly.report(wrongLength)
                continue
            }
            if columns.isNodes { try node() } else { try edge() }
        }
        if !columns.isNodes, columns.hasDirection, isAllDirected, !assembly.file.edges.isEmpty {
            assembly.file.defaultDirection = .directed
        }
    }

    private mutating func edge() throws(Problem) {
        var edge = NetworkEdge(from: 0, to: 0, direction: assembly.file.defaultDirection)
        for (index, meaning) in columns.meanings.enumerated() {
            switch meaning {
            case .from: edge.from = try end(index)
            case .to: edge.to = try end(index)
            case .weight: edge.weight = try weight(index)
            case .kind: edge.kind = try kind(index)
            case .id: edge.id = try rows.text(index)
            case .label: edge.label = try rows.text(index)
            case .direction: edge.direction = try direction(index)
            case .spells: edge.spells = try spells(index)
            case .field(let field):
                if let entry = try entry(index, field, assembly.file.edgeFields) { edge.entries.append(entry) }
            }
        }
        if edge.direction != .directed { isAllDirected = false }
        try assembly.add(edge)
    }

    private func node() throws(Problem) {
        var node = NetworkNode(id: "")
        var label = ""
        for (index, meaning) in columns.meanings.enumerated() {
            switch meaning {
            case .id: node.id = try rows.text(index)
            case .label: label = try rows.text(index)
            case .spells: node.spells = try spells(index)
            case .field(let field):
                if let entry = try entry(index, field, assembly.file.nodeFields) { node.entries.append(entry) }
            default: break
            }
        }
        let (window, start) = (rows.window, rows.start)
        try assembly.add(
            NetworkNode(id: node.id, label: label, entries: node.entries, spells: node.spells)
        ) { window.place(of: start) }
    }

    private func end(_ index: Int) throws(Problem) -> Int {
        let rows = rows
        guard rows.fields[index].hasQuotes else {
            return try assembly.mention(rows.bytes(index)) { rows.place(index) }
        }
        return try assembly.mention(rows.text(index)) { rows.place(index) }
    }

    private func weight(_ index: Int) throws(Problem) -> Double? {
        if rows.isAbsent(index) { return nil }
        let number = PlainNumber.read(rows.bytes(index), comma: hasDecimalCommas)
        guard let number, number >= 0 else {
            try assembly.report(.weight(rows.text(index), rows.place(index)))
            return nil
        }
        return number
    }

    /// Spreadsheets that put semicolons between fields write decimals with a comma.
    private var hasDecimalCommas: Bool { rows.separator == UInt8(ascii: ";") }

    /// Few kinds are seen often: each is one text.
    private mutating func kind(_ index: Int) throws(Problem) -> String {
        if rows.fields[index].hasQuotes { return try rows.text(index) }
        guard let number = kinds.number(of: rows.bytes(index)) else { throw Problem.encoding(rows.place(index)) }
        return kinds.names[number]
    }

    private func direction(_ index: Int) throws(Problem) -> NetworkDirection {
        let text = try rows.text(index)
        if let direction = NetworkDirection(rawValue: text.lowercased()) { return direction }
        if text.isEmpty { return assembly.file.defaultDirection }
        try assembly.report(.direction(text, rows.place(index)))
        return .undirected
    }

    private func spells(_ index: Int) throws(Problem) -> [NetworkSpell] {
        let text = try rows.text(index)
        if let spells = Cell.spells(text) { return spells }
        try assembly.report(.time(text, rows.place(index)))
        return []
    }

    private func entry(_ index: Int, _ field: Int, _ fields: [NetworkField]) throws(Problem) -> NetworkEntry? {
        if rows.isAbsent(index) { return nil }
        let text = try rows.text(index)
        let (type, isTimed) = (fields[field].type, fields[field].isTimed)
        if type == .number, !isTimed, hasDecimalCommas, let number = PlainNumber.read(rows.bytes(index), comma: true) {
            return NetworkEntry(field, .number(number))
        }
        if let value = Cell.read(text, type, isTimed: isTimed) { return NetworkEntry(field, value) }
        try assembly.report(.value(text, type, of: fields[field].title, rows.place(index)))
        return nil
    }

    private var wrongLength: Problem {
        let (found, wanted) = (rows.fields.count, columns.meanings.count)
        return Problem(
            "csv.columns", in: rows.window.place(of: rows.start),
            Text(
                "deze regel heeft \(found) velden; de eerste noemt er \(wanted).",
                "this line has \(found) fields; the first names \(wanted)."),
            mend: Text(
                "Zet een veld met een scheidingsteken tussen aanhalingstekens.",
                "Put a field that holds a separator in quotes."))
    }
}
