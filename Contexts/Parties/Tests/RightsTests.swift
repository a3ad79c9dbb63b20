import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("Rights of a caller")
struct RightsTests {
    @Test("A role that orchestrates gives the right to edit everything")
    func orchestrator() throws {
        let rights = try Sample.neighbourhood().rights("regisseur")

        #expect(rights.orchestrates)
        #expect(rights.participates)
        #expect(rights.roles == ["handbook-roles/orchestrator"])
        #expect(rights.represents.isEmpty)
    }

    @Test("A valid mandate makes a member represent the organisation")
    func representative() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier", until: Sample.today)

        let rights = sample.rights("accountmanager")

        #expect(rights.represents == ["leverancier"])
        #expect(rights.mandates == ["leverancier": "deelname"])
        #expect(!rights.orchestrates)
    }

    @Test("A mandate that ended, was reopened or is of another organisation gives nothing")
    func noMandate() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("oud", "accountmanager", of: "leverancier", until: Sample.today + -1)
        try sample.mandate("elders", "accountmanager", of: "stad")
        try sample.mandate("open", "accountmanager", of: "leverancier")
        try sample.patch("mandates", "open", ["state": "reopened"])

        let rights = sample.rights("accountmanager")

        #expect(rights.represents.isEmpty)
        #expect(rights.belongsTo == ["leverancier"])
    }

    @Test("Who left represents no longer, but someone on the way in does")
    func leftAndApplying() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier")
        let leaving: [String: Value] = ["status": "leaving", "since": "2024-01-01"]
        try sample.patch("participations", "leverancier", leaving)
        #expect(sample.rights("accountmanager").represents == ["leverancier"])

        try sample.patch("participations", "leverancier", ["status": "left", "since": "2024-02-01"])

        #expect(sample.rights("accountmanager").represents.isEmpty)
        #expect(!sample.rights("accountmanager").participates)
    }

    @Test("Without anyone who orchestrates only administrators write")
    func nobodyYet() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier")
        try sample.carryOut(ChangeRecords([RecordChange("assignments", "regie", .remove)]))

        #expect(sample.rights("accountmanager").represents.isEmpty)
        #expect(sample.rights("accountmanager", administrator: true).administers)
    }

    @Test("A deputy holds the role and the mandate too")
    func deputies() throws {
        var sample = try Sample.neighbourhood()
        try sample.person("vervanger", of: "stad", "Vervanger")
        try sample.patch("assignments", "regie", ["deputy": "vervanger"])
        try sample.mandate("deelname", "regisseur", of: "stad")
        try sample.patch("mandates", "deelname", ["deputy": "vervanger"])

        let rights = sample.rights("vervanger")

        #expect(rights.orchestrates)
        #expect(rights.represents == ["stad"])
    }

    @Test("Someone who is nobody here may read what is public only")
    func stranger() throws {
        let rights = try Sample.neighbourhood().rights("onbekend")

        #expect(
            rights
                == {
                    var none = Rights(); none.mayWrite = true; return none
                }())
    }
}
