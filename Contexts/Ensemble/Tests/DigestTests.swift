import Access
import Ecosystems
import Foundation
import Governance
import Kernel
import MethodLibrary
import Testing

@testable import Ensemble

@Suite("The digest of a person") struct DigestTests {
    /// A harbour with a council of two, told from 1 November to 20 November 2026.
    private final class Bed {
        let folder = FileManager.default.temporaryDirectory.appending(path: "digest-\(UUID().uuidString)")
        let installation: Installation
        let moment = Moment()
        let ecosystem: Ecosystem

        init() async throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let moment = moment
            installation = try Installation.open(
                store: folder.appending(path: "s.sqlite").path,
                methods: try Library.load(folder: "\(EnsembleTests.root)/Methods"), clock: Clock { moment.now })
            ecosystem = try await installation.host.begin("haven")
            var changes = [
                RecordChange("ecosystems", "haven", .put(["name": "Haven", "languages": ["nl"]])),
                RecordChange("bodies", "raad", .put(["name": "Raad", "sort": "council"])),
                RecordChange(
                    "matters", "kade",
                    .put(["question": "Verhogen we de kade?", "body": "raad", "why": "Het water stijgt."])),
            ]
            for id in ["a", "b"] {
                changes += [
                    RecordChange("organisations", id, .put(["name": .string("Firma \(id)"), "sector": "company"])),
                    RecordChange("participations", id, .put(["organisation": .string(id), "status": "joined"])),
                    RecordChange("persons", "p-\(id)", .put(["organisation": .string(id), "function": "Lid"])),
                ]
            }
            changes.append(
                RecordChange("seats", "s-a", .put(["body": "raad", "organisation": "a", "person": "p-a"])))
            changes.append(
                RecordChange(
                    "mandates", "m-a",
                    .put([
                        "person": "p-a", "organisation": "a", "scope": "Stemmen", "level": "executive",
                        "grantor": "Bestuur",
                    ])))
            try await carryOut(ChangeRecords(changes))
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func carryOut(_ command: any Command) async throws {
            _ = try await ecosystem.perform(command, by: .atTheMachine)
        }

        func account(_ person: String) async throws -> Account {
            let account = try await installation.access.createAccount(
                contact: Contact(name: "Sam", email: "\(person)@example.nl"))
            try await installation.access.bind(account.id, ecosystem: "haven", person: person)
            return account
        }

        func propose(_ name: String) async throws -> String {
            var proposal = Proposal()
            (proposal.matter, proposal.name, proposal.text) = (
                ID("kade"), Text(same: name), Text(same: "Wij doen het.")
            )
            try await carryOut(Propose(proposal))
            return name.lowercased()
        }
    }

    /// A clock that a test moves: 1 November 2026, noon, at first.
    private final class Moment: @unchecked Sendable {
        var now: Int64 = 1_793_534_400_000
        func on(_ day: Int64) { now = 1_793_534_400_000 + (day - 1) * 86_400_000 }
    }

    @Test("It tells what is asked, what was decided and what others changed in one's own circle, and nothing older")
    func circle() async throws {
        let bed = try await Bed()
        let account = try await bed.account("p-a")
        bed.moment.on(18)
        let urgent = try await bed.propose("Zandzakken")
        try await bed.carryOut(DecideUrgently(urgent, reason: Text(nl: "Springtij.")))
        try await bed.carryOut(
            ChangeRecords([RecordChange("organisations", "a", .patch(["name": "Firma A en zonen"]))]))
        try await bed.carryOut(ChangeRecords([RecordChange("organisations", "b", .patch(["name": "Firma B"]))]))
        bed.moment.on(20)

        let digest = try await bed.installation.digest(of: account, since: nil)
        let part = try #require(digest.parts.first)
        #expect(digest.since == Day("2026-11-13") && digest.parts.count == 1)
        #expect(part.decisions.map(\.title.nl) == ["Aangenomen: Zandzakken"])
        let told = part.changes.map { "\($0.kind)/\($0.record)" }
        #expect(told.contains("organisations/a") && !told.contains("organisations/b"))
        #expect(!told.contains { $0.hasPrefix("decisions/") || $0.hasPrefix("mandates/") })
        let later = try await bed.installation.digest(of: account, since: Day("2026-11-19"))
        #expect(later.parts.first.map { $0.decisions.isEmpty && $0.changes.isEmpty } == true)
        let stranger = try await bed.installation.digest(of: try await bed.account("p-b"), since: nil)
        #expect(stranger.parts.first?.changes.contains { $0.record == "a" } == false)
    }

    @Test("A vote that one may cast is asked, in plain text of either language, always in the same words")
    func plain() async throws {
        let bed = try await Bed()
        let account = try await bed.account("p-a")
        bed.moment.on(18)
        let proposal = try await bed.propose("Ophogen")
        var ballot = OpenBallot(proposal)
        ballot.closes = Day("2026-11-30")
        try await bed.carryOut(ballot)
        bed.moment.on(20)

        let digest = try await bed.installation.digest(of: account, since: nil)
        let text = digest.plain(.nl) { "https://haven.example/\($0)/\($1)/\($2)" }
        #expect(text.contains("Haven\n====="))
        #expect(text.contains("- Stem over “Ophogen” (uiterlijk ma 30 nov)"))
        #expect(text.contains("\n  https://haven.example/haven/ballots/ophogen"))
        #expect(digest.plain(.en).contains("Asked of you\n- Vote on “Ophogen” (by Mon 30 Nov)"))
        #expect(digest.subject(.nl).hasPrefix("Haven: 1 ding voor u"))
        #expect(
            text
                == (try await bed.installation.digest(of: account, since: nil)).plain(.nl) {
                    "https://haven.example/\($0)/\($1)/\($2)"
                })
    }

    @Test("What is confidential never leaves by e-mail, the day is kept within bounds, and a closed name stays out")
    func bounds() async throws {
        let bed = try await Bed()
        bed.moment.on(20)
        let today = bed.installation.clock.today
        let reader = try await bed.ecosystem.reader(for: .atTheMachine)
        let confidential = Catalogue.stelsel.kinds.filter(\.isConfidential).map(\.plural)
        #expect(!confidential.isEmpty && confidential.allSatisfy { !reader.mayMail($0) })
        #expect(reader.mayMail("ballots") && !reader.mayMail("nothing"))
        #expect(Digest.since(Day("1999-01-01"), today: today) == today + -366)
        #expect(Digest.since(today + 9, today: today) == today)
        try await bed.carryOut(
            ChangeRecords([RecordChange("ecosystems", "haven", .patch(["participantsOnly": true]))]))
        let digest = try await bed.installation.digest(of: try await bed.account("p-a"), since: Day("2026-11-01"))
        #expect(digest.parts.first?.isClosed == true && digest.subject(.nl).hasPrefix("Stelsel: "))
    }
}
