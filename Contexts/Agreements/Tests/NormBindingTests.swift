import Kernel
import Testing

@testable import Agreements

@Suite("Norms: whom they bind, and from when")
struct NormBindingTests {
    private let offer = Rules.offer.merging(["least": "100"]) { $1 }

    @Test("Nobody is held to a norm before it is bound, nor to a clause that it did not accept")
    func exceptions() throws {
        var norms = try NormSample(offer, fixed: false)
        try norms.sample.patch("clauses", "doel", ["optional": true])
        try norms.fix("2026-01-10", parties: ["stad", "net"], except: ["net": ["doel"]])
        #expect(try norms.statuses("2026-01-10").isEmpty)
        let version = try #require(norms.sample.state.versions(of: ID("samen")).last)
        try norms.sign("cloud", version, "2026-01-20")
        #expect(try norms.statuses("2026-01-19").isEmpty)
        #expect(try norms.statuses("2026-01-20").map(\.bearer.id) == ["cloud", "stad"])
    }

    @Test("A first period of which less than half remained begins with the next")
    func firstPeriod() throws {
        var late = try NormSample(offer, fixed: false)
        try late.fix("2026-09-01", parties: ["stad", "net", "cloud"])
        let autumn = try late.first("net", "2026-12-15")
        #expect(autumn.state == .due)
        #expect(autumn.due == Day("2027-12-31"))
        #expect(autumn.explanation.en.hasSuffix("in 2027; counts from 1 January 2027."))
        #expect(try late.states("net", "2028-01-01") == ["breached", "due"])

        var early = try NormSample(offer, fixed: false)
        try early.fix("2026-06-01", parties: ["stad", "net", "cloud"])
        #expect(try early.first("net", "2026-06-15").due == Day("2026-12-31"))
    }

    @Test("A norm that goes on in a new version is one norm: the period is not cut in two")
    func amended() throws {
        var norms = try NormSample(offer)
        try norms.act("o1", "offer", by: "net", on: "2026-02-01", amount: 60)
        try norms.sample.patch("clauses", "bijdrage", ["heading": "Inbreng"])
        try norms.putNorm("norm", offer.merging(["least": "50"]) { $1 })
        try norms.sample.patch("agreements", "samen", ["entry": ["needs": "count", "count": 2]])
        try norms.fix("2026-10-01", parties: ["stad", "net"])
        #expect(try norms.states("net", "2026-09-30") == ["due"])
        let net = try norms.first("net", "2026-10-01")
        #expect(net.state == .kept)
        #expect(net.norm.version == 2)
        // Whoever did not accept the new version stays bound by the old one.
        #expect(try norms.first("cloud", "2027-01-01").norm.version == 1)
        #expect(try norms.states("stad", "2027-01-01") == ["breached", "due"])
    }

    @Test("Who left owes nothing for a period that had not ended, but a breach before it stays")
    func left() throws {
        var norms = try NormSample(
            Rules.meet.merging([
                "bearer": ["who": "everyone"], "action": "report", "evidence": Rules.act("report"),
            ]) { $1 })
        try norms.sample.put(
            "exits", "x", ["agreement": "samen", "party": "net", "given": "2026-03-01", "effective": "2026-05-15"])
        #expect(try norms.states("net", "2026-05-01") == ["breached", "due"])
        #expect(try norms.states("net", "2026-08-01") == ["breached"])
        #expect(try norms.states("stad", "2026-08-01") == ["breached", "breached", "due"])
    }

    @Test("A place that nobody filled in is named, and nobody is accused")
    func blanks() throws {
        let norms = try NormSample(Rules.offer)
        let statuses = try norms.statuses("2027-06-01")
        #expect(Set(statuses.map(\.state)) == [.unchecked])
        #expect(statuses.map(\.bearer.id) == ["cloud", "net", "stad"])
        #expect(statuses.first?.explanation.en == "Offer: not filled in yet: commons-value.")
    }

    @Test("A condition that only people can judge is told as such")
    func condition() throws {
        let norms = try NormSample([
            "form": "duty", "action": "inform", "condition": ["nl": "als dat redelijk is.", "en": "if reasonable."],
        ])
        let status = try norms.first("stad", "2026-02-01")
        #expect(status.state == .unchecked)
        #expect(status.explanation.nl == "Informeren: alleen mensen kunnen dit beoordelen: als dat redelijk is.")
    }

    @Test("Evidence in another currency, or with somebody else's name, does not count")
    func strangers() throws {
        var norms = try NormSample(offer)
        try norms.sample.put(
            "acts", "usd",
            ["what": "offer", "by": "net", "on": "2026-02-01", "amount": ["amount": 500, "currency": "USD"]])
        try norms.act("city", "offer", by: "stad", on: "2026-02-01", amount: 500)
        #expect(try norms.states("net", "2026-03-01") == ["due"])
        #expect(try norms.states("stad", "2026-03-01") == ["kept"])
    }

    @Test("A duty towards each other party names who has not had enough, of those who were there all the time")
    func each() throws {
        var norms = try NormSample(
            Rules.offer.merging([
                "least": "100", "each": true, "counterparty": ["who": "everyone"],
                "evidence": Rules.act("offer", ["counterparty": "towards", "amount": "amount"]),
            ]) { $1 })
        try norms.act("o1", "offer", by: "net", on: "2026-02-01", amount: 100, ["towards": "stad"])
        try norms.act("o2", "offer", by: "net", on: "2026-03-01", amount: 40, ["towards": "cloud"])
        let net = try norms.first("net", "2027-01-01")
        #expect(net.state == .breached)
        #expect(
            net.explanation.en
                == "Offer: enough for 1 of 2 parties, not yet for Cloud BV (€ 40 of € 100) in 2026, last on 1 March 2026."
        )
        try norms.act("o3", "offer", by: "net", on: "2026-04-01", amount: 60, ["towards": "cloud"])
        #expect(try norms.states("net", "2026-04-02") == ["kept"])
    }
}
