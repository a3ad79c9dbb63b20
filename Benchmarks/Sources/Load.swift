import Foundation

/// What wrk tells of one address under load: 32 connections that stay open, each asking again when it is answered.
struct Load {
    /// Answers a second.
    let rate: Double
    /// Seconds within which 99 of 100 answers came.
    let p99: Double

    /// Refuses any answer but 200, and any connection that fails.
    static func of(_ path: String, at server: ServedStore, seconds: Int) async throws -> Load {
        try await server.get(path)
        let load = try Load(wrk(["--threads", "1", "--connections", "32", "--duration", "\(seconds)s"], server, path))
        try await server.get(path)
        return load
    }

    /// The median of each figure.
    static func median(_ loads: [Load]) -> Load {
        Load(rate: loads.map(\.rate).median, p99: loads.map(\.p99).median)
    }

    private init(rate: Double, p99: Double) {
        self.rate = rate
        self.p99 = p99
    }

    private init(_ told: String) throws {
        guard !told.contains("Non-2xx"), !told.contains("Socket errors"),
            let rate = told.firstMatch(of: /Requests\/sec:\s+([0-9.]+)/).flatMap({ Double($0.1) }), rate > 0,
            let slow = told.firstMatch(of: /99%\s+([0-9.]+)(us|ms|s)\n/), let number = Double(slow.1)
        else { throw ServedStore.Failure(description: "Not every answer was 200:\n\(told)") }
        let unit = slow.2 == "us" ? 1e-6 : slow.2 == "ms" ? 1e-3 : 1
        self.init(rate: rate, p99: number * unit)
    }

    private static func wrk(_ options: [String], _ server: ServedStore, _ path: String) throws -> String {
        let wrk = Process()
        wrk.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        wrk.arguments = ["wrk", "--latency"] + options + [server.address + path]
        let output = Pipe()
        wrk.standardOutput = output
        try wrk.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        wrk.waitUntilExit()
        guard wrk.terminationStatus == 0 else { throw ServedStore.Failure(description: "wrk did not run.") }
        return String(decoding: told, as: UTF8.self)
    }
}
