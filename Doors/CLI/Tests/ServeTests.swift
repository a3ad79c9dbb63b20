import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif
import Testing

@Suite("stelsel serve")
struct ServeTests {
    @Test("serves the examples, prints the first link, and stops in good order on SIGTERM")
    func serve() async throws {
        let folder = try Folder()
        let server = try Server(folder, "--examples")

        let (status, body) = try await server.get("/health")
        let code = server.stop()

        #expect(server.greeting.last?.contains(/^Open http:\/\/localhost:\d+\/sign-in\/[A-Za-z0-9_-]{43}$/) == true)
        #expect(status == 200)
        #expect(body == #"{"status":"ok"}"#)
        #expect(code == 0)
        let verify = try Program.run("verify", "--store", folder["store.sqlite"])
        #expect(verify.status == 0)
        #expect(verify.out.contains(/ecosystems +4\n/))
        #expect(verify.out.contains(/checkpoint +signed/))
    }

    @Test("a second start adds nothing and invites again")
    func again() throws {
        let folder = try Folder()
        #expect(try Server(folder, "--examples").stop() == 0)
        let before = try Program.run("verify", "--store", folder["store.sqlite"]).out

        let server = try Server(folder, "--examples")
        #expect(server.stop() == 0)

        #expect(server.greeting.last?.hasPrefix("Open ") == true)
        #expect(try Program.run("verify", "--store", folder["store.sqlite"]).out == before)
    }

    @Test("a store that was rolled back is served for reading only, and says why")
    func damaged() async throws {
        let folder = try Small.folder()
        #expect(try Program.run("apply", folder["buurt"], "--store", folder["store.sqlite"]).status == 0)
        let early = try Data(contentsOf: URL(fileURLWithPath: folder["store.sqlite"]))
        try folder.write("- id: gemeente\n  name: Stad\n  sector: government\n", to: "buurt/organisations.yaml")
        #expect(try Program.run("apply", folder["buurt"], "--store", folder["store.sqlite"]).status == 0)
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder["store.sqlite\(suffix)"])
        }
        try early.write(to: URL(fileURLWithPath: folder["store.sqlite"]))

        let server = try Server(folder)
        let (status, body) = try await server.get("/health")

        #expect(
            server.greeting.first?.contains("for reading only: rolled back at entry 3: The store holds 3 entries")
                == true, "\(server.greeting)")
        #expect(status == 200)
        #expect(body == #"{"status":"read-only"}"#)
        #expect(server.stop() == 0)
    }

    @Test(
        "a store in which one letter was changed is served for reading only, on every page, and used by no other command"
    )
    func oneLetter() async throws {
        let folder = try Small.folder()
        let store = folder["store.sqlite"]
        #expect(try Program.run("apply", folder["buurt"], "--store", store).status == 0)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: store))
        while let place = bytes.range(of: Data("De Bakker".utf8)) { bytes[place.lowerBound + 3] = UInt8(ascii: "P") }
        try bytes.write(to: URL(fileURLWithPath: store))

        let server = try Server(folder)
        let (_, health) = try await server.get("/health")
        let (_, page) = try await server.get("/ecosystems/buurt")
        #expect(server.stop() == 0)

        #expect(server.greeting.first?.contains("for reading only: changed at entry") == true, "\(server.greeting)")
        #expect(health == #"{"status":"read-only"}"#)
        #expect(page.contains("role=\"alert\""))
        #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == bytes)
        for command in [
            ["apply", folder["buurt"]], ["export", "buurt", "--out", folder["out"]], ["diff", folder["buurt"]],
            ["backup", "--out", folder["copy.sqlite"]], ["user", "list"],
        ] {
            let answer = try Program.run(command + ["--store", store])
            #expect(answer.status == 1, "\(command)")
            #expect(answer.err.contains("store.damaged"), "\(command) \(answer.err)")
        }
    }

    @Test("a file that is no store is refused with exit code 1")
    func strange() throws {
        let folder = try Folder()
        try folder.write("this is a letter, not a store of anything at all", to: "letter.sqlite")

        let answer = try Program.run("serve", "--store", folder["letter.sqlite"], "--port", "0")

        #expect(answer.status == 1)
        #expect(answer.err.contains("ledger.notALedger"))
    }

    @Test("a port that is taken is told in plain words, with what to do")
    func takenPort() throws {
        let folder = try Folder()
        let server = try Server(folder)
        let port = try #require(server.address.split(separator: ":").last.map(String.init))

        let english = try Program.run("serve", "--store", folder["second.sqlite"], "--port", port)
        let dutch = try Program.run("serve", "--store", folder["second.sqlite"], "--port", port, "--lang", "nl")
        #expect(server.stop() == 0)

        #expect(english.status == 1)
        #expect(
            english.err.contains("serve.port Port \(port) is in use already at 127.0.0.1. Choose another with --port."),
            "\(english.err)")
        #expect(!english.err.contains("errno"))
        #expect(dutch.err.contains("Poort \(port) is al in gebruik"))
    }

    @Test(
        "a malformed setting stops the start and is named",
        arguments: [
            ("STELSEL_PORT", "eighty"), ("STELSEL_LOG", "loud"), ("STELSEL_URL", "stelsel.example.org"),
            ("STELSEL_METHODS", "/no/such/folder"),
        ])
    func settings(_ key: String, _ value: String) throws {
        let folder = try Folder()

        let answer = try Program.run("serve", "--store", folder["s.sqlite"], environment: [key: value])

        #expect(answer.status == (key == "STELSEL_METHODS" ? 1 : 64))
        #expect(answer.err.contains(key == "STELSEL_METHODS" ? "library.folder" : key), "\(answer.err)")
        #expect(!FileManager.default.fileExists(atPath: folder["s.sqlite"]))
    }
}

/// A running server on a port of its own.
final class Server {
    private let child: Child
    let address: String
    /// What it printed when it was ready.
    let greeting: [String]

    init(_ folder: Folder, _ arguments: String...) throws {
        let pipe = Pipe()
        child = try Program.start(
            ["serve", "--store", folder["store.sqlite"], "--port", "0"] + arguments, out: pipe.fileHandleForWriting,
            err: folder.file("err"))
        try pipe.fileHandleForWriting.close()
        var printed = ""
        var lines: [String] = []
        repeat {
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            printed += String(decoding: data, as: UTF8.self)
            lines = printed.split(separator: "\n").map(String.init)
        } while !printed.hasSuffix("\n") || !lines.contains { $0.hasPrefix("Open ") || $0.contains("reading only") }
        greeting = lines
        address = try String(#require(printed.firstMatch(of: /http:\/\/localhost:\d+/), "\(printed)").output)
    }

    func get(_ path: String) async throws -> (status: Int, body: String) {
        let url = try #require(URL(string: address + path))
        let (data, response) = try await URLSession.shared.data(from: url)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    /// Asks it to stop and gives its exit code.
    func stop() -> Int32 {
        child.terminate()
        return child.wait()
    }
}
