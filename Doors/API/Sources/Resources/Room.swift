import Ecosystems
import Ensemble
import Hummingbird
import Kernel
import MethodLibrary

/// What every resource needs of the installation.
struct Room: Sendable {
    static let profiles = Profile.naming.plural

    let installation: Installation

    var host: EcosystemHost { installation.host }
    var catalogue: Catalogue { installation.catalogue }

    /// The ecosystem that the address names.
    func ecosystem(_ ask: Ask) async throws -> Ecosystem { try await host.ecosystem(ask.parameter("ecosystem")) }

    /// That ecosystem as the asker may see it, now or as of an earlier point.
    func view(_ ask: Ask) async throws -> Reader {
        let caller = try ask.reader(of: ask.parameter("ecosystem"))
        let ecosystem = try await ecosystem(ask)
        // First of all: who may not know of this ecosystem learns nothing from how its past is refused.
        let now = try await ecosystem.reader(for: caller)
        guard let text = try ask.query("asOf") else { return now }
        let point = try HistoryPoint(asOf: text)
        let sequence: Int
        do throws(Refusal) { sequence = try await ecosystem.sequence(at: point) } catch {
            throw Refusal.invalid(error.problems.map { $0.under("asOf") })
        }
        return try await ecosystem.reader(for: caller, asOf: sequence)
    }
}

extension Reader {
    /// A record as the API writes it: its id, its version and the fields that the asker may see; nil when there is none to see.
    func shown(_ kind: Kind, _ id: String) -> [String: Value]? {
        guard let version = state.table(kind.plural)?.version(of: id), var shown = values(kind, id) else { return nil }
        shown["id"] = .string(id)
        shown["version"] = .whole(version)
        return shown
    }
}

extension Kind {
    /// `adaptedMethods` in an address: `adapted-methods`.
    var segment: String {
        plural.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    /// `adaptedMethod` as the name of a schema: `AdaptedMethod`.
    var typeName: String { naming.singular.uppercasedFirst }

    var pluralTypeName: String { plural.uppercasedFirst }
}
