import Foundation

/// The overview page of an ecosystem beside a route that answers constant JSON, under the same load.
///
/// Asked without a session: everybody may see the examples, and only who signed in has a bound on reads.
enum Pages {
    static func measure(in folder: URL) async throws {
        let server = try ServedStore(folder.appendingPathComponent("pages.sqlite"))
        let overview = ServedStore.overview("city-deal")
        let length = try await server.get(overview)
        var pages: [Load] = []
        var constants: [Load] = []
        _ = try await Load.of(overview, at: server, seconds: 2)
        for _ in 1...5 {
            constants.append(try await Load.of("/health", at: server, seconds: 4))
            pages.append(try await Load.of(overview, at: server, seconds: 4))
        }
        let (page, constant) = (Load.median(pages), Load.median(constants))
        let rates = page.rate / constant.rate
        report(
            "overview pages a second / constant JSON", rates, "≥ 0.25", holds: rates >= 0.25,
            String(format: "%.0f/s of %d kB against %.0f/s", page.rate, length / 1000, constant.rate))
        let waits = page.p99 / constant.p99
        report(
            "p99 of the overview page / constant JSON", waits, "≤ 5", holds: waits <= 5,
            String(format: "%.2f ms against %.2f ms", page.p99 * 1000, constant.p99 * 1000))
        print("     resident after it: \(server.resident / 1_000_000) MB")
        try server.stop()
    }
}
