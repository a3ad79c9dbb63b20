import Foundation

/// How soon a server shows a page after its start, and what it holds in memory while nobody asks for anything.
enum Starts {
    static func measure(in folder: URL) async throws {
        var first: [Double] = []
        var later: [Double] = []
        var resident = 0
        for round in 1...3 {
            let store = folder.appendingPathComponent("starts-\(round).sqlite")
            first.append(try await untilFirstPage(store) { _ in })
            later.append(
                try await untilFirstPage(store) { server in
                    for ecosystem in ServedStore.examples { try await server.get(ServedStore.overview(ecosystem)) }
                    try await Task.sleep(for: .seconds(4))
                    resident = max(resident, server.resident)
                })
        }
        let detail = "the slowest of \(later.map(time).joined(separator: ", "))"
        let slowest = later.max() ?? .infinity
        report("start until the first page, seconds", slowest, "≤ 1", holds: slowest <= 1, detail)
        let new = first.max() ?? .infinity
        report(
            "the same with a new store, examples put in, seconds", new, "≤ 1", holds: new <= 1,
            "the slowest of \(first.map(time).joined(separator: ", "))")
        let megabytes = Double(resident) / 1e6
        report(
            "four examples loaded, idle resident MB", megabytes, "≤ 120", holds: megabytes <= 120,
            "four seconds after the overview page of each was shown")
    }

    /// Seconds from the start of the process to a page; then `use`s the server, and stops it.
    private static func untilFirstPage(
        _ store: URL, _ use: (ServedStore) async throws -> Void
    ) async throws -> Double {
        let server = try ServedStore(store)
        try await server.get(ServedStore.overview("city-deal"))
        let taken = (ContinuousClock.now - server.started).seconds
        try await use(server)
        try server.stop()
        return taken
    }
}
