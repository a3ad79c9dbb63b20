import Kernel
import Subprocess

/// Makes a tagged PDF (PDF/UA-1) of a document, with the program WeasyPrint beside this one.
///
/// The document is all that it gets: on standard input, with a base address that leads nowhere and no proxy to go through, in an
/// environment of its own. The same document gives the same bytes with the same WeasyPrint and fonts.
package struct WeasyPrint: Sendable {
    /// The name or path of the program.
    package let program: String
    /// How long it may take.
    package let patience: Duration
    /// The largest PDF, in bytes.
    package let largest: Int

    package init(program: String = "weasyprint", patience: Duration = .seconds(300), largest: Int = 64 << 20) {
        self.program = program
        self.patience = patience
        self.largest = largest
    }

    /// How far it is: it lays out page after page, then draws them.
    package enum Progress: Sendable, Hashable {
        case started
        case page(Int)
        case drawing
    }

    /// The bytes of the PDF. Refuses with `unavailable` when the program is not there, takes too long or fails.
    package func pdf(
        of paper: Paper, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws(Refusal) -> [UInt8] {
        let page = PaperHTML(paper).page.text
        do { return try await race(page, paper, progress) } catch let refusal as Refusal { throw refusal } catch {
            throw .unavailable(.renderer(error, program))
        }
    }

    /// Whichever comes first: the PDF, or the end of patience, which ends the program.
    private func race(
        _ page: String, _ paper: Paper, _ progress: @escaping @Sendable (Progress) -> Void
    ) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await render(page, paper, progress) }
            group.addTask {
                try await Task.sleep(for: patience)
                throw Refusal.unavailable(.tooSlow(patience))
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private func render(
        _ page: String, _ paper: Paper, _ progress: @escaping @Sendable (Progress) -> Void
    ) async throws -> [UInt8] {
        progress(.started)
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        let result = try await run(
            .name(program.split(separator: "/").last.map(String.init) ?? program), arguments: Arguments(words(paper)),
            environment: environment(paper), platformOptions: options, input: .string(page),
            output: .bytes(limit: largest), error: .sequence
        ) { execution in
            var last: [String] = []
            for try await line in execution.standardError.strings() {
                if let step = Progress(line) { progress(step) } else { last = last.suffix(4) + [line] }
            }
            return last
        }
        guard result.terminationStatus.isSuccess, result.standardOutput.starts(with: "%PDF".utf8) else {
            throw Refusal.unavailable(.failed(result.closureResult.joined(separator: " ")))
        }
        return result.standardOutput
    }

    /// A base address of no scheme that it knows: whatever would lead out of the document leads nowhere.
    private func words(_ paper: Paper) -> [String] {
        var words = ["--encoding", "utf-8", "--base-url", "nowhere:", "--pdf-variant", "pdf/ua-1", "--verbose"]
        let identifier = paper.hash.filter(\.isHexDigit).prefix(32)
        if !identifier.isEmpty { words += ["--pdf-identifier", String(identifier)] }
        return words + ["-", "-"]
    }

    private func environment(_ paper: Paper) -> Environment {
        let nowhere = "http://127.0.0.1:9"
        var place: [Environment.Key: String?] = [:]
        if let slash = program.lastIndex(of: "/") {
            place["PATH"] = "\(program[..<slash]):/usr/local/bin:/usr/bin:/bin"
        }
        return .inherit.updating(place).updating([
            "SOURCE_DATE_EPOCH": String(max(0, paper.day.number) * 86_400), "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "PYTHONHASHSEED": "0", "http_proxy": nowhere, "https_proxy": nowhere, "ftp_proxy": nowhere,
            "no_proxy": nil,
        ])
    }
}

extension WeasyPrint.Progress {
    /// Reads a line of its report; nil for any other line.
    init?(_ line: String) {
        if line.contains("Step 6") || line.contains("Step 7") {
            self = .drawing
        } else if let range = line.firstRange(of: "Page "), line.contains("Step 5"),
            let page = Int(line[range.upperBound...].prefix(while: \.isNumber))
        {
            self = .page(page)
        } else if line.contains("Step ") {
            self = .started
        } else {
            return nil
        }
    }
}
