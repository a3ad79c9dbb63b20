import Agreements
import Ecosystems
import Kernel
import Testing

@testable import Web

@Suite("Renewing, amending, joining and ending on the web")
struct AgreementRenewalTests {
    private let intent = LifeBed.intent

    private func offer(_ steward: AccessBrowser, _ version: String) async throws {
        let fields = [("version", version), ("until", "2026-12-20")]
        #expect(try await steward.post("\(intent)/offerings", fields).status == .seeOther)
    }

    @Test("A term that ends says who must do what by when; renewing makes the next version, which binds who accepts it")
    func renewal() async throws {
        let life = try await LifeBed()
        try await life.bed.test { client in
            let dei = try await life.bed.browser(client, as: "directeur-dei")
            let steward = try await life.bed.browser(client, as: "programmadirecteur-digitaal")
            try await life.inForce(dei)
            let course = try await steward.get("\(intent)/course")
            let term = try #require(course.part(from: "id=\"term\"", to: "</section>"))
            for words in ["30 jun 2027", "legt de verlenging vast", "legt haar voor", "aanvaardt de verlenging"] {
                #expect(term.contains(words), "\(words)")
            }
            #expect(term.contains("value=\"2028-06-30\"") && term.contains("data-testid=\"renew\""))
            let english = try await steward.english("\(intent)/course")
            #expect(english.body.contains("accepts the renewal") && english.body.contains("Renew the agreement"))
            #expect(!(try await dei.get("\(intent)/course").body.contains("data-testid=\"renew\"")))
            #expect(try await dei.post("\(intent)/renewals", [("until", "2028-06-30")]).status == .forbidden)
            for (until, rule) in [("2027-06-30", "renewal.not-later"), ("straks", "renewal.day")] {
                let refused = try await steward.post("\(intent)/renewals", [("until", until)])
                #expect(refused.status == .badRequest && refused.body.contains("data-rule=\"\(rule)\""), "\(until)")
                #expect(refused.body.contains("id=\"renew-troubles\""))
            }
            let done = try await steward.post("\(intent)/renewals", [("until", "2028-06-30"), ("changes", "")])
            #expect(done.status == .seeOther)
            #expect(try await steward.get("\(intent)/redline?from=1&to=2").body.contains("30 juni 2028"))
            #expect(
                try await steward.get("\(intent)/course").body.contains("Versie 2, met een latere einddatum, is op weg")
            )
            let beside = try await steward.post("\(intent)/renewals", [("until", "2029-06-30")])
            #expect(beside.body.contains("data-rule=\"renewal.pending\""))
            try await offer(steward, "intentie-v2")
            let browsers = try await life.browsers(client, with: ["dei": dei, "gemeente-den-bosch": steward])
            for (party, browser) in browsers {
                #expect(try await LifeBed.answer(browser, party).status == .seeOther)
            }
            let later = try await life.standing(on: "2027-12-01")
            #expect(later.bonds.filter { $0.holds(on: later.day) }.map(\.version) == [2, 2, 2])
        }
    }

    @Test("What changes more than its term is not a renewal but an amendment, and binds only who accepts it")
    func amendment() async throws {
        let life = try await LifeBed()
        try await life.bed.test { client in
            let dei = try await life.bed.browser(client, as: "directeur-dei")
            let steward = try await life.bed.browser(client, as: "programmadirecteur-digitaal")
            try await life.inForce(dei)
            let clause = try #require(
                try await life.bed.reader().records(Clause.self).first { $0.agreement.rawValue == "intentie" })
            try await life.bed.patch("clauses", clause.id.rawValue, ["heading": ["nl": "Anders", "en": "Other"]])
            try await life.bed.patch("agreements", "intentie", ["entry": ["needs": "count", "count": 2]])
            let more = try await steward.post("\(intent)/renewals", [("until", "2028-06-30")])
            #expect(more.body.contains("data-rule=\"renewal.changes-more\""))
            #expect(try await steward.post("\(intent)/versions", [("changes", "Kop")]).status == .seeOther)
            let round = [("version", "intentie-v2"), ("closes", "2026-12-01")]
            #expect(try await steward.post("\(intent)/rounds", round).status == .seeOther)
            let remark = [
                ("clause", clause.id.rawValue), ("round", "intentie-v2-round"), ("party", "dei"), ("sort", "agree"),
            ]
            #expect(try await dei.post("\(intent)/remarks", remark).status == .seeOther)
            try await offer(steward, "intentie-v2")
            #expect(try await LifeBed.answer(steward, "gemeente-den-bosch").status == .seeOther)
            #expect(try await LifeBed.answer(dei, "dei").status == .seeOther)
            let heijmans = try await life.bed.browser(client, as: "business-development-manager")
            #expect(
                try await LifeBed.answer(heijmans, "heijmans", "reject", "&reason=Liever%20niet").status == .seeOther)
            let now = try await life.standing(on: "2026-11-20")
            #expect(["dei", "gemeente-den-bosch", "heijmans"].map { now.bond(of: ID($0))?.version } == [2, 2, 1])
            let page = try await heijmans.get(intent)
            #expect(page.body.contains("▲ wijst af") && page.body.contains("Liever niet"))
        }
    }

    @Test("A late joiner is named under parties, accedes on the signing page, and is bound by the version in force")
    func accession() async throws {
        let life = try await LifeBed()
        try await life.bed.test { client in
            let dei = try await life.bed.browser(client, as: "directeur-dei")
            let steward = try await life.bed.browser(client, as: "programmadirecteur-digitaal")
            try await life.inForce(dei)
            #expect(try await steward.get("\(intent)/course").body.contains("Open voor toetreding"))
            for (kind, id, values) in [
                ("participations", "g40", ["organisation": "g40", "status": "joined"] as [String: Value]),
                ("persons", "g40-directeur", ["organisation": "g40", "function": "Directeur"]),
                (
                    "mandates", "g40-mandaat",
                    [
                        "person": "g40-directeur", "organisation": "g40", "scope": "Tekenen", "level": "executive",
                        "grantor": "Bestuur",
                    ]
                ),
            ] { try await life.bed.put(kind, id, values) }
            let joiner = try await life.bed.browser(client, as: "g40-directeur")
            let early = try await joiner.get("\(intent)/signing?party=g40&answer=accede")
            #expect(!early.body.contains("data-testid=\"sign\""), "It is not named yet.")
            let edit = "/ecosystems/den-bosch/records/agreements/intentie/edit"
            let form = SentForm(try await steward.get(edit).body)
            let seen = form.fields.filter { !$0.0.hasPrefix("f.parties.3.") }
            let path = String(edit.dropLast("/edit".count))
            let named = try await steward.post(path, seen + [("f.parties.3.organisation", "g40")])
            #expect(named.status == .seeOther, "\(named.body.prefix(300))")
            #expect(try await joiner.get(intent).body.contains("kan toetreden tot de geldende versie"))
            let page = try await joiner.get("\(intent)/signing?party=g40&answer=accede")
            #expect(page.body.contains("Wij treden toe tot de geldende versie"))
            #expect(try await LifeBed.answer(joiner, "g40", "accede").status == .seeOther)
            #expect(try await life.standing(on: "2026-11-20").bond(of: ID("g40"))?.version == 1)
            #expect(try await joiner.get(intent).body.contains("✓ treedt toe"))
            let twice = try await joiner.get("\(intent)/signing?party=g40&answer=accede")
            #expect(twice.body.contains("signature.twice") && !twice.body.contains("data-testid=\"sign\""))
        }
    }

    @Test("A party accepts without an optional clause and is bound without it; then the agreement ends for all, once")
    func partialAndEnding() async throws {
        let life = try await LifeBed()
        try await life.bed.test { client in
            let dei = try await life.bed.browser(client, as: "directeur-dei")
            let steward = try await life.bed.browser(client, as: "programmadirecteur-digitaal")
            try await life.inForce(dei)
            let clause = try #require(
                try await life.bed.reader().records(Clause.self).first { $0.agreement.rawValue == "intentie" })
            try await life.bed.patch("clauses", clause.id.rawValue, ["optional": true])
            try await life.bed.patch("agreements", "intentie", ["partial": true])
            #expect(try await steward.post("\(intent)/versions", [("changes", "")]).status == .seeOther)
            try await offer(steward, "intentie-v2")
            let browsers = try await life.browsers(client, with: ["dei": dei, "gemeente-den-bosch": steward])
            for (party, browser) in browsers {
                let without = party == "dei" ? "&except=\(clause.id)" : ""
                #expect(try await LifeBed.answer(browser, party, "accept", without).status == .seeOther)
            }
            #expect(try await life.standing(on: "2026-11-20").bond(of: ID("dei"))?.except == [clause.id.rawValue])
            #expect(try await dei.get("\(intent)/bound").body.contains("zonder \(clause.id)"))
            let new = "/ecosystems/den-bosch/new/endings"
            let course = try await steward.get("\(intent)/course")
            #expect(course.body.contains("\(new)?agreement=intentie"))
            #expect(!(try await dei.get("\(intent)/course").body.contains(new)))
            let fields = [
                ("f.agreement", "intentie"), ("f.on", "2026-11-30"), ("f.reason.nl", "De verkenning is klaar"),
                ("back", "\(intent)/course"),
            ]
            let records = "/ecosystems/den-bosch/records/endings"
            #expect(try await steward.post(records, fields).location == "\(intent)/course")
            #expect(try await steward.get("\(intent)/course").body.contains("De afspraak eindigt"))
            let twice = try await steward.post(records, fields)
            #expect(twice.status != .seeOther && twice.body.contains("al beëindigd"))
            let after = try await life.standing(on: "2026-12-01")
            #expect(after.state == .ended && !after.bonds.contains { $0.holds(on: after.day) })
        }
    }
}
