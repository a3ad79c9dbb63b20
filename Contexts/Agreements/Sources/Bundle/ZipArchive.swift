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

    /// Letters, digits and `.-_/`; no part that is empty or begins with a dot.
    static func isUsable(_ name: String) -> Bool {
        var previous = UInt8(ascii: "/")
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                break
            case UInt8(ascii: "."), UInt8(ascii: "/"): if previous == UInt8(ascii: "/") { return false }
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "/") && name.utf8.count <= limits.name
    }

    package var encoded: Data { Data(Self.bytes(of: files, sums: files.map { CRC32.of($0.bytes) })) }

    /// The bytes of an archive; `sums` are the checksums of the files.
    static func bytes(of files: [File], sums: [UInt32]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(files.reduce(22) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 76 })
        var directory: [UInt8] = []
        for (file, sum) in zip(files, sums) {
            let offset = out.count
            let head = head(file, sum)
            out.append(littleEndian: 0x0403_4b50, 4)
            out += head
            out += file.name.utf8
            out += file.bytes
            directory.append(littleEndian: 0x0201_4b50, 4)
            directory.append(littleEndian: 20, 2)
            directory += head
            directory += [UInt8](repeating: 0, count: 10)
            directory.append(littleEndian: offset, 4)
            directory += file.name.utf8
        }
        let start = out.count
        out += directory
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
    private static func head(_ file: File, _ sum: UInt32) -> [UInt8] {
        var head: [UInt8] = []
        head.append(littleEndian: 20, 2)
        head.append(littleEndian: 0, 6)
        head.append(littleEndian: 0x0021, 2)
        head.append(littleEndian: Int(sum), 4)
        head.append(littleEndian: file.bytes.count, 4)
        head.append(littleEndian: file.bytes.count, 4)
        head.append(littleEndian: file.name.utf8.count, 2)
        head.append(littleEndian: 0, 2)
        return head
    }
}

extension [UInt8] {
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
