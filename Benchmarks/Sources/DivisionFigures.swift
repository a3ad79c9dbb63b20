import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary
import Responsibilities

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The checks on 1,000 activities of 100 parties, all 100,000 cells filled, beside one page: that of the matrix itself, which holds the
/// checks too. Then the page beside the first page of an ecosystem that is small.
enum DivisionFigures {
    static func measure(in folder: URL, methods: Library) async throws {
        let place = folder.appendingPathComponent("division.sqlite")
        let store = try LedgerStore.open(path: place.path)
        try await fill(store)
        let state = try Replay(ledger: store, catalogue: .stelsel).state(of: "division")
        try store.close()
        guard let today = Day("2026-11-20") else { return }
        let places = ResponsibilityPlaces(methods)
        var (indexing, checking, read) = ([Double](), [Double](), 0)
        for _ in 1...5 {
            var matrix = ResponsibilityMatrix(state, on: today)
            indexing.append(seconds { matrix = ResponsibilityMatrix(state, on: today) })
            checking.append(seconds { read = ResponsibilityChecks(matrix, places).cellsRead })
        }
        let checks = indexing.median + checking.median
        let server = try ServedStore(place)
        try await server.signIn(store: place)
        let matrix = try await middle("/ecosystems/division/responsibilities", at: server)
        let empty = try await middle("/ecosystems/city-deal/responsibilities", at: server)
        let overview = try await middle(ServedStore.overview("city-deal"), at: server)
        try server.stop()
        let ratio = checks / matrix.time
        report(
            "checks on \(DivisionTown.activities) activities × \(DivisionTown.parties) parties / its matrix page",
            ratio,
            "≤ 1", holds: ratio <= 1,
            "\(time(checks)) for \(read) cells, of which the index \(time(indexing.median)), against \(time(matrix.time))"
        )
        print(
            "     matrix page \(time(matrix.time)), \(matrix.size / 1000) kB; of city-deal \(time(empty.time)); overview of city-deal \(time(overview.time))"
        )
    }

    /// The middle of nine answers to one who asks alone.
    private static func middle(_ path: String, at server: ServedStore) async throws -> (time: Double, size: Int) {
        let size = try await server.get(path)
        var times: [Double] = []
        for _ in 1...9 { times.append(try await seconds { try await server.get(path) }) }
        return (times.median, size)
    }

    /// Appends in parts; a store takes so many events at once.
    private static func fill(_ store: LedgerStore) async throws {
        let events = DivisionTown().events
        let actor = LedgerActor(person: "p", organisation: "o")
        var sequence = 0
        for start in stride(from: 0, to: events.count, by: 50_000) {
            let part = Array(events[start..<min(start + 50_000, events.count)])
            _ = try await store.append(
                ecosystem: "division", expected: sequence, command: "part-\(start)", actor: actor, events: part,
                outcome: Data())
            sequence += part.count
        }
    }
}

extension ServedStore {
    /// Signs in as an administrator, by a link that the command line makes.
    func signIn(store: URL) async throws {
        let link = try invited(to: store)
        guard let url = URL(string: link) else { throw Failure(description: "\(link) is no link.") }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data("next=".utf8)
        let status = try await status(of: request)
        guard status == 303 else { throw Failure(description: "The link answers \(status).") }
    }

    private func invited(to store: URL) throws -> String {
        let run = Process()
        run.executableURL = try Self.program
        run.arguments = [
            "user", "invite", "--store", store.path, "--administrator", "--name", "Bench", "--url", address,
        ]
        let output = Pipe()
        run.standardOutput = output
        run.standardError = FileHandle.nullDevice
        try run.run()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        run.waitUntilExit()
        guard run.terminationStatus == 0 else { throw Failure(description: "No link was made.") }
        return String(told.split(whereSeparator: \.isNewline).first ?? "")
    }
}
