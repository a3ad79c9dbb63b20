import Kernel
import MethodLibrary
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("What parties say of who is tied, and of who carries what")
struct TieTests {
    private static func reader(_ sample: Sample) -> Reader {
        Reader(situation: sample.situation, rights: Rights(), catalogue: Sample.catalogue)
    }

    @Test("a part belongs to its whole, and a host works with whom it guides while that lasts")
    func partsAndHosts() throws {
        var sample = Sample()
        try sample.joined("city", "Gemeente", sector: "government")
        try sample.joined("firm", "Bedrijf")
        try sample.patch("organisations", "firm", ["parent": "city"])
        try sample.put(
            "boardings", "welcome",
            [
                "organisation": "firm", "direction": "onboarding", "checklist": "onboarding", "host": "city",
                "started": "2024-01-01",
            ])
        let ties = Self.reader(sample).impliedTies.sorted { $0.kind < $1.kind }
        #expect(ties.map(\.kind) == ["cooperation", "membership"])
        #expect(ties.map(\.ends) == [.star(middle: "city", others: ["firm"]), .arrow(from: "firm", to: "city")])
        #expect(ties.first?.period.from == Day("2024-01-01"))
        #expect(Self.reader(sample).carried.map(\.what) == [RecordPlace(kind: "boardings", id: "welcome")])
    }

    @Test("who holds a whole role is over who holds a part of it, on the days that both do")
    func roles() throws {
        let (whole, part) = try #require(Self.partRole)
        var sample = Sample()
        for id in ["city", "firm", "club"] { try sample.joined(id, id.capitalized) }
        try sample.put(
            "assignments", "w", ["role": .string(whole), "organisation": "city", "period": ["from": "2023-01-01"]])
        try sample.put(
            "assignments", "p", ["role": .string(part), "organisation": "firm", "period": ["until": "2023-12-31"]])
        let ties = Self.reader(sample).impliedTies
        #expect(ties.map(\.ends) == [.arrow(from: "city", to: "firm")] && ties.map(\.kind) == ["governance"])
        #expect(ties.first?.period == Period(from: Day("2023-01-01"), until: Day("2023-12-31")))
        try sample.put("assignments", "second", ["role": .string(whole), "organisation": "club"])
        #expect(Self.reader(sample).impliedTies.isEmpty)
    }

    @Test("a role is carried alone while no other organisation holds it today")
    func carriedRoles() throws {
        var sample = Sample()
        for id in ["city", "firm"] { try sample.joined(id, id.capitalized) }
        let role = try #require(Sample.library.choices(for: .role).first?.id)
        try sample.put("assignments", "one", ["role": .string(role), "organisation": "city"])
        #expect(Self.reader(sample).carried.map(\.isAlone) == [true])
        try sample.put("assignments", "two", ["role": .string(role), "organisation": "firm"])
        #expect(Self.reader(sample).carried.map(\.isAlone) == [false, false])
    }

    /// A role of the library that is part of another, and that other.
    private static var partRole: (whole: String, part: String)? {
        for choice in Sample.library.choices(for: .role) {
            guard let slash = choice.id.firstIndex(of: "/"), let whole = Sample.library.role(choice.id)?.partOf,
                !whole.isEmpty
            else { continue }
            return ("\(choice.id[..<slash])/\(whole)", choice.id)
        }
        return nil
    }

    @Test("needs and offers are matched by the words they share, the best of each two once")
    func needsAndOffers() throws {
        var sample = Sample()
        for id in ["city", "firm", "club"] { try sample.joined(id, id.capitalized) }
        try sample.patch("organisations", "city", ["needs": ["sensoren voor bodemvocht", "sensoren"]])
        try sample.patch("organisations", "firm", ["offers": ["sensoren voor bodemvocht in parken"]])
        try sample.patch("organisations", "club", ["offers": ["wandelingen"], "needs": ["sensoren"]])
        let found = NeedAndOffer.all(Self.reader(sample))
        #expect(found.map(\.seeker.rawValue) == ["city", "club"] && found.map(\.giver.rawValue) == ["firm", "firm"])
        #expect(found.map(\.sharedWords) == [2, 1])
        for step in ["leaving", "left"] {
            try sample.patch(
                "participations", "firm", ["status": .string(step), "since": "2024-01-01", "reason": "verhuisd"])
        }
        #expect(NeedAndOffer.all(Self.reader(sample)).isEmpty)
    }
}
