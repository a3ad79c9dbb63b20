import Agreements
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary
import Signing

/// Verifying a bundle of 100 signatures, half of them Ed25519 and half ES256, beside those 100 signature checks alone: key,
/// message and signature at hand as bytes.
enum Bundles {
    private static let count = 100
    private static let rounds = 25
    private static let now: Int64 = 1_772_443_800_000

    static func measure(in folder: URL, methods: Library) async throws {
        let store = try LedgerStore.open(path: folder.appendingPathComponent("bundle.sqlite").path, now: { now })
        let host = EcosystemHost(ledger: store, catalogue: .stelsel, methods: methods, clock: .fixed(now))
        let ecosystem = try await host.begin("big")
        let keys = (0..<count).map { SecretKey($0.isMultiple(of: 2) ? .ed25519 : .es256) }
        let checks = try await sign(keys, ecosystem)
        let bundle = try ProofBundle(
            of: ID("samen"), in: await ecosystem.state, on: Clock.fixed(now).today, ledger: store)
        let bytes = try bundle.archive().encoded
        var (bare, whole) = ([Double](), [Double]())
        for _ in 1...rounds {
            bare.append(seconds { for check in checks { bench(check()) } })
            whole.append(try seconds { bench(try BundleCheck.report(on: bytes).answers.count == count) })
        }
        let ratio = whole.median / bare.median
        report(
            "verifying a bundle of \(count) signatures / the bare checks", ratio, "≤ 3", holds: ratio <= 3,
            "\(time(whole.median)) against \(time(bare.median)); \(bytes.count / 1000) kB")
        try store.close()
    }

    /// What came of it is used, so that it is not left out.
    private static func bench(_ holds: Bool) { if !holds { print("MISS a signature does not hold") } }

    /// An agreement between as many parties as there are keys, signed by all; gives the bare checks.
    private static func sign(_ keys: [SecretKey], _ ecosystem: Ecosystem) async throws -> [() -> Bool] {
        _ = try await ecosystem.perform(ChangeRecords(records(for: keys)), by: .atTheMachine)
        _ = try await ecosystem.perform(ProposeVersion(agreement: "samen"), by: .atTheMachine)
        let offering: [String: Value] = ["agreement": "samen", "agreementVersion": "samen-v1", "on": "2026-03-02"]
        _ = try await ecosystem.perform(
            ChangeRecords([RecordChange("offerings", "o", .add(offering))]), by: .atTheMachine)
        var checks: [() -> Bool] = []
        for (index, key) in keys.enumerated() {
            let wish = AnswerWish(
                agreement: "samen", answer: .accept, party: "org-\(index)", person: "p-\(index)", mandate: "m-\(index)")
            let declaration = try wish.declaration(
                in: try await ecosystem.reader(for: .atTheMachine).situation, now: now)
            let signed = try SignedDeclaration(declaration, with: key)
            _ = try await ecosystem.perform(
                AnswerVersion(declaration: declaration, proof: signed.proof, now: now, persons: nil), by: .atTheMachine)
            let (message, signature) = (declaration.message, Base64URL.decode(signed.proof?.signature ?? "") ?? Data())
            let (algorithm, raw) = (key.algorithm, key.publicKey.raw)
            checks.append { PublicKey(algorithm, raw: raw)?.isValid(signature: signature, for: message) == true }
        }
        return checks
    }

    private static func records(for keys: [SecretKey]) -> [RecordChange] {
        let parties: [Value] = keys.indices.map { ["organisation": .string("org-\($0)")] }
        let clause: [String: Value] = ["agreement": "samen", "position": 1, "heading": "Doel", "text": "Samen werken."]
        return [
            RecordChange("ecosystems", "big", .add(["name": "Big", "languages": ["nl"]])),
            RecordChange(
                "agreements", "samen", .add(["name": "Samen", "kind": "cooperation", "parties": .list(parties)])),
            RecordChange("clauses", "doel", .add(clause)),
        ]
            + keys.enumerated().flatMap { index, key in
                let party = Value.string("org-\(index)")
                return [
                    RecordChange("organisations", "org-\(index)", .add(["name": party, "sector": "company"])),
                    RecordChange("persons", "p-\(index)", .add(["organisation": party, "function": "directeur"])),
                    RecordChange(
                        "mandates", "m-\(index)",
                        .add([
                            "person": .string("p-\(index)"), "organisation": party, "scope": "Tekenen",
                            "level": "executive", "grantor": "bestuur",
                        ])),
                    RecordChange(
                        "signingKeys", "k-\(index)",
                        .add([
                            "organisation": party, "algorithm": .string(key.algorithm.rawValue),
                            "publicKey": .string(Base64URL.encode(key.publicKey.raw)),
                        ])),
                ]
            }
    }
}
