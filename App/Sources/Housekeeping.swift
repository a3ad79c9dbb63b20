import Ensemble
import Logging
import ServiceLifecycle

/// What a server does while nobody asks: proves a large store, takes in what other processes appended, and lets go of
/// ecosystems that nobody uses.
struct Housekeeping: Service {
    let installation: Installation
    let log: Logger

    private static let hour: Int64 = 3_600_000

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { prove() }
                group.addTask { await tidy() }
            }
        }
    }

    private func prove() {
        guard installation.readOnlyBecause == nil, let fault = installation.prove() else { return }
        log.critical("The store is damaged; nothing is written any more.", metadata: ["reason": "\(fault)"])
    }

    private func tidy() async {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .seconds(2))
                try await installation.host.catchUp()
                await installation.host.evict(idleFor: Self.hour)
            } catch is CancellationError {
                return
            } catch { log.error("Housekeeping failed.", metadata: ["error": "\(error)"]) }
        }
    }
}
