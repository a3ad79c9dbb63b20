import ArgumentParser
import CLI
import Ensemble
import Foundation
import Kernel
import Logging

/// Runs the server.
struct Serve: Telling {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve a store to browsers and programs.",
        discussion: """
            Prints the address, and as long as no administrator has signed in a link that does so once. Logs go to standard
            error (STELSEL_LOG: trace, debug, info, notice, warning, error). Options may also be given as STELSEL_STORE,
            STELSEL_HOST, STELSEL_PORT and STELSEL_URL. Stops in good order on SIGTERM and SIGINT.
            """)

    @Option(help: "File of the store; made when it does not exist.") var store: String?
    @Option(help: "Port to listen on; 0 takes a free one.") var port: Int?
    @Option(help: "Address to listen on.") var host: String?
    @Option(help: "How people reach the server, for links.") var url: String?
    @Flag(help: "Put in the four example ecosystems that are not there yet.") var examples = false
    @OptionGroup var words: WordsOption

    func validate() throws {
        do throws(Problem) { _ = try configuration } catch {
            throw ValidationError(error.message.shown(words.lang) + " " + error.mend.shown(words.lang))
        }
    }

    private var configuration: Configuration {
        get throws(Problem) {
            try Configuration(
                .init(store: store, host: host, port: port, url: url, examples: examples),
                environment: ProcessInfo.processInfo.environment)
        }
    }

    func carryOut() async throws {
        let environment = ProcessInfo.processInfo.environment
        let configuration = try configuration
        let level = configuration.logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let house = try House.open(environment: environment)
        let installation = try Installation.open(store: configuration.store, methods: house.methods, clock: house.clock)
        do {
            try await Server(installation: installation, house: house, configuration: configuration).run(environment)
        } catch {
            try? await installation.close()
            throw Told.lines(error, words.lang) == nil ? Problem.stopped(configuration, error) : error
        }
        try await installation.close()
    }

}
