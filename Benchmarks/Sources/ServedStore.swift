import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The real server as a process of its own, with the four examples, on a free port.
final class ServedStore {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static let examples = ["city-deal", "den-bosch", "icd-drachten", "it-lots"]

    let address: String
    let started: ContinuousClock.Instant
    private let process = Process()
    private let browser: URLSession

    /// Starts the server, and returns when it has said where it is.
    init(_ store: URL) throws {
        // Made before the clock starts, so that the start of our own client is not counted.
        browser = URLSession(configuration: .ephemeral, delegate: StayHere(), delegateQueue: nil)
        process.executableURL = try Self.program
        process.arguments = ["serve", "--store", store.path, "--port", "0", "--examples"]
        process.environment = ProcessInfo.processInfo.environment.merging(["STELSEL_LOG": "error"]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        started = .now
        try process.run()
        address = try Self.address(in: output.fileHandleForReading)
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Stops the server in good order.
    func stop() throws {
        process.terminate()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "The server did not stop well.") }
    }

    /// Resident memory in bytes.
    var resident: Int { residentMemory(of: "\(process.processIdentifier)") }

    static func overview(_ ecosystem: String) -> String { "/ecosystems/\(ecosystem)" }

    /// The length of an answer. Refuses any status but 200, also a redirect.
    @discardableResult
    func get(_ path: String) async throws -> Int {
        guard let url = URL(string: address + path) else { throw Failure(description: "\(path) is no address.") }
        let (body, answer) = try await browser.data(from: url)
        let status = (answer as? HTTPURLResponse)?.statusCode ?? 0
        guard status == 200, !body.isEmpty else { throw Failure(description: "\(path) answers \(status).") }
        return body.count
    }

    /// The status of an answer; cookies that it brings are kept.
    func status(of request: URLRequest) async throws -> Int {
        let (_, answer) = try await browser.data(for: request)
        return (answer as? HTTPURLResponse)?.statusCode ?? 0
    }

    /// The server built together with this program.
    static var program: URL {
        get throws {
            let program = Bundle.main.bundleURL.appendingPathComponent("stelsel")
            guard FileManager.default.isExecutableFile(atPath: program.path) else {
                throw Failure(description: "\(program.path) is not there: use script/bench, which builds it.")
            }
            return program
        }
    }

    private static func address(in output: FileHandle) throws -> String {
        var text = ""
        while true {
            let part = output.availableData
            guard !part.isEmpty else { throw Failure(description: "The server ended: \(text)") }
            text += String(decoding: part, as: UTF8.self)
            for line in text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1) {
                guard let match = line.wholeMatch(of: /Stelsel is at (http\S+)/) else { continue }
                return String(match.1)
            }
        }
    }
}

/// Does not follow redirects: a page that sends us elsewhere is not the page.
private final class StayHere: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
