import Foundation
import Kernel
import Ledger
import Testing

@testable import Agreements
@testable import Ecosystems

/// A store on disk in which everything was carried out that a sample went through.
final class SignedStore: Sendable {
    private let folder: URL
    let ledger: LedgerStore
    let ecosystem: Ecosystem

    init(_ sample: Sample) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "signed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let now = sample.now
        ledger = try LedgerStore.open(path: folder.appending(path: "s.sqlite").path, now: { now })
        let host = EcosystemHost(
            ledger: ledger, catalogue: Sample.catalogue, methods: Sample.library, clock: .fixed(now))
        ecosystem = try await host.begin("buurt")
        let profile = RecordChange(Profile.naming.plural, "buurt", .put(["name": "Buurt", "languages": ["nl"]]))
        _ = try await ecosystem.perform(ChangeRecords([profile]), by: .atTheMachine)
        for command in sample.commands { _ = try await ecosystem.perform(command, by: .atTheMachine) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func bundle(version: Int? = nil, on day: Day, rendered: [RenderedDocument] = []) async throws -> Data {
        let state = await ecosystem.state
        return try ProofBundle(of: ID("samen"), version: version, in: state, on: day, ledger: ledger) { _, _ in rendered
        }
        .archive().encoded
    }
}

extension Sample {
    /// Three parties answered, one by passkey and one partly, and the text is in force.
    static func signed() throws -> Sample {
        var sample = try Sample.offered(["partial": true, "revocable": true, "entry": ["needs": "count", "count": 2]])
        try sample.answer("stad")
        var wish = sample.wish("net")
        wish.except = ["bijdrage"]
        let net = try wish.declaration(in: sample.situation, now: sample.now)
        try sample.carryOut(
            AnswerVersion(
                declaration: net, proof: try TestPasskey("net").proof(of: net.message), now: sample.now,
                persons: ["p-net"]))
        var no = sample.wish("cloud", .reject)
        no.reason = Text("Te duur.", "Too dear.")
        try sample.answer(try no.declaration(in: sample.situation, now: sample.now))
        try sample.patch("signingKeys", "k-stad", ["label": "Voor de stad"])
        return sample
    }
}
