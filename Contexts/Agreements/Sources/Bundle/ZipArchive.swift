import Foundation
import Kernel

/// Files in a zip, in the one form that this house writes: stored without compression, sorted by name, all dated 1 January 1980,
/// nothing between, before or after. The same files are always the same bytes.
package struct ZipArchive: Sendable, Hashable {
    package struct File: Sendable, Hashable {
        package let name: String
        package let bytes: Data

        package init(_ name: String, _ bytes: Data) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The most that is written or read.
    package static let limits = (bytes: 64 << 20, files: 20_000, name: 200)

    /// Sorted by name.
    package let files: [File]

    /// Refuses names that could be a place elsewhere, doubles, and more than fits.
    package init(_ files: [File]) throws(Problem) {
        let sorted = files.sorted { $0.name < $1.name }
        for (index, file) in sorted.enumerated() {
            guard Self.isUsable(file.name), index == 0 || sorted[index - 1].name != file.name else {
                throw .zip(file.name, Text("deze naam kan niet", "this name cannot be"))
            }
        }
        let size = sorted.reduce(22) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 76 }
        guard sorted.count <= Self.limits.files, size <= Self.limits.bytes else {
            throw .zip("", Text("het is te veel", "it is too much"))
        }
        self.files = sorted
    }

    package subscript(name: String) -> Data? { files.first { $0.name == name }?.bytes }

    /// Lower-case letters, digits and `.-_/`; no part that is empty or begins with a dot.
    static func isUsable(_ name: String) -> Bool {
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "/"):
                true
            default: false
            }
        }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return allowed && name.utf8.count <= limits.name && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    }

    package var encoded: Data {
        var out = Data()
        out.reserveCapacity(files.reduce(22) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 76 })
        var directory = Data()
        for file in files {
            let offset = out.count
            let head = Self.head(file)
            out.append(littleEndian: 0x0403_4b50, 4)
            out.append(head)
            out.append(contentsOf: file.name.utf8)
            out.append(file.bytes)
            directory.append(littleEndian: 0x0201_4b50, 4)
            directory.append(littleEndian: 20, 2)
            directory.append(head)
            directory.append(Data(count: 10))
            directory.append(littleEndian: offset, 4)
            directory.append(contentsOf: file.name.utf8)
        }
        let start = out.count
        out.append(directory)
        out.append(littleEndian: 0x0605_4b50, 4)
        out.append(littleEndian: 0, 4)
        out.append(littleEndian: files.count, 2)
        out.append(littleEndian: files.count, 2)
        out.append(littleEndian: directory.count, 4)
        out.append(littleEndian: start, 4)
        out.append(littleEndian: 0, 2)
        return out
    }

    /// What a file's local header and its entry in the directory share: version 2.0, no flags, stored, the date, sum and sizes.
    private static func head(_ file: File) -> Data {
        var head = Data()
        head.append(littleEndian: 20, 2)
        head.append(littleEndian: 0, 6)
        head.append(littleEndian: 0x0021, 2)
        head.append(littleEndian: Int(CRC32.of(file.bytes)), 4)
        head.append(littleEndian: file.bytes.count, 4)
        head.append(littleEndian: file.bytes.count, 4)
        head.append(littleEndian: file.name.utf8.count, 2)
        head.append(littleEndian: 0, 2)
        return head
    }
}

extension Data {
    fileprivate mutating func append(littleEndian number: Int, _ width: Int) {
        for place in 0..<width { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}

extension Problem {
    /// The container itself does not fit.
    static func zip(_ file: String, _ why: Text) -> Problem { .bundle("zip", file, why) }

    /// A check of a bundle that fails, and on which file.
    static func bundle(_ check: String, _ file: String, _ why: Text) -> Problem {
        Problem(
            "bundle.\(check)", at: file.isEmpty ? [] : [file],
            Text("Dit klopt niet: \(why.nl).", "This does not fit: \(why.en)."),
            mend: Text(
                "Vraag het bestand opnieuw aan wie het gaf.", "Ask for the file again from whoever gave it."))
    }
}
