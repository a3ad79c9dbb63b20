import Foundation
import Kernel

extension ZipArchive {
    /// Reads an archive. Refuses whatever this house would not have written: whoever reads the files has read every byte.
    package init(reading data: Data) throws(Problem) {
        guard data.count <= Self.limits.bytes else {
            throw .zip("", Text("het bestand is groter dan 64 MB", "the file is larger than 64 MB"))
        }
        let bytes = [UInt8](data)
        var files: [File] = []
        var sums: [UInt32] = []
        var at = 0
        while bytes.number(at, 4) == 0x0403_4b50 {
            guard let size = bytes.number(at + 22, 4), let length = bytes.number(at + 26, 2),
                at + 30 + length + size <= bytes.count, files.count < Self.limits.files
            else { throw .zip("", Text("het bestand houdt te vroeg op", "the file stops too early")) }
            let start = at + 30 + length
            guard let name = String(validating: bytes[at + 30..<start], as: UTF8.self), Self.isUsable(name) else {
                throw .zip("", Text("een naam bij byte \(at) kan niet", "a name at byte \(at) cannot be"))
            }
            let content = bytes[start..<start + size]
            let sum = CRC32.of(content)
            sums.append(sum)
            guard bytes.number(at + 14, 4) == Int(sum) else {
                throw .zip(name, Text("de CRC-32 past niet bij de inhoud", "its CRC-32 does not fit its content"))
            }
            files.append(File(name, Data(content)))
            at = start + size
        }
        try self.init(files)
        // In another order than ours the sums are those of other files, and so the bytes differ.
        let again = Self.bytes(of: self.files, sums: sums)
        guard again != bytes else { return }
        let differs = zip(again, bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? min(again.count, bytes.count)
        throw .zip(
            named(at: differs),
            Text("byte \(differs) staat er niet zoals het hoort", "byte \(differs) is not as it should be"))
    }

    /// The file in whose header or content a byte lies; empty in the directory.
    private func named(at offset: Int) -> String {
        var end = 0
        for file in files {
            end += 30 + file.name.utf8.count + file.bytes.count
            if offset < end { return file.name }
        }
        return ""
    }
}

extension [UInt8] {
    /// A little-endian number; nil beyond the end.
    fileprivate func number(_ offset: Int, _ width: Int) -> Int? {
        guard offset >= 0, offset + width <= count else { return nil }
        return (0..<width).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }
}
