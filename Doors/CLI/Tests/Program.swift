import Foundation
import Synchronization

/// The built `stelsel`, run as people and scripts run it.
struct Program {
    struct Answer {
        let status: Int32
        let out: String
        let err: String

        var lines: [String] { out.split(separator: "\n").map(String.init) }
    }

    /// Runs to its end. What it prints goes through files, so that no pipe can fill up.
    static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
        try run(arguments, environment: environment)
    }

    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Answer {
        let folder = try Folder()
        let process = try process(arguments, in: folder, environment)
        try start(process)
        process.waitUntilExit()
        return Answer(status: process.terminationStatus, out: try folder.text("out"), err: try folder.text("err"))
    }

    private static let starting = Mutex(())

    /// Starts processes one by one: Foundation on Linux was seen to crash when several tests did so at once (2026-11-21).
    static func start(_ process: Process) throws {
        try starting.withLock { _ in try process.run() }
    }

    /// A process that writes to `out` and `err` in a folder; not started yet.
    static func process(
        _ arguments: [String], in folder: Folder, _ environment: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("STELSEL_") || $0.key == "STELSEL_METHODS" }
            .merging(environment) { $1 }
        process.standardOutput = try folder.file("out")
        process.standardError = try folder.file("err")
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Beside the test bundle.
    private static let binary: URL = {
        let products = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?
            .deletingLastPathComponent()
        let here = products ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return here.appendingPathComponent("stelsel")
    }()

    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let examples = ["city-deal", "den-bosch", "icd-drachten", "it-lots"]
}
