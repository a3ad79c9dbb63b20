import ArgumentParser
import Foundation
import Kernel

/// Where commands write: answers on standard output, everything else on standard error.
package enum Console {
    package static func out(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// A text that ends its own lines, such as a file.
    static func out(verbatim text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    package static func err(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// One line of JSON, keys sorted, so that the same answer is always the same bytes.
    static func out(json value: Value) { out(CanonicalJSON.string(value)) }

    /// Rows as columns, each as wide as its widest cell.
    static func out(rows: [[String]]) {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count + 2)
            }
            out(cells.joined())
        }
    }
}

extension Text {
    /// Both languages, for machines.
    var json: Value { ["nl": .string(nl), "en": .string(en)] }
}

extension Value {
    init(_ text: String?) { self = text.map(Value.string) ?? .null }

    init(_ number: Int?) { self = number.map(Value.whole) ?? .null }

    init(moment: Date?) { self.init(moment.map { $0.formatted(.iso8601) }) }
}

extension Language: ExpressibleByArgument {}
