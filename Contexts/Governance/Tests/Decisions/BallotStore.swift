import Foundation
import Kernel
import Ledger
import Parties
import Testing

@testable import Ecosystems
@testable import Governance

/// A city with a council in a store on disk, for what needs one: boxes, lots and many at once.
final class BallotStore: Sendable {
    let folder: URL
    let host: EcosystemHost
    let ecosystem: Ecosystem
    let seats: [String]

    /// 1 June 2026, noon in the Netherlands.
    private static let noon: Int64 = 1_780_308_000_000

    init(_ count: Int) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ballots-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let ledger = try LedgerStore.open(
            path: folder.appendingPathComponent("store.sqlite").path, now: { Self.noon })
        host = EcosystemHost(
            ledger: ledger, catalogue: VotingSample.catalogue, methods: VotingSample.library, clock: .fixed(Self.noon))
        ecosystem = try await host.begin("city")
        seats = (0..<count).map { "o\($0)" }
        _ = try await ecosystem.perform(
            ChangeRecords(VotingSample.records(seats.map { ($0, 1) })), by: .atTheMachine)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Opens a ballot on a new proposal; gives its id.
    func open(_ rule: [String: Value], secret: Bool = false, options: [String] = []) async throws -> String {
        var proposal = Proposal()
        proposal.matter = ID("warmte")
        proposal.name = Text(same: "Aanleggen")
        proposal.text = Text(same: "Wij leggen aan.")
        proposal.options = options.map { key in
            var option = ProposalOption()
            (option.key, option.name) = (key, Text(same: key))
            return option
        }
        _ = try await ecosystem.perform(Propose(proposal), by: .atTheMachine)
        var command = OpenBallot("aanleggen")
        command.rule = rule
        command.secrecy = secret ? .secret : .named
        _ = try await ecosystem.perform(command, by: .atTheMachine)
        return try #require(await ecosystem.state.ballots(on: ID("aanleggen")).last).id.rawValue
    }

    func caller(_ seat: String) -> Caller { Caller(account: "account-\(seat)", persons: ["p-\(seat)"]) }

    /// A code that differs for every number, as random as real ones look.
    static func code(_ number: Int) -> ReceiptCode {
        let digest = Digest.hex(of: "willekeur-\(number)")
        return ReceiptCode(random: Array(Digest.data(hex: digest) ?? Data()))
    }

    func decision() async throws -> Decision { try #require(await ecosystem.state[Decision.self].sorted.last) }

    /// Every file of the store, as it is on disk.
    func files() throws -> [String: Data] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: folder.appendingPathComponent($1))
        }
    }
}

extension Data {
    /// How often these bytes stand in it.
    func count(of other: Data) -> Int {
        var (found, from) = (0, startIndex)
        while let place = range(of: other, in: from..<endIndex) { (found, from) = (found + 1, place.upperBound) }
        return found
    }
}
