import Kernel

/// A table of text as spreadsheets write it: cells between commas or semicolons, quoted where needed.
struct SheetReader {
    struct Line: Sendable, Hashable {
        /// Of the file, from 1; a quoted cell may run on over more lines.
        let number: Int
        let cells: [String]
    }

    /// Refuses more than this: a matrix of a thousand activities for each of a hundred parties, with room to spare.
    static let mostLines = 200_000

    private let bytes: [UInt8]
    private let separator: UInt8
    private var at = 0
    private var line = 1

    /// Every line that is not empty; refuses a quote that is not closed and text that is not UTF-8.
    static func lines(of bytes: [UInt8]) throws(Problem) -> [Line] {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem(
                "csv.encoding", Text("Dit bestand is geen UTF-8.", "This file is not UTF-8."),
                mend: Text("Bewaar het als “CSV UTF-8”.", "Save it as “CSV UTF-8”."))
        }
        var reader = SheetReader(bytes)
        var lines: [Line] = []
        while let line = try reader.next() {
            if line.cells.contains(where: { !$0.isEmpty }) { lines.append(line) }
            guard lines.count <= mostLines else {
                throw Problem(
                    "csv.size", Text("Meer dan \(mostLines) regels.", "More than \(mostLines) lines."),
                    mend: Text("Deel het bestand op.", "Divide the file."))
            }
        }
        return lines
    }

    private init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
        let header = self.bytes.prefix { $0 != 10 }
        separator = header.contains(UInt8(ascii: ";")) && !header.contains(UInt8(ascii: ",")) ? 59 : 44
    }

    private mutating func next() throws(Problem) -> Line? {
        guard at < bytes.count else { return nil }
        let start = line
        var cells: [String] = []
        while true {
            cells.append(try cell())
            guard at < bytes.count else { break }
            let byte = bytes[at]
            at += 1
            if byte == separator { continue }
            if byte == 13, at < bytes.count, bytes[at] == 10 { at += 1 }
            line += 1
            break
        }
        return Line(number: start, cells: cells)
    }

    /// Stops before what ends the cell.
    private mutating func cell() throws(Problem) -> String {
        var text: [UInt8] = []
        if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
            let start = line
            at += 1
            while true {
                guard at < bytes.count else { throw Self.unclosed(start) }
                let byte = bytes[at]
                at += 1
                if byte == 10 { line += 1 }
                guard byte == UInt8(ascii: "\"") else {
                    text.append(byte)
                    continue
                }
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
                at += 1
                text.append(byte)
            }
        }
        while at < bytes.count, bytes[at] != separator, bytes[at] != 10, bytes[at] != 13 {
            text.append(bytes[at])
            at += 1
        }
        return Self.plain(String(decoding: text, as: UTF8.self))
    }

    private static func unclosed(_ line: Int) -> Problem {
        Problem(
            "csv.quote", at: ["\(line)"],
            Text("Deze aanhaling wordt nergens gesloten.", "This quote is closed nowhere."),
            mend: Text("Zet een aanhalingsteken aan het einde van de cel.", "Put a quote at the end of the cell."))
    }

    /// Without spaces around it, and without the mark that keeps a spreadsheet from calculating with it.
    private static func plain(_ cell: String) -> String {
        var text = cell[...]
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        guard text.first == "'", let next = text.dropFirst().first, SheetWriter.calculates(next) else {
            return String(text)
        }
        return String(text.dropFirst())
    }
}

/// Writes such a table, with commas and `\r\n`.
enum SheetWriter {
    /// What a spreadsheet would take for a formula.
    static func calculates(_ first: Character) -> Bool { "=+-@\t".contains(first) }

    static func text(_ rows: [[String]]) -> String {
        var text = ""
        for row in rows { text += row.map(cell).joined(separator: ",") + "\r\n" }
        return text
    }

    private static func cell(_ text: String) -> String {
        let isFormula: Bool = if let first = text.first { calculates(first) } else { false }
        let safe = isFormula ? "'\(text)" : text
        let special: [UInt8] = [44, 34, 10, 13, 59]
        guard safe.utf8.contains(where: special.contains) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
