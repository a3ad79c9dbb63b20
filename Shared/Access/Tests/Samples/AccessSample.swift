import Foundation
import Synchronization

@testable import Access

/// A clock that stands still until a test moves it.
final class SampleClock: Sendable {
    private let moment = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
    var now: Date { moment.withLock { $0 } }
    func advance(by duration: Duration) { advance(seconds: Double(duration.milliseconds) / 1000) }
    func advance(seconds: Double) { moment.withLock { $0 += seconds } }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct SampleRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}

/// A store in a folder of its own that disappears with the sample.
final class AccessSample: Sendable {
    let folder: URL
    let clock = SampleClock()
    let store: AccessStore
    let site: RelyingParty

    var path: String { folder.appending(path: "store.sqlite").path }

    init(limits: AccessLimits = AccessLimits()) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        site = try RelyingParty(
            id: "stelsel.example.nl", name: "Stelsel",
            origins: ["https://stelsel.example.nl", "https://x.stelsel.example.nl"])
        let (clock, seed) = (clock, SeedBox())
        store = try AccessStore.open(
            path: folder.appending(path: "store.sqlite").path, now: { clock.now }, random: { seed.bytes($0) },
            limits: limits)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The representative of the municipality, with a seat in the first ecosystem.
    func representative(_ name: String = "De vertegenwoordiger", administrator: Bool = false) async throws -> Account {
        try await store.createAccount(
            contact: Contact(name: name, email: "vertegenwoordiger@example.nl"), administrator: administrator)
    }

    /// Every byte that the store has on disk, its write-ahead log included.
    func bytesOnDisk() throws -> Data {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    }

    func register(_ key: SoftAuthenticator, _ account: Account, name: String = "Laptop") async throws -> Passkey {
        let options = try await store.registrationOptions(for: account.id, at: site)
        return try await store.register(
            try key.register(options).response(), for: account.id, name: name, at: site)
    }

    func signIn(_ key: SoftAuthenticator) async throws -> PasskeySignIn {
        let options = try await store.authenticationOptions(at: site)
        return try await store.authenticate(try key.authenticate(options).response(), at: site)
    }
}

private final class SeedBox: Sendable {
    private let random = Mutex(SampleRandom(state: 42))
    func bytes(_ count: Int) -> [UInt8] { random.withLock { $0.bytes(count) } }
}

/// The rule that refuses, or nil when the work succeeds.
func ruleRefusing(_ work: () async throws -> some Any) async throws -> AccessRefusal.Rule? {
    do {
        _ = try await work()
        return nil
    } catch let refusal as AccessRefusal {
        return refusal.rule
    }
}
