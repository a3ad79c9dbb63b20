import Foundation
import Kernel

/// Where bytes go: into memory, or into a file piece by piece.
final class ByteSink {
    private(set) var bytes: [UInt8] = []
    private let file: FileHandle?
    private let path: String
    private static let piece = 1 << 18

    /// Keeps everything in `bytes`.
    init() {
        file = nil
        path = ""
    }

    /// Writes to a file that is new or emptied; refuses (`file.failed`) when that cannot be done.
    init(path: String) throws(Problem) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Problem.unwritable(path) }
        file = handle
        self.path = path
        bytes.reserveCapacity(Self.piece + 4096)
    }

    func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    func write(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    func write(_ byte: UInt8) { bytes.append(byte) }

    /// To be called between parts: passes on what has come together.
    func breathe() throws(Problem) {
        if file != nil, bytes.count >= Self.piece { try flush() }
    }

    /// Passes everything on.
    func finish() throws(Problem) {
        guard let file else { return }
        try flush()
        do { try file.close() } catch { throw Problem.unwritable(path) }
    }

    private func flush() throws(Problem) {
        do { try file?.write(contentsOf: bytes) } catch { throw Problem.unwritable(path) }
        bytes.removeAll(keepingCapacity: true)
    }
}

extension Problem {
    static func unwritable(_ path: String) -> Problem {
        Problem(
            "file.failed", at: [path], Text("Dit bestand is niet te schrijven.", "This file cannot be written."),
            mend: Text(
                "Kijk of de map bestaat, of er ruimte is en of u er rechten toe hebt.",
                "See whether the folder exists, whether there is room and whether you may use it."))
    }
}
