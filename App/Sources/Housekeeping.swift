import Ecosystems
import Logging
import ServiceLifecycle

/// What a server does while nobody asks: takes in what other processes appended, and lets go of ecosystems that nobody uses.
struct Housekeeping: Service {
    let host: EcosystemHost
    let log: Logger

    private static let hour: Int64 = 3_600_000

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: .seconds(2))
                    try await host.catchUp()
                    await host.evict(idleFor: Self.hour)
                } catch is CancellationError {
                    return
                } catch { log.error("Housekeeping failed.", metadata: ["error": "\(error)"]) }
            }
        }
    }
}
