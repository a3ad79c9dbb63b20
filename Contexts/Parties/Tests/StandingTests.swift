import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("What someone may do, and who is asked to mend it")
struct StandingTests {
    @Test("Whoever has no mandate is told so, and whom to ask; with one, until when it lasts")
    func standing() throws {
        var sample = try Sample.neighbourhood()
        let before = try #require(
            CallerStanding.all(sample.reader("accountmanager"), persons: ["accountmanager"]).first)
        #expect(before.needsMandate && before.mandate == nil)
        let asked = Tasks.forCaller(sample.reader("accountmanager"), persons: ["accountmanager"])
        #expect(asked.map(\.title.nl) == ["Vraag Leverancier B.V. om een mandaat"])
        #expect(asked.first?.why.nl.contains("De regisseur legt het vast: Regisseur (Gemeente Stad)") == true)

        try sample.mandate("deelname", "accountmanager", of: "leverancier", until: Sample.today + 400)
        let after = try #require(CallerStanding.all(sample.reader("accountmanager"), persons: ["accountmanager"]).first)
        #expect(!after.needsMandate && after.mandate?.period.until == Sample.today + 400)
        #expect(Tasks.forCaller(sample.reader("accountmanager"), persons: ["accountmanager"]).isEmpty)
        #expect(CallerStanding.all(sample.reader("regisseur"), persons: ["regisseur"]).allSatisfy { !$0.needsMandate })
    }

    @Test("The orchestrator is asked for the mandate of whoever can sign in without one, filled in as far as it can be")
    func grant() throws {
        var sample = try Sample.neighbourhood()
        let orchestrator = sample.reader("regisseur")
        #expect(Tasks.forCaller(orchestrator, persons: ["regisseur"]).isEmpty)
        let asked = Tasks.forCaller(orchestrator, persons: ["regisseur"], seated: ["accountmanager", "regisseur"])
        #expect(asked.map(\.title.nl) == ["Leg het mandaat vast van Accountmanager, Leverancier B.V."])
        #expect(asked.first?.doing == .add(["person": "accountmanager", "organisation": "leverancier"]))

        try sample.mandate("deelname", "accountmanager", of: "leverancier")
        let after = Tasks.forCaller(sample.reader("regisseur"), persons: ["regisseur"], seated: ["accountmanager"])
        #expect(after.isEmpty)
        let helper = Tasks.forCaller(
            sample.reader("accountmanager"), persons: ["accountmanager"], seated: ["regisseur"])
        #expect(helper.isEmpty)
    }

    @Test(
        "A mandate that ends is asked of its holder and of the orchestrator, who gets the form, in days that people write"
    )
    func renewal() throws {
        var sample = try Sample.neighbourhood()
        let end = Sample.today + 5
        try sample.mandate("deelname", "accountmanager", of: "leverancier", until: end)
        let mine = try #require(
            Tasks.forCaller(sample.reader("accountmanager"), persons: ["accountmanager"]).first)
        #expect(mine.why.nl.hasPrefix("Het loopt af op \(end.shown(.nl, today: Sample.today)). Vraag Directeur."))
        #expect(!mine.why.nl.contains(end.description))
        let theirs = try #require(Tasks.forCaller(sample.reader("regisseur"), persons: ["regisseur"]).first)
        #expect(theirs.doing == .change("period") && theirs.record == "deelname" && theirs.due == end)
        #expect(sample.findings("mandate.ending").allSatisfy { !$0.message.nl.contains(end.description) })
    }

    @Test(
        "A late boarding is asked of the orchestrator, unless its steps are; asking for a mandate comes before any step"
    )
    func lateBoarding() throws {
        var sample = try Sample.neighbourhood()
        let boarding: [String: Value] = [
            "organisation": "leverancier", "direction": "onboarding", "checklist": "onboarding",
            "started": (Sample.today + -90).value,
        ]
        try sample.put("boardings", "leverancier", boarding)
        let asked = Tasks.forCaller(sample.reader("regisseur"), persons: ["regisseur"])
        #expect(asked.contains { $0.title.nl == "Breng de toetreding van Leverancier B.V. weer op gang" })
        try sample.patch("boardings", "leverancier", ["host": "stad"])
        let hosting = Tasks.forCaller(sample.reader("regisseur"), persons: ["regisseur"])
        #expect(hosting.count > 1)
        #expect(!hosting.contains { $0.title.nl.hasPrefix("Breng") })
        let mine = Tasks.forCaller(sample.reader("accountmanager"), persons: ["accountmanager"])
        #expect(mine.count > 1 && mine.first?.title.nl == "Vraag Leverancier B.V. om een mandaat")
    }

    @Test("Findings are told the worst first, then what is due first; every rule has its words")
    func order() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("voorbij", "accountmanager", of: "leverancier", until: Sample.today + -3)
        try sample.mandate("straks", "regisseur", of: "stad", until: Sample.today + 9)
        let found = sample.findings
        #expect(found.first?.rule == "mandate.ended" && found.first?.urgency(on: Sample.today) == .error)
        #expect(found.first { $0.urgency(on: Sample.today) == .warning }?.rule == "mandate.ending")
        #expect(found.filter { Sample.catalogue.words(of: $0) == nil } == [])
        #expect(FindingGroup.groups(of: found + found, on: Sample.today).allSatisfy { $0.findings.count % 2 == 0 })
    }
}
