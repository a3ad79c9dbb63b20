import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program that was started. Not Foundation's `Process`: that lists the open files of its parent before it starts, and on
/// Linux reads beyond the end of the list when the many tests at work hold a thousand of them (seen 2026-11-21).
final class Child {
    struct NotStarted: Error, CustomStringConvertible {
        let code: Int32
        var description: String { String(cString: strerror(code)) }
    }

    private let id: pid_t
    private var ended: Int32?

    /// Starts a program with nothing to read, which writes to the files `out` and `err`.
    init(_ program: String, _ arguments: [String], environment: [String: String], out: Int32, err: Int32) throws {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, out, 1)
        posix_spawn_file_actions_adddup2(&actions, err, 2)
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, program, &actions, nil, words, settings)
        guard code == 0 else { throw NotStarted(code: code) }
        self.id = id
    }

    /// Waits for its end and gives its exit code, or the number of the signal that ended it.
    func wait() -> Int32 {
        if let ended { return ended }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        let code = signal == 0 ? (status >> 8) & 0xFF : signal
        ended = code
        return code
    }

    func terminate() { if ended == nil { kill(id, SIGTERM) } }

    deinit {
        guard ended == nil else { return }
        terminate()
        _ = wait()
    }
}
