import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("Participation")
struct ParticipationTests {
    @Test("The first recording may have any status, and no day")
    func firstRecording() throws {
        var sample = Sample()
        try sample.organisation("stad", "Stad")

        let broken = sample.broken("participations", "stad", .put(["organisation": "stad", "status": "joined"]))

        #expect(broken.isEmpty)
    }

    @Test("A participation has the id of its organisation")
    func ownID() throws {
        var sample = Sample()
        try sample.organisation("stad", "Stad")

        let broken = sample.broken("participations", "anders", .put(["organisation": "stad", "status": "joined"]))

        #expect(broken == ["participation.id"])
    }

    @Test("A second participation of an organisation is told as that, whatever id it got")
    func second() throws {
        let sample = try identified()

        let broken = sample.broken("participations", "stad-2", .put(["organisation": "stad", "status": "joined"]))

        #expect(broken == ["participation.twice"])
    }

    @Test("A step forward needs a day")
    func stepNeedsDay() throws {
        let sample = try identified()

        #expect(sample.broken("participations", "stad", .patch(["status": "approached"])) == ["participation.since"])
        #expect(
            sample.broken("participations", "stad", .patch(["status": "approached", "since": "2024-01-02"])).isEmpty)
    }

    @Test("A step cannot lie before the last one")
    func stepsInOrder() throws {
        var sample = try identified()
        try sample.patch("participations", "stad", ["status": "approached", "since": "2024-01-02"])

        let broken = sample.broken("participations", "stad", .patch(["status": "planning", "since": "2024-01-01"]))

        #expect(broken == ["participation.since"])
    }

    @Test("A step that skips one is refused")
    func noSkipping() throws {
        let sample = try identified()

        let broken = sample.broken("participations", "stad", .patch(["status": "joined", "since": "2024-01-02"]))

        #expect(broken == ["participation.step"])
    }

    @Test("A step back needs a reason")
    func stepBack() throws {
        var sample = try identified()
        try sample.patch("participations", "stad", ["status": "approached", "since": "2024-01-02"])
        let back: [String: Value] = ["status": "identified", "since": "2024-01-03"]

        #expect(sample.broken("participations", "stad", .patch(back)) == ["participation.reason"])
        let reasoned = back.merging(["reason": "Verkeerde afdeling"]) { $1 }
        #expect(sample.broken("participations", "stad", .patch(reasoned)).isEmpty)
    }

    @Test("From each status exactly these steps are open")
    func table() {
        let steps = Dictionary(
            uniqueKeysWithValues: Participation.Status.allCases.map { status in
                (status.rawValue, status.nextSteps.map(\.rawValue).joined(separator: " "))
            })

        #expect(
            steps == [
                "identified": "approached declined unknown",
                "approached": "identified planning declined unknown",
                "planning": "identified approached applying declined unknown",
                "applying": "identified approached planning onboarding declined unknown",
                "onboarding": "identified approached planning applying joined declined unknown",
                "joined": "identified approached planning applying onboarding leaving",
                "leaving": "identified approached planning applying onboarding joined left",
                "left": "identified approached planning applying onboarding joined leaving",
                "declined": "identified approached planning applying unknown",
                "unknown": "identified approached planning applying onboarding joined leaving left declined",
            ])
    }

    private func identified() throws -> Sample {
        var sample = Sample()
        try sample.organisation("stad", "Stad")
        try sample.put("participations", "stad", ["organisation": "stad", "status": "identified"])
        return sample
    }
}
