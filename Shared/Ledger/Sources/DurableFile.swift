import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Small files that are on disk, whole, once these functions return.
package enum DurableFile {
    package struct Failure: Error, CustomStringConvertible {
        let code: Int32
        package var description: String { String(cString: strerror(code)) }
        package var isTaken: Bool { code == EEXIST }
    }

    /// Writes a file that must not exist yet. It gets its name when it is complete: nobody finds half of it.
    package static func create(_ path: String, _ bytes: Data, mode: mode_t) throws {
        let draft = "\(path).\(UUID().uuidString).new"
        try write(draft, bytes, flags: O_CREAT | O_EXCL, mode: mode)
        defer { unlink(draft) }
        try publish(draft, as: path)
    }

    /// Replaces a file in one step: a reader sees the old or the new content, also after a crash.
    package static func replace(_ path: String, _ bytes: Data, mode: mode_t) throws {
        let draft = "\(path).\(getpid()).new"
        try write(draft, bytes, flags: O_CREAT | O_TRUNC, mode: mode)
        guard rename(draft, path) == 0 else { throw Failure(code: errno) }
        syncFolder(of: path)
    }

    /// Gives a finished draft its name, unless that name is taken.
    static func publish(_ draft: String, as path: String) throws {
        sync(draft)
        guard link(draft, path) == 0 else { throw Failure(code: errno) }
        unlink(draft)
        syncFolder(of: path)
    }

    private static func write(_ path: String, _ bytes: Data, flags: Int32, mode: mode_t) throws {
        let file = open(path, O_WRONLY | O_CLOEXEC | flags, mode)
        guard file >= 0 else { throw Failure(code: errno) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard written > 0 else { throw Failure(code: errno) }
            rest = rest.dropFirst(written)
        }
        guard fsync(file) == 0 else { throw Failure(code: errno) }
    }

    private static func syncFolder(of path: String) {
        sync(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    private static func sync(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }
}
