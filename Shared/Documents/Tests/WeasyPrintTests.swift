import Foundation
import Kernel
import Testing

@testable import Documents

@Suite("PDF by WeasyPrint")
struct WeasyPrintTests {
    /// A program that does what a script says, in a folder that goes with it.
    private final class FakeProgram {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paper-\(UUID().uuidString)")
        var path: String { folder.appendingPathComponent("weasyprint").path }

        init(_ script: String) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }
    }

    private func refusal(_ renderer: WeasyPrint) async -> [String] {
        do {
            _ = try await renderer.pdf(of: PaperTests.paper())
            return []
        } catch { return error.problems.map(\.rule) }
    }

    @Test("Where the program is not, the refusal says how to install it")
    func missing() async {
        #expect(await refusal(WeasyPrint(program: "no-such-weasyprint")) == ["document.no-renderer"])
    }

    @Test("A program that fails, answers something else, or too much is refused, and one that takes too long is ended")
    func failures() async throws {
        let failing = try FakeProgram("cat >/dev/null; echo 'it broke' >&2; exit 3")
        #expect(await refusal(WeasyPrint(program: failing.path)) == ["document.renderer-failed"])
        let strange = try FakeProgram("cat >/dev/null; echo hello")
        #expect(await refusal(WeasyPrint(program: strange.path)) == ["document.renderer-failed"])
        let large = try FakeProgram("cat >/dev/null; printf '%%PDF-1.7'; head -c 100000 /dev/zero")
        #expect(await refusal(WeasyPrint(program: large.path, largest: 1_000)) == ["document.too-large"])
        let slow = try FakeProgram("exec sleep 600")
        #expect(await refusal(WeasyPrint(program: slow.path, patience: .milliseconds(50))) == ["document.too-slow"])
    }

    @Test("It gets the page, a base address that leads nowhere, the day of the document, and no way out")
    func asked() async throws {
        let fake = try FakeProgram(
            #"printf '%%PDF-1.7\n'; echo "$@"; echo "$SOURCE_DATE_EPOCH $http_proxy $https_proxy"; cat"#)
        let bytes = try await WeasyPrint(program: fake.path).pdf(of: PaperTests.paper())
        let answer = String(decoding: bytes, as: UTF8.self)
        #expect(answer.contains("--base-url nowhere: --pdf-variant pdf/ua-1"))
        #expect(answer.contains("--pdf-identifier 0123456789abcdef0123456789abcdef"))
        #expect(answer.contains("1772409600 http://127.0.0.1:9 http://127.0.0.1:9"))
        #expect(answer.contains("<!DOCTYPE html>") && answer.contains("</html>"))
    }

    @Test("Its report is read as progress")
    func progress() {
        #expect(WeasyPrint.Progress("INFO: Step 5 - Creating layout - Page 12") == .page(12))
        #expect(WeasyPrint.Progress("INFO: Step 7 - Adding PDF metadata") == .drawing)
        #expect(WeasyPrint.Progress("WARNING: something") == nil)
    }

    /// script/test sees to it that the program is there.
    static let isThere = ["/usr/bin/weasyprint", "/usr/local/bin/weasyprint", "/opt/homebrew/bin/weasyprint"]
        .contains { FileManager.default.isExecutableFile(atPath: $0) }

    @Test("The PDF is tagged, dated and titled as the document, and the same every time", .enabled(if: isThere))
    func real() async throws {
        let paper = PaperTests.paper("<b>&\"'")
        let first = try await WeasyPrint().pdf(of: paper)
        let second = try await WeasyPrint().pdf(of: paper)
        #expect(first == second)
        let text = String(decoding: first, as: UTF8.self)
        #expect(text.contains("/StructTreeRoot") && text.contains("/MarkInfo") && text.contains("/Marked true"))
        #expect(text.contains("<xmp:CreateDate>2026-03-02<"))
        #expect(text.contains("/Lang (nl)"))
        #expect(text.contains("pdfuaid:part"))
    }
}
