import Foundation
import Testing

@Suite("stelsel agreement and stelsel sign")
struct AgreementTests {
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
            try Program.run("sign", folder["d.json"], "--key", folder["k"]).err.contains("format: field.required"))
    }

    @Test("From a declaration to a bundle that both verifiers accept, and no falsified copy of it")
    func wholeWay() async throws {
        let folder = try await SigningFolder.offered()
        let store = folder["s.sqlite"]
        try SigningFolder.answer(folder, "stad")
        let open = try Program.run("agreement", "list", "--store", store, "--json")
        #expect(
            open.out == """
                [{"ecosystem":"buurt","id":"samen","kind":"cooperation","parties":["stad","net","cloud"],\
                "state":"offered","version":1}]\n
                """)
        let twice = try Program.run("agreement", "answer", folder["stad.signed"], "--store", store)
        #expect(twice.status == 1 && twice.err.contains("signature.twice"), "\(twice.err)")
        try SigningFolder.answer(folder, "net", "accept", "--except", "doel")
        try SigningFolder.answer(folder, "cloud")
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
        try python(folder)
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
        let folder = try await SigningFolder.offered()
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

    /// The verifier in Python tries thousands of falsified copies itself.
    private func python(_ folder: Folder) throws {
        let verified = try Verifier.run("verify.py", folder["a.zip"], in: folder)
        #expect(verified.status == 0 && verified.out.hasPrefix("Everything fits.\n"), "\(verified.err)")
        #expect(verified.out.contains("net: accept, by p-net, mandate m-net, key k-net (es256)"))
        let broken = try Verifier.run("verify.py", folder["broken.zip"], in: folder)
        #expect(broken.status == 1 && broken.err.hasPrefix("verify: "))
        let falsified = try Verifier.run("falsify.py", folder["a.zip"], "37", in: folder)
        #expect(
            falsified.status == 0 && falsified.out.hasSuffix(", 0 not refused\n"), "\(falsified.out)\(falsified.err)")
    }

    @Test("The example that lies beside the verifier in Python is accepted by both, and no falsified copy of it")
    func example() throws {
        let folder = try Folder()
        let file = Program.repository.appendingPathComponent("docs/verify/example.zip").path
        let ours = try Program.run("agreement", "verify", file)
        #expect(ours.status == 0 && ours.out.contains("with a passkey at stelsel.example.nl"), "\(ours.err)")
        let theirs = try Verifier.run("verify.py", file, in: folder)
        #expect(theirs.status == 0 && theirs.out.contains("passkey at stelsel.example.nl"), "\(theirs.err)")
        let falsified = try Verifier.run("falsify.py", file, "11", in: folder)
        #expect(
            falsified.status == 0 && falsified.out.hasSuffix(", 0 not refused\n"), "\(falsified.out)\(falsified.err)")
    }
}
