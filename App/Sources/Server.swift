import CLI
import Ecosystems
import Ensemble
import Foundation
import Hummingbird
import Kernel
import Logging
import ServiceLifecycle

/// One running server: an installation and the doors to it.
struct Server {
    let installation: Installation
    let house: House
    let configuration: Configuration
    let log = Logger(label: "stelsel.server")

    /// Serves until SIGTERM or SIGINT, and returns when every request has been answered.
    func run(_ environment: [String: String]) async throws {
        if let reason = installation.readOnlyBecause {
            log.warning("The store is in doubt and open for reading only.", metadata: ["reason": "\(reason)"])
        } else if configuration.examples {
            try await ExampleEcosystems(installation: installation, house: house, log: log).add(environment)
        }
        let application = Application(
            router: try await Doors(installation: installation, configuration: configuration).router(),
            configuration: .init(address: .hostname(configuration.host, port: configuration.port), serverName: nil),
            onServerRunning: { channel in await welcome(port: channel.localAddress?.port) }, logger: log)
        // Without a name, each would be called by everything that it holds, written out: the method library, every kind, over a second.
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: application, serviceName: "server"),
                    .init(service: Housekeeping(installation: installation, log: log), serviceName: "housekeeping"),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        try await group.run()
    }

    /// Says where the server is, and lets the first administrator in.
    private func welcome(port: Int?) async {
        let base = configuration.port == 0 ? "http://localhost:\(port ?? 0)" : configuration.url
        if let reason = installation.readOnlyBecause {
            Console.out("Stelsel is at \(base), for reading only: \(reason)")
            return
        }
        do {
            let link = try await installation.access.firstAdministratorLink(
                contact: .init(name: "Administrator"), validFor: .seconds(7 * 86_400))
            Console.out("Stelsel is at \(base)")
            if let link { Console.out("Open \(base)/sign-in/\(link.token.plaintext)") }
        } catch {
            log.error("The first link could not be made.", metadata: ["reason": "\(error)"])
            Console.out("Stelsel is at \(base)")
        }
    }
}
