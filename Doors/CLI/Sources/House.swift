import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// What every command stands on: the kinds of record, the method library and the clock.
package struct House: Sendable {
    package let catalogue: Catalogue
    package let methods: Library
    package let clock: Clock

    /// Reads the methods; refuses with every problem in them.
    package static func open(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> House {
        let catalogue = Catalogue.stelsel
        let folder = try methodsFolder(environment)
        let methods = try Library.load(folder: folder, kinds: Set(catalogue.kinds.map(\.plural)))
        return House(catalogue: catalogue, methods: methods, clock: .system)
    }

    private static func methodsFolder(_ environment: [String: String]) throws -> String {
        guard let folder = Library.standardFolder(near: executable, environment: environment) else {
            throw Problem(
                "library.missing",
                Text("De map Methods van Stelsel is niet gevonden.", "Stelsel's folder Methods was not found."),
                mend: Text("Noem hem in STELSEL_METHODS.", "Name it in STELSEL_METHODS."))
        }
        return folder
    }

    /// The folder with the example ecosystems: what `STELSEL_EXAMPLES` names, or else the one beside the methods.
    package static func examplesFolder(environment: [String: String]) -> String? {
        if let named = environment["STELSEL_EXAMPLES"], !named.isEmpty { return named }
        guard let methods = Library.standardFolder(near: executable, environment: environment) else { return nil }
        let folder = URL(fileURLWithPath: methods).deletingLastPathComponent().appendingPathComponent("Examples").path
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }

    /// The file of the running program.
    private static var executable: String {
        Bundle.main.executablePath ?? CommandLine.arguments.first ?? FileManager.default.currentDirectoryPath
    }

    package func check(_ path: String) -> FolderCheck {
        FolderCheck(path, catalogue: catalogue, methods: methods, today: clock.today)
    }

    /// Opens an existing store; refuses when there is none, so that a mistyped path makes nothing, and when it is damaged.
    func existing(_ store: String) throws -> Installation {
        guard FileManager.default.fileExists(atPath: store) else { throw LedgerRefusal.notFound(path: store) }
        return try writable(store)
    }

    /// Opens a store, or makes it; refuses one that is damaged.
    func writable(_ store: String) throws -> Installation {
        let installation = try Installation.open(store: store, methods: methods, clock: clock)
        guard let fault = installation.prove() else { return installation }
        try? installation.access.close()
        try? installation.ledger.close()
        throw installation.lacksKey ? Problem.storeWithoutKey(fault) : Problem.damagedStore(fault)
    }

    /// Opens a store for reading after proving all of it: what is read from a damaged store may be anything.
    func proved(_ store: String) throws -> LedgerStore {
        let ledger = try LedgerStore.open(path: store, readOnly: true)
        if let failure = LedgerVerifier.verify(path: store).failure {
            try? ledger.close()
            throw Problem.damagedStore(failure.description)
        }
        return ledger
    }

    /// One ecosystem of a store as it stands, or as it stood after an event. Reads only.
    func state(of id: String, in store: String, through: Int? = nil) throws -> EcosystemState {
        let ledger = try proved(store)
        defer { try? ledger.close() }
        let state = try Replay(ledger: ledger, catalogue: catalogue).state(of: id, through: through)
        guard !state.isEmpty else { throw try Self.unknown(id, among: ledger.ecosystems().map(\.ecosystem)) }
        return state
    }

    /// A state with the methods in use there.
    func situation(_ state: EcosystemState) throws -> Situation {
        let copies = state[AdaptedMethod.self].sorted.map { ($0.id.rawValue, $0.yaml) }
        return Situation(
            state: state, library: try methods.adding(copies: copies), standard: methods, today: clock.today)
    }

    static func unknown(_ id: String, among known: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return Problem(
            "ecosystem.unknown", Text("Het ecosysteem “\(id)” bestaat niet.", "There is no ecosystem “\(id)”."),
            mend: known.isEmpty
                ? Text("De store is leeg.", "The store is empty.") : Text("Er zijn: \(list).", "There are: \(list)."))
    }
}

extension Problem {
    static func storeWithoutKey(_ why: String) -> Problem {
        Problem(
            "store.key",
            Text("Er kan niets worden vastgelegd: \(why)", "Nothing can be recorded: \(why)"),
            mend: Text("Wat er ligt is er niet minder om.", "What is there is none the worse for it."))
    }

    static func damagedStore(_ why: String) -> Problem {
        Problem(
            "store.damaged",
            Text(
                "De store is niet in orde, en wordt niet gebruikt: \(why)",
                "The store is not in order, and is not used: \(why)"),
            mend: Text(
                "Zet een back-up terug. `stelsel verify` onderzoekt hem; `stelsel serve` laat hem zien zonder te schrijven.",
                "Put back a backup. `stelsel verify` examines it; `stelsel serve` shows it without writing."))
    }
}
