import Foundation
import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Proof bundles")
struct BundleTests {
    private let page = RenderedDocument(name: "agreement.html", bytes: Data("<h1>Samen</h1>".utf8))

    private func bundle() async throws -> (sample: Sample, bytes: Data) {
        let sample = try Sample.signed()
        let store = try await SignedStore(sample)
        return (sample, try await store.bundle(on: sample.today, rendered: [page]))
    }

    @Test("A bundle proves who answered what, under which mandate, by which key, and since when it is in force")
    func proves() async throws {
        let (sample, bytes) = try await bundle()
        let report = try BundleCheck.report(on: bytes)

        #expect(report.hash == sample.facts.versions.first?.version.hash)
        #expect(report.entered == sample.today)
        #expect(report.answers.map(\.declaration.party).sorted() == ["cloud", "net", "stad"])
        let english = report.lines(.en).joined(separator: "\n")
        #expect(english.contains("Stad accepts (2 March 2026)"), "\(english)")
        #expect(english.contains("  without: bijdrage"))
        #expect(english.contains("with a passkey at stelsel.example.nl"))
        #expect(english.contains("with the key k-stad (Ed25519)"))
        #expect(english.contains("Cloud BV rejects (2 March 2026)\n  Too dear."))
        #expect(english.contains("p-stad, Afspraken tekenen, up to € 50,000, granted by bestuur"))
        #expect(english.contains("In force from 2 March 2026."))
        #expect(report.lines(.nl).first == "Alles klopt.")
        #expect(report.value["answers"].list?.count == 3)
    }

    @Test("The same store gives the same bytes, and what happens elsewhere in the log changes only the proofs")
    func same() async throws {
        let sample = try Sample.signed()
        let store = try await SignedStore(sample)
        let first = try await store.bundle(on: sample.today)
        #expect(try await store.bundle(on: sample.today) == first)
        let more = ChangeRecords([RecordChange("organisations", "stad", .patch(["place": "Zwolle"]))])
        _ = try await store.ecosystem.perform(more, by: .atTheMachine)
        let later = try await store.bundle(on: sample.today)
        let (old, new) = (try ZipArchive(reading: first), try ZipArchive(reading: later))
        let changed = zip(old.files, new.files).filter { $0 != $1 }.map(\.0.name).filter { !$0.hasPrefix("proofs/") }
        #expect(changed == ["checkpoint", "manifest.json"])
        #expect(try BundleCheck.report(on: later).answers.count == 3)
    }

    @Test("A bundle of another key than the one that is trusted is refused")
    func trusted() async throws {
        let (_, bytes) = try await bundle()
        let key = try BundleCheck.report(on: bytes).logKey
        #expect(try BundleCheck.report(on: bytes, logKey: key).logKey == key)
        #expect(rule { try BundleCheck.report(on: bytes, logKey: "x") } == "bundle.checkpoint")
    }

    @Test("One changed byte anywhere is noticed, and the refusal says where and what")
    func oneByte() async throws {
        let (_, bytes) = try await bundle()
        // Every byte of the directory, and one in thirteen of the rest: headers, contents, the manifest.
        let directory =
            bytes.count - 22 - (try ZipArchive(reading: bytes).files.reduce(0) { $0 + 46 + $1.name.utf8.count })
        for offset in Array(stride(from: 0, to: directory, by: 13)) + Array(directory..<bytes.count) {
            var broken = bytes
            broken[offset] ^= UInt8(1 << (offset % 8))
            do throws(Problem) {
                _ = try BundleCheck.report(on: broken)
                Issue.record("byte \(offset) was not noticed")
            } catch {
                #expect(error.rule.hasPrefix("bundle.") && !error.message.en.isEmpty)
            }
        }
        #expect(rule { try BundleCheck.report(on: bytes.dropLast()) } == "bundle.zip")
        #expect(rule { try BundleCheck.report(on: bytes + [0]) } == "bundle.zip")
        #expect(rule { try BundleCheck.report(on: Data()) } == "bundle.zip")
    }

    @Test("A document read in any order of keys has the same canonical form and the same hash")
    func documents() throws {
        let text = try #require(try Sample.signed().facts.versions.first?.text)
        var random = SeededGenerator(state: 8)
        for _ in 0..<100 {
            let read = try AgreementDocument(json: Shuffled.json(text.value, &random))
            #expect(read == text && read.json == text.json && read.hash == text.hash)
        }
    }

    @Test("A bundle that was made earlier is still read: docs/verify/example.zip")
    func earlier() async throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/verify/example.zip").standardizedFileURL
        if ProcessInfo.processInfo.environment["STELSEL_RENEW"] == "1" {
            let sample = try Sample.signed()
            try await SignedStore(sample).bundle(on: sample.today).write(to: file)
        }
        let report = try BundleCheck.report(on: try Data(contentsOf: file))
        #expect(report.answers.map(\.declaration.answer) == [.reject, .accept, .accept])
        #expect(report.hash == "69b121227fe44ca9aa912ca9e6813147a25832f984dbe21b9d125c29cf5651d6")
    }

    @Test("Nothing is asked for that is not there")
    func absent() async throws {
        let sample = try Sample.signed()
        let store = try await SignedStore(sample)
        await #expect(throws: Refusal.self) { try await store.bundle(version: 7, on: sample.today) }
        #expect(RenderedDocument.isName("agreement.nl.pdf") && RenderedDocument.isName("agreement.md"))
        for name in ["agreement.json", "agreement", "x.html", "agreement..pdf", "agreement.a.b.pdf"] {
            #expect(!RenderedDocument.isName(name))
        }
    }
}

/// The rule that refuses; nil when nothing does.
func rule(_ body: () throws -> some Any) -> String? {
    do {
        _ = try body()
        return nil
    } catch { return (error as? Problem)?.rule ?? "\(error)" }
}
