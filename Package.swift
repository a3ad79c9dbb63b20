// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

/// One room of the house: a folder with `Sources`, `Tests` and a README, that may import only what is named here.
func room(_ path: String, uses: [Target.Dependency], tests: [Target.Dependency] = [], copies: [String] = []) -> [Target] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return [
        .target(
            name: name, dependencies: uses, path: "\(path)/Sources", resources: copies.map { .copy($0) },
            swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name)] + uses + tests, path: "\(path)/Tests",
            swiftSettings: settings),
    ]
}

let shared: [Target.Dependency] = ["Kernel", "Ecosystems", "MethodLibrary"]
let collections = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "stelsel",
    platforms: [.macOS(.v15)],
    products: [],
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: room("Shared/Kernel", uses: [collections])
        + room("Shared/Ledger", uses: [grdb, sqlite, crypto, logging])
        + room("Shared/Notation", uses: ["Kernel", yams])
        + room("Shared/MethodLibrary", uses: ["Kernel", "Notation"])
        + room("Shared/Ecosystems", uses: ["Kernel", "Ledger", "MethodLibrary", "Notation", collections])
        + room("Shared/Access", uses: [grdb, crypto, cryptoExtras, logging])
        + room("Contexts/Parties", uses: shared)
        + room("Contexts/Purpose", uses: shared + ["Parties"])
        + room("Contexts/Lifecycle", uses: shared + ["Parties"])
        + room("Contexts/NetworkMap", uses: shared + ["Parties"])
)
