import Agreements
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary
import Testing

/// A house that keeps its own log may write in it what it likes, without any rule. It cannot sign for others.
@Suite("Bundles of a house that forges its own log")
struct ForgedHouseTests {
    /// The bundle that such a house gives after a change to one record.
    private func bundle(_ change: RecordChange, of folder: Folder, as name: String) async throws {
        let store = folder[name + ".sqlite"]
        for suffix in ["", ".key"] {
            try FileManager.default.copyItem(atPath: folder["s.sqlite" + suffix], toPath: store + suffix)
        }
        let lawless = Catalogue(
            Catalogue.stelsel.contexts.map { ContextParts(id: $0.id, name: $0.name, kinds: $0.kinds) },
            rights: Catalogue.stelsel.rights)
        let ledger = try LedgerStore.open(path: store)
        let methods = try Library.load(folder: Program.repository.appendingPathComponent("Methods").path)
        let ecosystem = try await EcosystemHost(ledger: ledger, catalogue: lawless, methods: methods).ecosystem("buurt")
        _ = try await ecosystem.perform(ChangeRecords([change], process: true), by: .atTheMachine)
        let day = try #require(Day("2020-01-02"))
        let bundle = try ProofBundle(of: ID("samen"), version: 1, in: await ecosystem.state, on: day, ledger: ledger)
        try bundle.archive().encoded.write(to: URL(fileURLWithPath: folder[name + ".zip"]))
        try ledger.close()
    }

    /// Which check refuses it: ours and that of the verifier in Python.
    private func refusals(_ folder: Folder, _ name: String) throws -> [String] {
        let ours = try Program.run("agreement", "verify", folder[name + ".zip"])
        let theirs = try Verifier.run("verify.py", folder[name + ".zip"], in: folder)
        return [ours, theirs].map { answer in
            answer.status == 1 ? String(answer.err.firstMatch(of: /bundle\.\w+/)?.output ?? "?") : "accepted"
        }
    }

    /// A record added anew in the log, so that it is not a change that gives it away.
    private func replaced(_ signature: Signature, _ change: (inout Declaration) -> Void) throws -> RecordChange {
        var declaration = try Declaration(json: signature.declaration)
        change(&declaration)
        var forged = signature
        forged.declaration = declaration.json
        forged.answer = declaration.answer
        forged.reason = declaration.reason
        forged.person = ID(declaration.person)
        forged.except = declaration.except
        forged.party = ID(declaration.party)
        forged.mandate = declaration.mandate.map { ID($0.id) }
        return RecordChange("signatures", "forged-\(declaration.party)", .add(forged.values))
    }

    @Test("No declaration is accepted but the one that was signed")
    func declarations() async throws {
        let folder = try await SigningFolder.offered()
        for party in ["stad", "cloud"] { try SigningFolder.answer(folder, party) }
        let state = try stored(folder)
        let signature = try #require(state[Signature.self].sorted.first { $0.party == ID("stad") })
        let forgeries: [(String, (inout Declaration) -> Void)] = [
            (
                "reject",
                { declaration in
                    declaration.answer = .reject
                    declaration.reason = Text(same: "x")
                }
            ),
            ("person", { $0.person = "p-net" }), ("except", { $0.except = ["doel"] }),
            (
                "other",
                { declaration in
                    declaration.party = "net"
                    declaration.person = "p-net"
                    declaration.mandate?.id = "m-net"
                }
            ),
            ("limit", { $0.mandate?.limit = Money(cents: 100_000_000) }),
            ("hash", { $0.hash = Hash.hex("another text") }), ("version", { $0.version = 2 }),
        ]
        for (name, change) in forgeries {
            try await bundle(try replaced(signature, change), of: folder, as: name)
            #expect(try refusals(folder, name) == ["bundle.signature", "bundle.signature"], "\(name)")
        }
    }

    @Test("No text takes the place of the one that was signed, no key that of another, and a revoked key signs nothing")
    func records() async throws {
        let folder = try await SigningFolder.offered()
        for party in ["stad", "cloud"] { try SigningFolder.answer(folder, party) }
        let state = try stored(folder)
        var version = try #require(state[AgreementVersion.self].sorted.first)
        var text = try #require(version.text)
        text.name = Text(same: "Iets anders")
        version.document = text.json
        version.hash = text.hash
        let other = try #require(state[SigningKey.self][ID("k-cloud")]).publicKey
        let forgeries: [(String, RecordChange, String)] = [
            ("text", RecordChange("versions", version.id.rawValue, .put(version.values)), "bundle.version"),
            ("key", RecordChange("signingKeys", "k-stad", .patch(["publicKey": .string(other)])), "bundle.key"),
            ("owner", RecordChange("signingKeys", "k-stad", .patch(["organisation": "net"])), "bundle.key"),
            ("revoked", RecordChange("signingKeys", "k-stad", .patch(["revoked": "2020-01-01"])), "bundle.signature"),
        ]
        for (name, change, check) in forgeries {
            try await bundle(change, of: folder, as: name)
            #expect(try refusals(folder, name) == [check, check], "\(name)")
        }
        let label = RecordChange("signingKeys", "k-stad", .patch(["label": "Van de stad"]))
        try await bundle(label, of: folder, as: "label")
        #expect(try refusals(folder, "label") == ["accepted", "accepted"])
    }

    private func stored(_ folder: Folder) throws -> EcosystemState {
        let ledger = try LedgerStore.open(path: folder["s.sqlite"], readOnly: true)
        defer { try? ledger.close() }
        return try Replay(ledger: ledger, catalogue: .stelsel).state(of: "buurt")
    }
}
