import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("Questions about parties")
struct QueryTests {
    @Test("The list counts every status and shows what passes the filter")
    func list() throws {
        var sample = try Sample.neighbourhood()
        try sample.organisation("los", "Losse organisatie", sector: "knowledge")
        var filter = PartyList.Filter()
        filter.text = "GEMEENTE"

        let list = PartyList(sample.reader("regisseur"), filter: filter)

        #expect(list.rows.map(\.id) == ["stad"])
        #expect(list.rows.first?.roles.map(\.id) == ["handbook-roles/orchestrator"])
        #expect(list.total == 3)
        #expect(list.withoutStatus == 1)
        #expect(list.statuses == [.init(status: .joined, count: 2)])
    }

    @Test("A day that most organisations share is told once; few or different days are not")
    func commonDay() throws {
        var sample = try Sample.neighbourhood()
        #expect(PartyList(sample.reader("regisseur")).commonDay == nil)
        for party in ["een", "twee", "drie"] {
            try sample.joined(party, party, sector: "knowledge")
            try sample.patch("participations", party, ["since": "2024-11-26"])
        }
        #expect(PartyList(sample.reader("regisseur")).commonDay == Day("2024-11-26"))
        for party in ["vier", "vijf"] {
            try sample.joined(party, party, sector: "knowledge")
            try sample.patch("participations", party, ["since": .string("2025-0\(party.count)-01")])
        }
        #expect(PartyList(sample.reader("regisseur")).commonDay == nil)
    }

    @Test("Where there is little room a name loses its legal form, and a long one gives way to another name")
    func shortName() {
        func short(_ name: String, _ aliases: [String] = []) -> String {
            var organisation = Organisation()
            (organisation.name, organisation.aliases) = (Text(same: name), aliases)
            return organisation.shortName.nl
        }
        #expect(short("Argaleo bv", ["Argaleo"]) == "Argaleo")
        #expect(short("Amvest Management B.V.", ["Amvest"]) == "Amvest Management")
        #expect(short("Ministerie van Infrastructuur en Waterstaat", ["IenW", "Ministerie van IenW"]) == "IenW")
        #expect(short("Site Een slimme stad", ["slimmestadzodoenwedat.nl"]) == "Site Een slimme stad")
        #expect(short("Gemeente Den Haag", ["The Hague"]) == "Gemeente Den Haag")
        #expect(short("BV") == "BV")
    }

    @Test("What a record must name is lacking until it is there")
    func lacking() throws {
        var sample = Sample()
        let persons = try #require(Sample.catalogue.kind("persons"))
        let mandates = try #require(Sample.catalogue.kind("mandates"))
        #expect(sample.reader("").lacking(for: persons).map(\.plural) == ["organisations"])
        #expect(sample.reader("").lacking(for: mandates).map(\.plural) == ["organisations", "persons"])

        try sample.organisation("stad", "Stad")

        #expect(sample.reader("").lacking(for: persons).isEmpty)
        #expect(sample.reader("").lacking(for: mandates).map(\.plural) == ["persons"])
    }

    @Test("The helix is called after the largest composition that is complete")
    func helixWord() throws {
        var sample = try Sample.neighbourhood()
        #expect(HelixSummary(sample.situation).word == "double")

        try sample.joined("kennis", "Universiteit", sector: "knowledge")
        try sample.joined("vereniging", "Vereniging", sector: "association")
        #expect(HelixSummary(sample.situation).word == "triple")

        try sample.joined("bewoners", "Bewoners", sector: "citizens")
        #expect(HelixSummary(sample.situation).word == "quadruple")
    }

    @Test("The page of an organisation joins all that is known of it")
    func page() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier", until: Sample.today)
        try sample.patch("organisations", "leverancier", ["offers": ["Beheer van sensoren"]])
        try sample.patch("organisations", "stad", ["needs": ["Iemand voor beheer van sensoren"]])

        let page = try #require(OrganisationPage("leverancier", sample.reader("regisseur")))

