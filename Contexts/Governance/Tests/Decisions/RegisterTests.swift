import Counting
import Kernel
import Parties
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("The register of decisions")
struct RegisterTests {
    private func anybody(_ sample: VotingSample) -> Reader {
        let rights = RightsOfCaller.judge(.anyone, in: sample.situation)
        return Reader(situation: sample.situation, rights: rights, catalogue: VotingSample.catalogue)
    }

    @Test("Everybody reads what was decided, by whom and why; who thought otherwise is for participants")
    func visibility() throws {
        var sample = try VotingSample()
        let ballot = try sample.open(try sample.propose())
        for seat in ["a", "b", "c"] { try sample.vote(ballot, seat, .yes) }
        try sample.vote(ballot, "d", .no, "Te duur")
        _ = try sample.finish(ballot)

        let entry = try #require(DecisionRegister.entries(anybody(sample)).first)
        #expect(entry.title == Text("Aangenomen: Aanleggen", "Adopted: Aanleggen"))
        #expect(entry.body.nl == "Raad" && entry.question.dutch == "Doen we het warmtenet?")
        #expect(entry.why.dutch == "De subsidie loopt af." && entry.decision.minority.isEmpty)
        #expect(entry.decision.file.isEmpty && entry.version == sample.state.sequence)
        let own = try #require(DecisionRegister.entries(sample.reader("p-a")).first)
        #expect(own.decision.minority.map(\.reason.dutch) == ["Te duur"])
    }

    @Test("An emergency tells why it was urgent; what was decided before a day and not touched since is left out")
    func since() throws {
        var sample = try VotingSample()
        let urgent = try sample.propose("Dicht")
        try sample.carryOut(DecideUrgently(urgent, reason: Text(nl: "Het lekt.\nOveral.")))
        let reader = anybody(sample)

        #expect(DecisionRegister.entries(reader).map(\.why.dutch) == ["Het lekt."])
        #expect(DecisionRegister.entries(reader).first?.since.en == "Emergency decision, not ratified yet.")
        #expect(DecisionRegister.entries(reader, since: Day("2026-06-01")).count == 1)
        #expect(DecisionRegister.entries(reader, since: Day("2026-06-02")).isEmpty)
    }

    @Test("Why a party is in or out is told with its reason, the youngest first; who is only in sight is not")
    func parties() throws {
        var sample = try VotingSample()
        try sample.patch("participations", "a", ["since": "2026-05-01", "reason": "Levert warmte"])
        try sample.patch("participations", "b", ["status": "leaving", "since": "2026-05-20", "reason": "Verhuist"])
        try sample.put("organisations", "x", ["name": "X", "sector": "company"])
        try sample.put("participations", "x", ["organisation": "x", "status": "identified", "since": "2026-05-30"])

        let news = ParticipationNews.all(anybody(sample))
        #expect(news.map(\.organisation.rawValue) == ["b", "a"])
        #expect(news.map(\.reason.dutch) == ["Verhuist", "Levert warmte"])
    }
}
