import Counting
import Ecosystems
import Ensemble
import Foundation
import Governance
import Kernel
import Ledger
import MethodLibrary

/// A thousand voters on one ballot at once, by name and in secret: how long it takes, and that every vote that was acknowledged is counted,
/// and counted once. Who is refused tries again, as a person would.
enum Votes {
    private static let voters = 1_000
    /// How often somebody tries before giving up: ours.
    private static let attempts = 5

    static func measure(in folder: URL, methods: Library) async throws {
        for secret in [false, true] {
            let path = folder.appendingPathComponent("votes-\(secret ? "secret" : "named").sqlite").path
            let store = try LedgerStore.open(path: path)
            let host = EcosystemHost(ledger: store, catalogue: .stelsel, methods: methods)
            let town = try await VotingTown(host, voters: voters, secret: secret)
            try await measure(town)
            try store.close()
        }
    }

    private static func measure(_ town: VotingTown) async throws {
        var told: [VotingTown.Told] = []
        let taken = try await seconds {
            told = try await withThrowingTaskGroup(of: VotingTown.Told.self) { group in
                for voter in 0..<voters { group.addTask { await town.vote(voter, attempts: attempts) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        let acknowledged = told.filter(\.isAcknowledged).map(\.voter)
        let refused = told.reduce(0) { $0 + $1.refused }
        let counted = try await town.count()
        let lost = acknowledged.count { counted[town.mark($0)] == nil }
        let twice = counted.values.count { $0 > 1 }
        let unheard = counted.count - (acknowledged.count - lost)
        let holds = lost == 0 && twice == 0 && unheard == 0 && acknowledged.count == voters
        print(
            "\(holds ? "ok  " : "MISS") \(voters) votes at once, \(town.secret ? "in secret" : "by name"): \(time(taken)), \(Int(Double(voters) / taken)) votes/s; lost \(lost), twice \(twice), counted without an answer \(unheard), refused and tried again \(refused) (target 0, 0, 0)"
        )
    }
}

/// An ecosystem with a council in which every organisation has a seat, and an open ballot.
struct VotingTown {
    /// What a voter was told.
    struct Told: Sendable {
        let voter: Int
        var isAcknowledged = false
        var refused = 0
    }

    let secret: Bool
    private let ecosystem: Ecosystem
    private let ballot = "doen"

    init(_ host: EcosystemHost, voters: Int, secret: Bool) async throws {
        self.secret = secret
        ecosystem = try await host.begin("town")
        _ = try await ecosystem.perform(ChangeRecords(Self.records(voters)), by: .atTheMachine)
        var proposal = Proposal()
        proposal.matter = ID("vraag")
        proposal.name = Text(same: "Doen")
        proposal.text = Text(same: "Wij doen het.")
        _ = try await ecosystem.perform(Propose(proposal), by: .atTheMachine)
        var opening = OpenBallot("doen")
        opening.rule = ["method": "majority"]
        opening.secrecy = secret ? .secret : .named
        _ = try await ecosystem.perform(opening, by: .atTheMachine)
    }

    private static func records(_ voters: Int) -> [RecordChange] {
        var changes = [
            RecordChange(
                "ecosystems", "town", .put(["name": "Town", "languages": ["nl"], "methods": ["handbook-roles"]])),
            RecordChange("bodies", "council", .put(["name": "Raad", "sort": "council"])),
            RecordChange("matters", "vraag", .put(["question": "Doen we het?", "body": "council"])),
        ]
        for voter in 0..<voters {
            let id = "o\(voter)"
            let (organisation, person) = (Value.string(id), Value.string("p-\(id)"))
            changes += [
                RecordChange(
                    "organisations", id, .put(["name": .string("Organisation \(voter)"), "sector": "company"])),
                RecordChange("participations", id, .put(["organisation": organisation, "status": "joined"])),
                RecordChange("persons", "p-\(id)", .put(["organisation": organisation, "function": "Bestuurder"])),
                RecordChange(
                    "mandates", "m-\(id)",
                    .put([
                        "person": person, "organisation": organisation, "scope": "Stemmen", "level": "executive",
                        "grantor": "Bestuur",
                    ])),
                RecordChange("seats", "s-\(id)", .put(["body": "council", "organisation": organisation])),
            ]
        }
        return changes
    }

    /// Votes until it is acknowledged, or often enough. A refusal that says that the vote is there already is an answer too.
    func vote(_ voter: Int, attempts: Int) async -> Told {
        var told = Told(voter: voter)
        let paper = BallotPaper(voter.isMultiple(of: 3) ? .no : .yes)
        let caller = Caller(account: "account-\(voter)", persons: ["p-o\(voter)"])
        let seat = ID<Governance.Seat>("s-o\(voter)")
        while !told.isAcknowledged, told.refused < attempts {
            do {
                if secret {
                    _ = try await ecosystem.cast(paper, in: ballot, from: seat, code: code(voter), by: caller)
                } else {
                    _ = try await ecosystem.perform(CastVote(ballot, seat: seat, [paper]), by: caller)
                }
                told.isAcknowledged = true
            } catch { told.refused += 1 }
        }
        return told
    }

    /// What a voter's vote is known by in the file: the seat or, in secret, the hash of the code.
    func mark(_ voter: Int) -> String { secret ? code(voter).hash : "s-o\(voter)" }

    private func code(_ voter: Int) -> ReceiptCode {
        ReceiptCode(random: (0..<20).map { UInt8(truncatingIfNeeded: voter >> ($0 % 3 * 8) &+ $0) })
    }

    /// Closes and counts; how often each mark stands in the file that was counted. Empty when the count does not add up.
    func count() async throws -> [String: Int] {
        _ = try await ecosystem.close(ballot, by: .atTheMachine)
        _ = try await ecosystem.declare(ballot, by: .atTheMachine)
        guard let decision = await ecosystem.state[Decision.self].sorted.last else { return [:] }
        let bytes = Array(decision.file.utf8)
        let counts = try Count(try BallotFile.read(bytes)).outcome().counts
        let marks = (try JSONReader.read(bytes)["ballots"].list ?? []).compactMap { $0[secret ? "id" : "seat"].string }
        let sum = (counts["for"]?.whole ?? 0) + (counts["against"]?.whole ?? 0)
        return sum == marks.count ? Dictionary(marks.map { ($0, 1) }, uniquingKeysWith: +) : [:]
    }
}
