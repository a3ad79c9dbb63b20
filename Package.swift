// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

/// One room of the house: a folder with `Sources`, `Tests` and a README, that may import only what is named here.
func room(
    _ path: String, uses: [Target.Dependency], tests: [Target.Dependency] = [], copies: [String] = [],
    testFiles: [String] = []
) -> [Target] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return [
        .target(
            name: name, dependencies: uses, path: "\(path)/Sources", resources: copies.map { .copy($0) },
            swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name)] + uses + tests, path: "\(path)/Tests",
            exclude: testFiles, swiftSettings: settings),
    ]
}

let shared: [Target.Dependency] = ["Kernel", "Ecosystems", "MethodLibrary"]
let contexts: [Target.Dependency] = [
    "Parties", "Purpose", "Lifecycle", "NetworkMap", "Governance", "Agreements", "Responsibilities",
]
let doors: [Target.Dependency] =
    shared + contexts + ["Documents", "Ensemble", "Gate", "Access", "Ledger", "NetworkFiles", "Networks"]
let collections = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioHelpers = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "stelsel",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "stelsel", targets: ["stelsel"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: room("Shared/Kernel", uses: [collections])
        + room("Shared/Ledger", uses: [grdb, sqlite, crypto, logging])
        + room("Shared/Notation", uses: ["Kernel", yams])
        + room("Shared/MethodLibrary", uses: ["Kernel", "Notation"])
        + room("Shared/Ecosystems", uses: ["Kernel", "Ledger", "MethodLibrary", "Notation", collections, crypto])
        + room("Shared/Counting", uses: ["Kernel", crypto], testFiles: ["vectors"])
        + room("Shared/Drawing", uses: [])
        + room("Shared/Networks", uses: [])
        + room("Shared/NetworkFiles", uses: ["Kernel"])
        + room("Shared/Calendars", uses: ["Kernel"])
        + room("Shared/Signing", uses: [crypto, cryptoExtras])
        + room("Shared/Access", uses: ["Signing", grdb, crypto, logging], tests: [cryptoExtras])
        + room("Shared/Markup", uses: [])
        + room("Shared/Documents", uses: ["Kernel", "Markup", subprocess])
        + room("Contexts/Parties", uses: shared)
        + room("Contexts/Purpose", uses: shared + ["Parties", "Drawing"])
        + room("Contexts/Lifecycle", uses: shared + ["Parties"])
        + room("Contexts/NetworkMap", uses: shared + ["Parties", "Drawing", "NetworkFiles", "Networks"])
        + room(
            "Contexts/Governance",
            uses: shared + ["Parties", "Counting", "Calendars", "Documents", "Drawing", "Ledger", crypto])
        + room(
            "Contexts/Responsibilities", uses: shared + ["Parties", "Purpose", "Governance", "Agreements", crypto])
        + room(
            "Contexts/Agreements", uses: shared + ["Parties", "Calendars", "Documents", "Signing", "Ledger", crypto],
            tests: ["Governance"])
        + room("Contexts/Ensemble", uses: shared + contexts + ["Ledger", "Access"], tests: ["Signing", crypto])
        + room(
            "Doors/Gate", uses: shared + ["Ensemble", "Access", "Ledger", hummingbird, httpTypes, nioHelpers, logging])
        + room(
            "Doors/Web", uses: doors + ["Markup", hummingbird, httpTypes, nioCore, nioHelpers, lifecycle, logging],
            tests: [hummingbirdTesting, "Signing", crypto],
            copies: ["Public"])
        + room(
            "Doors/API", uses: doors + [hummingbird, httpTypes, logging], tests: [hummingbirdTesting, "Signing"])
        + room(
            "Doors/CLI",
            uses: shared + contexts + [
                "Ensemble", "Access", "Ledger", "NetworkFiles", "Networks", "Notation", "Documents", "Signing",
                "Counting", arguments, subprocess,
            ])
        + [
            .executableTarget(
                name: "stelsel",
                dependencies: ["Gate", "Web", "API", "CLI", "Ensemble", "Ecosystems", "Kernel", "Access"]
                    + [hummingbird, arguments, logging, lifecycle, nioCore],
                path: "App/Sources", swiftSettings: settings),
            .executableTarget(
                name: "benchmarks",
                dependencies: shared
                    + [
                        "Ensemble", "Ledger", "NetworkMap", "Agreements", "Parties", "Documents", "Signing", "Networks",
                        "NetworkFiles", "Counting", "Governance", "Responsibilities", grdb,
                    ],
                path: "Benchmarks/Sources", swiftSettings: settings),
        ]
)
