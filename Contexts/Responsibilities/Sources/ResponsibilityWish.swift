import Kernel

/// What a table asks for, before it is known whether that can be.
package struct ResponsibilityWish: Sendable {
    /// One assignment of a table with a line for each.
    struct Entry: Sendable {
        let line: Int
        let subject: ResponsibilitySubject
        let party: ResponsibleParty
        let part: ResponsiblePart
        let period: Period
        let clause: String
        let note: String
    }

    /// One cell of a matrix.
    struct Cell: Sendable {
        let line: Int
        let subject: ResponsibilitySubject
        let party: ResponsibleParty
        let parts: Set<ResponsiblePart>
    }

    private(set) var entries: [Entry] = []
    private(set) var cells: [Cell] = []
    private var problems: [Problem] = []

    /// How many assignments or cells there are.
    package var count: Int { entries.count + cells.count }

    /// Reads a table in either form; refuses every line that is wrong, by its number.
    package init(table bytes: [UInt8]) throws(Refusal) {
        let lines: [SheetReader.Line]
        do throws(Problem) { lines = try SheetReader.lines(of: bytes) } catch { throw .invalid([error]) }
        guard let header = lines.first else { throw .invalid([.noTable]) }
        let titles = header.cells.map { $0.lowercased() }
        if titles.contains("party"), titles.contains("part") {
            readEntries(lines.dropFirst(), titles)
        } else if titles.first == "subject" {
            readMatrix(lines.dropFirst(), header.cells)
        } else {
            throw .invalid([.noTable])
        }
        guard problems.isEmpty else { throw .invalid(Array(problems.prefix(200))) }
    }

    private mutating func readEntries(_ lines: ArraySlice<SheetReader.Line>, _ titles: [String]) {
        for title in titles where !ResponsibilityTable.columns.contains(title) {
            problems.append(.unknownColumn(title))
        }
        for line in lines {
            guard line.cells.count <= titles.count else {
                problems.append(.tooManyCells(line.number, titles.count))
                continue
            }
            let row = Dictionary(zip(titles, line.cells), uniquingKeysWith: { first, _ in first })
            let activity = row["activity"] ?? "", model = row["model"] ?? "", layer = row["layer"] ?? ""
            let subject: ResponsibilitySubject? =
                activity.isEmpty
                ? (model.isEmpty || layer.isEmpty ? nil : .layer(model: model, layer: layer))
                : (model + layer).isEmpty ? .activity(ID(activity)) : nil
            let part = ResponsiblePart(letter: row["part"] ?? "") ?? ResponsiblePart(rawValue: row["part"] ?? "")
            if subject == nil { problems.append(.badCell(line.number, "activity", Self.aboutWhat)) }
            if part == nil { problems.append(.badCell(line.number, "part", Self.letters)) }
            if (row["party"] ?? "").isEmpty { problems.append(.badCell(line.number, "party", Self.aParty)) }
            let from = day(row["from"], line.number, "from"), until = day(row["until"], line.number, "until")
            guard let subject, let part, let party = row["party"], !party.isEmpty else { continue }
            entries.append(
                Entry(
                    line: line.number, subject: subject, party: ResponsibleParty(name: party), part: part,
                    period: Period(from: from, until: until), clause: row["clause"] ?? "", note: row["note"] ?? ""))
        }
    }

    private mutating func day(_ text: String?, _ line: Int, _ column: String) -> Day? {
        guard let text, !text.isEmpty else { return nil }
        if let day = Day(text) { return day }
        problems.append(.badCell(line, column, Text("een dag als 2026-03-01", "a day such as 2026-03-01")))
        return nil
    }

    private mutating func readMatrix(_ lines: ArraySlice<SheetReader.Line>, _ header: [String]) {
        let first = header.dropFirst().first?.lowercased() == "title" ? 2 : 1
        for line in lines {
            guard let subject = ResponsibilitySubject(id: line.cells.first ?? "") else {
                problems.append(.badCell(line.number, "subject", Self.aboutWhat))
                continue
            }
            guard line.cells.count <= header.count else {
                problems.append(.tooManyCells(line.number, header.count))
                continue
            }
            for (index, name) in header.enumerated().dropFirst(first) {
                let letters = (index < line.cells.count ? line.cells[index] : "").filter { !"/, ".contains($0) }
                let parts = letters.map { ResponsiblePart(letter: String($0)) }
                guard !name.isEmpty, !parts.contains(nil) else {
                    problems.append(.badCell(line.number, name, Self.letters))
                    continue
                }
                cells.append(
                    Cell(
                        line: line.number, subject: subject, party: ResponsibleParty(name: name),
                        parts: Set(parts.compactMap { $0 })))
            }
        }
    }

    private static let letters = Text("R, A, S, C of I", "R, A, S, C or I")
    private static let aParty = Text(
        "de id van een organisatie, of bodies/id", "the id of an organisation, or bodies/id")
    private static let aboutWhat = Text(
        "een activiteit, of een leveringsmodel met een beheerlaag", "an activity, or a delivery model with a layer")
}

extension Problem {
    static func badCell(_ line: Int, _ column: String, _ wanted: Text) -> Problem {
        Problem(
            "csv.cell", at: ["\(line)", column],
            Text("Regel \(line): hier hoort \(wanted.nl).", "Line \(line): this should be \(wanted.en)."))
    }

    fileprivate static let noTable = Problem(
        "csv.header",
        Text("De eerste regel noemt de kolommen niet.", "The first line does not name the columns."),
        mend: Text(
            "Begin met activity,party,part of, voor een matrix, met subject en daarna de partijen.",
            "Begin with activity,party,part or, for a matrix, with subject and then the parties."))

    fileprivate static func unknownColumn(_ title: String) -> Problem {
        Problem(
            "csv.header", at: [title], Text("De kolom “\(title)” bestaat niet.", "There is no column “\(title)”."),
            mend: Text(
                "Kolommen: \(ResponsibilityTable.columns.joined(separator: ", ")).",
                "Columns: \(ResponsibilityTable.columns.joined(separator: ", "))."))
    }

    fileprivate static func tooManyCells(_ line: Int, _ count: Int) -> Problem {
        Problem(
            "csv.cells", at: ["\(line)"],
            Text("Regel \(line) heeft meer dan \(count) cellen.", "Line \(line) has more than \(count) cells."),
            mend: Text("Zet cellen met een komma tussen aanhalingstekens.", "Quote cells with a comma in them."))
    }
}
