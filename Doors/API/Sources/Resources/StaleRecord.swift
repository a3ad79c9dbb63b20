import Ecosystems
import Kernel

/// Tells someone whose copy of a record is old what they saw and what is there now.
struct StaleRecord: Sendable {
    private let ecosystem: Ecosystem
    private let caller: Caller
    private let kind: Kind

    init(_ ecosystem: Ecosystem, _ caller: Caller, _ kind: Kind) {
        self.ecosystem = ecosystem
        self.caller = caller
        self.kind = kind
    }

    /// A conflict with both versions in it, each null when it never was, is gone, or may not be seen.
    func refusal(_ problem: Problem, id: String, seen: Int) async -> any Error {
        do {
            let now = try await ecosystem.reader(for: caller)
            let then = seen <= now.state.sequence ? try await ecosystem.reader(for: caller, asOf: seen) : nil
            let old = then?.shown(kind, id).flatMap { $0["version"]?.whole == seen ? $0 : nil }
            let versions: Value = [
                "seen": old.map(Value.map) ?? .null, "current": now.shown(kind, id).map(Value.map) ?? .null,
            ]
            return APIRefusal(.conflict, problem, members: ["versions": versions])
        } catch { return error }
    }
}
