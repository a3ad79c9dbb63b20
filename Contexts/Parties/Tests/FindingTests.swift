import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("Findings about parties")
struct FindingTests {
    @Test("A required role that nobody holds is found, also after its period has ended")
    func unfilled() throws {
        var sample = try Sample.neighbourhood()
        #expect(sample.findings("role.unfilled").isEmpty)

        try sample.patch("assignments", "regie", ["period": ["until": "2024-01-01"]])

        let finding = try #require(sample.findings("role.unfilled").first)
        #expect(finding.severity == .warning)
        #expect(finding.message.nl.contains("“"))
    }

    @Test("A key role without a deputy is found at its assignment")
    func withoutDeputy() throws {
        let finding = try #require(Sample.neighbourhood().findings("role.without-deputy").first)

        #expect(finding.kind == "assignments")
        #expect(finding.record == "regie")
    }

    @Test("An organisation that holds an important role alone is found, unless the deputy is of another")
    func single() throws {
        var sample = try Sample.neighbourhood()
        #expect(sample.findings("role.single-organisation").map(\.record) == ["stad"])

        try sample.patch("assignments", "regie", ["deputy": "accountmanager"])

        #expect(sample.findings("role.single-organisation").isEmpty)
    }

    @Test("As long as no mandates are in use, one notice says so")
    func noMandates() throws {
        let found = try Sample.neighbourhood().findings("person.without-mandate")

        #expect(found.map(\.severity) == [.notice])
        #expect(found.map(\.record) == [""])
    }

    @Test("Once mandates are in use, each organisation with a person without one is named")
    func someMandates() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier")

        let found = sample.findings("person.without-mandate")

        #expect(found.map(\.severity) == [.warning])
        #expect(found.map(\.record) == ["regisseur"])
    }

    @Test("A mandate is ending from thirty days before its last day, and ended after it", arguments: [31, 30, 0, -1])
    func ending(days: Int) throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier", until: Sample.today + days)

        let rules = sample.findings.filter { $0.record == "deelname" && $0.due != nil }.map(\.rule)

        #expect(rules == (days > 30 ? [] : days < 0 ? ["mandate.ended"] : ["mandate.ending"]))
    }

    @Test("A mandate that another one follows without a gap is not called ending")
    func renewed() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("oud", "accountmanager", of: "leverancier", until: Sample.today + 5)
        try sample.mandate("nieuw", "accountmanager", of: "leverancier")
        try sample.patch("mandates", "nieuw", ["period": .map(["from": (Sample.today + 6).value])])

        #expect(sample.findings("mandate.ending").isEmpty)

        try sample.patch("mandates", "nieuw", ["period": .map(["from": (Sample.today + 7).value])])
        #expect(sample.findings("mandate.ending").count == 1)
    }

    @Test("A reopened mandate and one without a deputy are found")
    func reopened() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier")
        #expect(sample.findings("mandate.without-deputy").map(\.record) == ["deelname"])

        try sample.patch("mandates", "deelname", ["state": "reopened"])

        #expect(sample.findings("mandate.reopened").map(\.record) == ["deelname"])
        #expect(sample.findings("mandate.without-deputy").isEmpty)
        #expect(!sample.findings("person.without-mandate").map(\.record).contains("accountmanager"))
    }

    @Test("A sector that the goal needs and no party has is found, with who is in sight")
    func helix() throws {
        var sample = try Sample.neighbourhood()
        try sample.organisation("bewoners", "Bewoners", sector: "citizens")
        try sample.put("participations", "bewoners", ["organisation": "bewoners", "status": "identified"])
        try sample.patch("ecosystems", "buurt", ["helix": ["government", "citizens"]])

        let found = sample.findings("helix.missing")

        #expect(found.map(\.field) == ["helix"])
        #expect(found.first?.message.nl.contains("Bewoners") == true)
    }

    @Test("A party whose sector is unknown counts towards no helix")
    func unknownSector() throws {
        var sample = try Sample.neighbourhood()
        try sample.joined("raadsel", "Raadsel", sector: "unknown")
        try sample.patch("ecosystems", "buurt", ["helix": ["other"]])

        #expect(sample.findings("helix.missing").count == 1)
    }

    @Test("A boarding with steps past their day is late until it is finished")
    func late() throws {
        var sample = try Sample.neighbourhood()
        let started = Sample.today + -30
        try sample.put(
            "boardings", "leverancier",
            [
                "organisation": "leverancier", "direction": "onboarding", "checklist": "onboarding", "host": "stad",
                "started": started.value, "steps": [["step": "host", "done": started.value]],
            ])

        let finding = try #require(sample.findings("boarding.late").first)
        #expect(finding.due.map { $0 < Sample.today } == true)

        try sample.patch("boardings", "leverancier", ["finished": Sample.today.value])
        #expect(sample.findings("boarding.late").isEmpty)
    }

    @Test("A step that is not on the checklist, or a checklist for something else, is refused")
    func wrongChecklist() throws {
        let sample = try Sample.neighbourhood()
        let boarding: [String: Value] = [
            "organisation": "leverancier", "direction": "onboarding", "checklist": "onboarding",
            "started": "2024-01-01", "steps": [["step": "bestaat-niet"]],
        ]

        #expect(sample.broken("boardings", "leverancier", .put(boarding)) == ["boarding.step"])
        let other = boarding.merging(["checklist": "offboarding"]) { $1 }
        #expect(sample.broken("boardings", "leverancier", .put(other)) == ["boarding.checklist"])
    }

    @Test("Organisations without a participation are found together")
    func noParticipation() throws {
        var sample = try Sample.neighbourhood()
        try sample.organisation("een", "Een")
        try sample.organisation("twee", "Twee")

        let found = sample.findings("organisation.no-participation")

        #expect(found.count == 1)
        #expect(found.first?.message.en == "2 organisations have no participation yet: Een and Twee.")
    }

    @Test("Names that look alike are found with both ids")
    func lookalikes() throws {
        var sample = try Sample.neighbourhood()
        try sample.organisation("leverancier-2", "LEVERANCIER")

        let finding = try #require(sample.findings("organisation.looks-like").first)

        #expect(finding.severity == .warning)
        #expect(finding.message.nl.contains("leverancier-2"))
    }

    @Test("No finding about parties is an error")
    func noErrors() throws {
        var sample = try Sample.neighbourhood()
        try sample.organisation("leverancier-2", "LEVERANCIER")

        #expect(!sample.findings.contains { $0.severity == .error })
    }
}
