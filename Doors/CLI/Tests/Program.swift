import Foundation

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
        let status = try start(arguments, out: folder.file("out"), err: folder.file("err"), environment).wait()
        return Answer(status: status, out: try folder.text("out"), err: try folder.text("err"))
    }

    /// Starts it; settings of the one who tests are kept from it.
    static func start(
        _ arguments: [String], out: FileHandle, err: FileHandle, _ environment: [String: String] = [:]
    ) throws -> Child {
        let kept = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("STELSEL_") || $0.key == "STELSEL_METHODS" }
        return try Child(
            binary.path, arguments, environment: kept.merging(environment) { $1 }, out: out.fileDescriptor,
            err: err.fileDescriptor)
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
