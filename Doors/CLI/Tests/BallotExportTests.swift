import Ecosystems
import Ensemble
import Foundation
import Governance
import Kernel
import MethodLibrary
import Testing

@Suite("stelsel ballot export") struct BallotExportTests {
    /// A store with a council of three that voted on one proposal, closed and counted when `isCounted`.
    private func store(in folder: Folder, isCounted: Bool) async throws -> String {
        let path = folder["store.sqlite"]
        let methods = try Library.load(folder: Program.repository.appending(path: "Methods").path)
        let installation = try Installation.open(store: path, methods: methods)
        let ecosystem = try await installation.host.begin("raad")
        var changes = [
            RecordChange("ecosystems", "raad", .put(["name": "Raad", "languages": ["nl"]])),
            RecordChange("bodies", "raad", .put(["name": "Raad", "sort": "council"])),
            RecordChange("matters", "brug", .put(["question": "Komt er een brug?", "body": "raad"])),
        ]
        for id in ["a", "b", "c"] {
            changes += [
                RecordChange("organisations", id, .put(["name": .string(id), "sector": "company"])),
                RecordChange("persons", "p-\(id)", .put(["organisation": .string(id), "function": "Lid"])),
                RecordChange(
                    "seats", "s-\(id)", .put(["body": "raad", "function": .string(id), "person": .string("p-\(id)")])),
            ]
        }
        _ = try await ecosystem.perform(ChangeRecords(changes), by: .atTheMachine)
        var proposal = Proposal()
        (proposal.matter, proposal.name, proposal.text) = (ID("brug"), Text(same: "Brug"), Text(same: "Wij bouwen."))
        _ = try await ecosystem.perform(Propose(proposal), by: .atTheMachine)
        _ = try await ecosystem.perform(OpenBallot("brug"), by: .atTheMachine)
        for (id, cast) in [("a", BallotPaper.Cast.yes), ("b", .yes), ("c", .no)] {
            _ = try await ecosystem.perform(
                CastVote("brug", seat: ID("s-\(id)"), [BallotPaper(cast)]),
                by: Caller(account: id, persons: ["p-\(id)"]))
        }
        if isCounted {
            _ = try await ecosystem.close("brug", by: .atTheMachine)
            _ = try await ecosystem.declare("brug", by: .atTheMachine)
        }
        try await installation.close()
        return path
    }

    @Test("writes the file that ballot count recomputes to the same outcome")
    func roundTrip() async throws {
        let folder = try Folder()
        let store = try await store(in: folder, isCounted: true)
        let file = folder["brug.json"]
        let export = try Program.run("ballot", "export", "raad", "brug", "--store", store, "--out", file)
        let count = try Program.run("ballot", "count", file, "--json")
        let outcome = try JSONReader.read(Data(count.out.utf8))

        #expect(export.status == 0, "\(export.err)")
        #expect(outcome["result"] == "adopted" && outcome["counts"]["for"] == 2 && outcome["counts"]["against"] == 1)
        #expect(try Program.run("ballot", "export", "raad", "geen", "--store", store).status == 1)
    }

    @Test("refuses a ballot that is not counted, because a count in between would steer who still votes")
    func running() async throws {
        let folder = try Folder()
        let store = try await store(in: folder, isCounted: false)
        let export = try Program.run("ballot", "export", "raad", "brug", "--store", store)

        #expect(export.status == 1 && export.err.contains("ballot.not-counted"), "\(export.err)")
    }
}
