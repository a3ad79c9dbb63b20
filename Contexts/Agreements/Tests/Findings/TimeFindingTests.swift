import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Findings of time")
struct TimeFindingTests {
    private func found(_ sample: Sample) -> [String] {
        TimeFindings(situation: sample.situation).all.map { "\($0.rule) \($0.record) \($0.due?.description ?? "")" }
    }

    private func offered() throws -> Sample {
        var sample = try Sample.drafted(["review": 12])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.put(
            "offerings", "o",
            ["agreement": "samen", "agreementVersion": "samen-v1", "on": "2026-03-02", "until": "2026-03-31"])
        return sample
    }

    @Test("A version that lapses soon is told two weeks before, and no longer once it is in force")
    func lapsing() throws {
        var sample = try offered()
        #expect(found(sample).isEmpty)
        sample.today = try #require(Day("2026-03-20"))
        #expect(found(sample) == ["offering.lapsing o 2026-03-31"])
        for party in ["stad", "net", "cloud"] {
            try sample.assume(
                "signatures", "s-\(party)",
                [
                    "agreement": "samen", "agreementVersion": "samen-v1", "party": .string(party), "answer": "accept",
                    "on": "2026-03-19", "declaration": "{}",
                ])
        }
        #expect(found(sample) == ["agreement.no-review samen 2027-03-19"])
    }

    @Test("In force without a review planned, and a review that was not held, are told")
    func reviews() throws {
        var sample = try offered()
        for party in ["stad", "net", "cloud"] {
            try sample.assume(
                "signatures", "s-\(party)",
                [
                    "agreement": "samen", "agreementVersion": "samen-v1", "party": .string(party), "answer": "accept",
                    "on": "2026-03-19", "declaration": "{}",
                ])
        }
        sample.today = try #require(Day("2026-04-20"))
        #expect(found(sample) == ["agreement.no-review samen 2027-03-19"])
        try sample.put("reviews", "r", ["agreement": "samen", "planned": "2026-05-01"])
        #expect(found(sample).isEmpty)
        sample.today = try #require(Day("2026-05-02"))
        #expect(found(sample) == ["review.overdue r 2026-05-01"])
        try sample.patch("reviews", "r", ["held": "2026-05-02"])
        #expect(found(sample) == ["agreement.no-review samen 2027-05-02"])
    }
}