        #expect(page.persons.map(\.hasMandate) == [true])
        #expect(page.mandates.map(\.isValid) == [true])
        #expect(page.wanted.map(\.organisation.id) == ["stad"])
        #expect(page.nextSteps.contains(.leaving))
        #expect(page.findings.map(\.rule).contains("mandate.ending"))
        #expect(page.mayEdit)
    }

    @Test("Someone from outside sees no persons, mandates or steps")
    func outside() throws {
        var sample = try Sample.neighbourhood()
        try sample.mandate("deelname", "accountmanager", of: "leverancier")
        try sample.put("boardings", "leverancier", boarding)

        let page = try #require(OrganisationPage("leverancier", sample.reader()))

        #expect(page.persons.isEmpty && page.mandates.isEmpty)
        #expect(page.boardings.map(\.steps) == [[]])
        #expect(page.boardings.first?.host?.id == "stad")
        #expect(!page.mayEdit)
    }

    @Test("A boarding shows every step of its checklist, with its day")
    func boardings() throws {
        var sample = try Sample.neighbourhood()
        try sample.put("boardings", "leverancier", boarding)

        let shown = try #require(BoardingOverview.one("leverancier", sample.reader("regisseur")))

        let items = Sample.library.checklist("onboarding")?.items ?? []
        #expect(shown.steps.map(\.id) == items.map(\.id))
        #expect(shown.steps.first?.due == Sample.today + 3)
        #expect(shown.steps.first?.doer?.id == "stad")
        #expect(shown.leadTime == 0)
        #expect(shown.lateCount == 0)
    }

    @Test("Tasks are the steps of one's organisation or name, and one's mandates, first due first")
    func tasks() throws {
        var sample = try Sample.neighbourhood()
        try sample.put("boardings", "leverancier", boarding)
        try sample.mandate("deelname", "accountmanager", of: "leverancier", until: Sample.today + 1)

        let mine = Tasks.forCaller(sample.reader("accountmanager"), persons: ["accountmanager"])
        let hosts = Tasks.forCaller(sample.reader("regisseur"), persons: ["regisseur"])

        #expect(mine.first?.record == "deelname")
        #expect(mine.dropFirst().allSatisfy { $0.kind == "boardings" })
        let steps = Sample.library.checklist("onboarding")?.items.count ?? 0
        #expect(mine.count - 1 + hosts.filter { $0.kind == "boardings" }.count == steps)
        #expect(mine.compactMap(\.due) == mine.compactMap(\.due).sorted())
    }

    @Test("A step that names someone is that person's alone")
    func namedStep() throws {
        var sample = try Sample.neighbourhood()
        try sample.put(
            "boardings", "leverancier", boarding.merging(["steps": [["step": "host", "by": "accountmanager"]]]) { $1 })

        let item = Sample.library.checklist("onboarding")?.items.first { $0.id == "host" }
        let mine = Tasks.forCaller(sample.reader("accountmanager"), persons: ["accountmanager"])
        let hosts = Tasks.forCaller(sample.reader("regisseur"), persons: ["regisseur"])

        #expect(mine.contains { $0.title == item?.text })
        #expect(!hosts.contains { $0.title == item?.text })
    }

    @Test("Colleagues without a role or mandate are not asked when someone else has one")
    func colleagues() throws {
        var sample = try Sample.neighbourhood()
        try sample.put("boardings", "leverancier", boarding)
        try sample.person("collega", of: "stad", "Collega")

        let colleague = Tasks.forCaller(sample.reader("collega"), persons: ["collega"])
        #expect(!colleague.contains { $0.kind == "boardings" })
        #expect(!Tasks.forCaller(sample.reader("accountmanager"), persons: ["accountmanager"]).isEmpty)
    }

    private let boarding: [String: Value] = [
        "organisation": "leverancier", "direction": "onboarding", "checklist": "onboarding", "host": "stad",
        "started": Sample.today.value,
    ]
}
