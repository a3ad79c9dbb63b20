import Agreements
import Ecosystems
import Ensemble
import Foundation
import Kernel
import MethodLibrary
import Testing

/// An agreement that is ready to be signed, and signing it as people do.
enum SigningFolder {
    /// A store with an agreement of three parties offered to sign, and their keys in files.
    static func offered() async throws -> Folder {
        let folder = try Folder()
        let parties = ["stad", "net", "cloud"]
        var changes = [RecordChange("ecosystems", "buurt", .add(["name": "Buurt", "languages": ["nl"]]))]
        for party in parties {
            let algorithm = party == "net" ? "es256" : "ed25519"
            let made = try Program.run("sign", "--new-key", folder[party + ".key"], "--algorithm", algorithm)
            #expect(made.status == 0, "\(made.err)")
            let key = try #require(made.out.firstMatch(of: /algorithm: \w+\npublicKey: ([\w-]+)\n/)).output.1
            changes += [
                RecordChange("organisations", party, .add(["name": .string(party.capitalized), "sector": "company"])),
                RecordChange("persons", "p-\(party)", .add(["organisation": .string(party), "function": "directeur"])),
                RecordChange(
                    "mandates", "m-\(party)",
                    .add([
                        "person": .string("p-\(party)"), "organisation": .string(party), "scope": "Tekenen",
                        "level": "executive", "grantor": "bestuur",
                    ])),
                RecordChange(
                    "signingKeys", "k-\(party)",
                    .add([
                        "organisation": .string(party), "algorithm": .string(algorithm),
                        "publicKey": .string(String(key)),
                    ])),
            ]
        }
        changes += [
            RecordChange(
                "agreements", "samen",
                .add([
                    "name": "Samen", "kind": "cooperation", "partial": true,
                    "parties": .list(parties.map { ["organisation": .string($0)] }),
                ])),
            RecordChange(
                "clauses", "doel",
                .add([
                    "agreement": "samen", "position": 1, "heading": "Doel", "text": "Samen werken.", "optional": true,
                ])),
        ]
        try await carryOut(changes, in: folder)
        return folder
    }

    static func carryOut(_ changes: [RecordChange], in folder: Folder) async throws {
        let methods = try Library.load(folder: Program.repository.appendingPathComponent("Methods").path)
        let installation = try Installation.open(
            store: folder["s.sqlite"], methods: methods, clock: .fixed(1_577_880_000_000))
        let ecosystem = try await installation.host.begin("buurt")
        _ = try await ecosystem.perform(ChangeRecords(changes), by: .atTheMachine)
        _ = try await ecosystem.perform(ProposeVersion(agreement: "samen"), by: .atTheMachine)
        let offering = RecordChange(
            "offerings", "o", .add(["agreement": "samen", "agreementVersion": "samen-v1", "on": "2020-01-01"]))
        _ = try await ecosystem.perform(ChangeRecords([offering]), by: .atTheMachine)
        try await installation.close()
    }

    /// Draws up, signs and hands in.
    static func answer(_ folder: Folder, _ party: String, _ answer: String = "accept", _ more: String...) throws {
        let drawn = try Program.run(
            [
                "agreement", "declaration", "samen", "--party", party, "--answer", answer, "--person", "p-\(party)",
                "--mandate", "m-\(party)", "--store", folder["s.sqlite"], "--out", folder[party + ".json"],
            ] + more)
        #expect(drawn.status == 0, "\(drawn.err)")
        let signed = try Program.run(
            "sign", folder[party + ".json"], "--key", folder[party + ".key"], "--out", folder[party + ".signed"])
        #expect(signed.status == 0, "\(signed.err)")
        #expect(signed.err.contains("mandate “m-\(party)”: Tekenen"), "\(signed.err)")
        let handed = try Program.run("agreement", "answer", folder[party + ".signed"], "--store", folder["s.sqlite"])
        #expect(handed.status == 0, "\(handed.err)")
        #expect(handed.out == "signatures/samen-v1-01-\(party)\n")
    }
}

/// The verifier in Python, in the environment that `script/test` makes.
enum Verifier {
    struct NoPython: Error, CustomStringConvertible {
        var description: String { "There is no .venv: run script/test, or see script/needs." }
    }

    static func run(_ script: String, _ arguments: String..., in folder: Folder) throws -> Program.Answer {
        let python = Program.repository.appendingPathComponent(".venv/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: python) else { throw NoPython() }
        let path = Program.repository.appendingPathComponent("docs/verify/\(script)").path
        let (out, err) = (try folder.file("out"), try folder.file("err"))
        let child = try Child(
            python, [path] + arguments, environment: ["PYTHONDONTWRITEBYTECODE": "1"], out: out.fileDescriptor,
            err: err.fileDescriptor)
        return Program.Answer(status: child.wait(), out: try folder.text("out"), err: try folder.text("err"))
    }
}
