import Agreements
import Ecosystems
import Ensemble
import Foundation
import Kernel
import MethodLibrary
import Testing

@Suite("stelsel agreement and stelsel sign")
struct AgreementTests {
    /// A store with an agreement of three parties offered to sign, and their keys in files.
    private func offered() async throws -> Folder {
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

    private func carryOut(_ changes: [RecordChange], in folder: Folder) async throws {
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
    private func answer(_ folder: Folder, _ party: String, _ answer: String = "accept", _ more: String...) throws {
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

    @Test("A key is made once, for its owner alone")
    func key() throws {
        let folder = try Folder()
        #expect(try Program.run("sign", "--new-key", folder["k"]).status == 0)
        let rights = try FileManager.default.attributesOfItem(atPath: folder["k"])[.posixPermissions] as? Int
        #expect(rights == 0o600)
        let again = try Program.run("sign", "--new-key", folder["k"])
        #expect(again.status == 1 && again.err.contains("key.file"))
        #expect(try Program.run("sign", "--new-key", folder["x"], "--algorithm", "rsa").status == 64)
        #expect(try Program.run("sign").status == 64)
        try folder.write("{}", to: "d.json")
        #expect(
            try Program.run("sign", folder["d.json"], "--key", folder["k"]).err.contains("ecosystem: field.required"))
    }

    @Test("From a declaration to a bundle that both verifiers accept, and no falsified copy of it")
    func wholeWay() async throws {
        let folder = try await offered()
        let store = folder["s.sqlite"]
        try answer(folder, "stad")
        let open = try Program.run("agreement", "list", "--store", store, "--json")
        #expect(
            open.out == """
                [{"ecosystem":"buurt","id":"samen","kind":"cooperation","parties":["stad","net","cloud"],\
                "state":"offered","version":1}]\n
                """)
        let twice = try Program.run("agreement", "answer", folder["stad.signed"], "--store", store)
        #expect(twice.status == 1 && twice.err.contains("signature.twice"), "\(twice.err)")
        try answer(folder, "net", "accept", "--except", "doel")
        try answer(folder, "cloud")
        #expect(try Program.run("agreement", "list", "--store", store).out.contains("in force  v1  stad, net, cloud"))

        for name in ["a.zip", "b.zip"] {
            let made = try Program.run("agreement", "bundle", "samen", "--store", store, "--out", folder[name])
            #expect(made.status == 0, "\(made.err)")
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder["a.zip"]))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder["b.zip"])) == bytes)
        let words = try Program.run("agreement", "verify", folder["a.zip"])
        #expect(words.status == 0 && words.lines.first == "Everything fits.", "\(words.out)\(words.err)")
        #expect(words.out.contains("with the key k-net (ES256 (P-256))") && words.out.contains("  without: doel"))
        let key = try Program.run("key", "show", "--store", store).out.dropLast()
        let json = try Program.run("agreement", "verify", folder["a.zip"], "--json", "--log-key", String(key))
        #expect(json.status == 0 && json.out.contains(#""ok":true"#), "\(json.out)")
        try falsified(bytes, in: folder)
        try await python(folder)
    }

    private func falsified(_ bytes: Data, in folder: Folder) throws {
        for offset in stride(from: 0, to: bytes.count, by: bytes.count / 12) {
            var broken = bytes
            broken[offset] ^= 0x10
            try broken.write(to: URL(fileURLWithPath: folder["broken.zip"]))
            let answer = try Program.run("agreement", "verify", folder["broken.zip"])
            #expect(answer.status == 1 && answer.err.contains("bundle."), "byte \(offset)")
        }
        let json = try Program.run("agreement", "verify", folder["broken.zip"], "--json")
        #expect(json.status == 1 && json.out.contains(#""ok":false"#) && json.out.contains(#""check":"bundle."#))
        #expect(try Program.run("agreement", "verify", folder["none.zip"]).status == 1)
    }

    @Test("What is not there, or not allowed, is refused in words")
    func refused() async throws {
        let folder = try await offered()
        let place = ["--store", folder["s.sqlite"]]
        let none = try Program.run(["agreement", "bundle", "anders", "--out", folder["x.zip"]] + place)
        #expect(none.status == 1 && none.err.contains("agreement.unknown"))
        let version = try Program.run(
            ["agreement", "bundle", "samen", "--version", "4", "--out", folder["x.zip"]] + place)
        #expect(version.status == 1 && version.err.contains("version.unknown"))
        let place2 = ["--party", "net", "--answer", "accept", "--person", "p-net"] + place
        let mandate = try Program.run(["agreement", "declaration", "samen"] + place2)
        #expect(mandate.status == 1 && mandate.err.contains("mandate.missing"), "\(mandate.err)")
        let elsewhere = try Program.run(["agreement", "list", "--ecosystem", "elders"] + place)
        #expect(elsewhere.status == 1 && elsewhere.err.contains("ecosystem.unknown"))
    }

    /// The verifier in Python, if the environment that `script/test` makes is there; it tries thousands of falsified copies.
    private func python(_ folder: Folder) async throws {
        let python = Program.repository.appendingPathComponent(".venv/bin/python").path
        let scripts = Program.repository.appendingPathComponent("docs/verify").path
        guard FileManager.default.isExecutableFile(atPath: python) else {
            Issue.record("There is no .venv: run script/test, or see script/needs.")
            return
        }
        func run(_ arguments: [String]) throws -> (status: Int32, out: String, err: String) {
            let (out, err) = (try folder.file("out"), try folder.file("err"))
            let status = try Child(
                python, arguments, environment: ["PYTHONDONTWRITEBYTECODE": "1"], out: out.fileDescriptor,
                err: err.fileDescriptor
            ).wait()
            return (status, try folder.text("out"), try folder.text("err"))
        }
        let verified = try run([scripts + "/verify.py", folder["a.zip"]])
        #expect(verified.status == 0 && verified.out.hasPrefix("Everything fits.\n"), "\(verified.err)")
        #expect(verified.out.contains("net: accept, by p-net, mandate m-net, key k-net (es256)"))
        let broken = try run([scripts + "/verify.py", folder["broken.zip"]])
        #expect(broken.status == 1 && broken.err.hasPrefix("verify: "))
        let falsified = try run([scripts + "/falsify.py", folder["a.zip"], "37"])
        #expect(
            falsified.status == 0 && falsified.out.hasSuffix(", 0 not refused\n"), "\(falsified.out)\(falsified.err)")
    }
}
