import Foundation
import Kernel

/// Where bytes come from, piece by piece.
protocol ByteSource {
    /// Puts at most as many bytes as fit, and gives how many; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int
}

/// Bytes of a file, read as they are needed.
struct FileBytes: ByteSource {
    private let path: String
    private let handle: FileHandle

    /// Refuses (`file.failed`) what cannot be opened.
    init(path: String) throws(Problem) {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw Problem.unreadable(path) }
        self.path = path
        self.handle = handle
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        do {
            guard let data = try handle.read(upToCount: buffer.count) else { return 0 }
            return data.copyBytes(to: buffer)
        } catch {
            throw Problem.unreadable(path)
        }
    }
}

/// Bytes that are there already.
struct GivenBytes: ByteSource {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        let count = min(buffer.count, bytes.count - at)
        buffer.copyBytes(from: bytes[at..<at + count])
        at += count
        return count
    }
}

extension Problem {
    static func unreadable(_ path: String) -> Problem {
        Problem(
            "file.failed", at: [path], Text("Dit bestand is niet te lezen.", "This file cannot be read."),
            mend: Text(
                "Kijk of het pad klopt en of u er rechten toe hebt.",
                "See whether the path is right and you may use it."))
    }
}
