import Ecosystems
import Kernel

/// What is due in agreements: signing that ends soon, and reviews.
struct TimeFindings {
    /// How many days before signing ends it is told.
    static let warningDays = 14

    let situation: Situation

    var all: [Finding] { lapsing + ending + overdue + unplanned }

    private func name(_ id: ID<Agreement>) -> Text {
        situation.state[Agreement.self][id]?.name ?? Text(same: id.rawValue)
    }

    /// Versions that lapse soon unless enough parties sign.
    private var lapsing: [Finding] {
        let today = situation.today
        return situation.state[Offering.self].sorted.filter { $0.isOpen(on: today) }.compactMap { offering in
            guard let version = situation.state[AgreementVersion.self][offering.version], let text = version.text,
                let until = [offering.until, text.entry.by].compactMap(\.self).min(), until >= today,
                until <= today + Self.warningDays
            else { return nil }
            let facts = AgreementFacts(offering.agreement, in: situation.state)
            guard AgreementStanding(facts, on: today).state(of: version.number) == .offered else { return nil }
            return lapses(offering, version, until, waiting: facts.waiting(version, text, on: today))
        }
    }

    private func lapses(_ offering: Offering, _ version: AgreementVersion, _ until: Day, waiting: Int) -> Finding {
        let name = name(offering.agreement)
        return Finding(
            "offering.lapsing", .warning,
            Text(
                "Versie \(version.number) van “\(name.dutch)” vervalt na \(until.shown(.nl, today: situation.today)); "
                    + "\(waiting) partijen hebben nog niet geantwoord.",
                "Version \(version.number) of “\(name.english)” lapses after \(until.shown(.en, today: situation.today)); "
                    + "\(waiting) parties have not answered yet."),
            why: Text(
                "Na die dag kan niemand deze versie nog aanvaarden. Bel wie nog niet tekende, of geef meer tijd.",
                "After that day nobody can accept this version. Call those who have not signed, or give more time."),
            kind: Offering.naming.plural, record: offering.id.rawValue, field: "until", due: until)
    }

    /// What ends soon while no renewal is on its way.
    private var ending: [Finding] {
        situation.state[Agreement.self].sorted.compactMap { agreement in
            let facts = AgreementFacts(agreement.id, in: situation.state)
            guard let term = AgreementTerm(AgreementStanding(facts, on: situation.today)), term.isNear, !term.isOver,
                term.renewal == nil
            else { return nil }
            let name = agreement.name
            return Finding(
                "agreement.term-ends", .warning,
                Text(
                    "“\(name.dutch)” geldt nog tot en met \(term.until.shown(.nl, today: situation.today)) en wordt niet verlengd.",
                    "“\(name.english)” holds until \(term.until.shown(.en, today: situation.today)) and is not being renewed."
                ),
                why: Text(
                    "Na die dag is niemand meer gebonden. Verleng op tijd, of laat bewust eindigen en zeg dat tegen elkaar.",
                    "After that day nobody is bound. Renew in time, or let it end on purpose and tell each other."),
                kind: Agreement.naming.plural, record: agreement.id.rawValue, field: "validity", due: term.until)
        }
    }

    private var overdue: [Finding] {
        let today = situation.today
        return situation.state[Review.self].sorted.compactMap { review in
            guard review.held == nil, let planned = review.planned, planned < today else { return nil }
            let name = name(review.agreement)
            return Finding(
                "review.overdue", .warning,
                Text(
                    "De evaluatie van “\(name.dutch)” was gepland op \(planned.shown(.nl, today: today)) en is niet gehouden.",
                    "The review of “\(name.english)” was planned for \(planned.shown(.en, today: today)) and was not held."
                ),
                why: Self.whyReview, kind: Review.naming.plural, record: review.id.rawValue, field: "held", due: planned
            )
        }
    }

    /// In force, with a review agreed, and none planned.
    private var unplanned: [Finding] {
        let reviews = Dictionary(grouping: situation.state[Review.self].records, by: \.agreement)
        return situation.state[Agreement.self].sorted.compactMap { agreement in
            guard let months = agreement.review,
                reviews[agreement.id]?.contains(where: { $0.held == nil && $0.planned != nil }) != true
            else { return nil }
            let standing = AgreementStanding(AgreementFacts(agreement.id, in: situation.state), on: situation.today)
            guard let current = standing.current, let entered = standing.entered[current.version.number] else {
                return nil
            }
            let last = (reviews[agreement.id] ?? []).compactMap(\.held).max() ?? entered
            let due = last.adding(months: months)
            return Finding(
                "agreement.no-review", .notice,
                Text(
                    "Voor “\(agreement.name.dutch)” is geen evaluatie gepland; zij hoort vóór \(due.shown(.nl, today: situation.today)).",
                    "No review of “\(agreement.name.english)” is planned; it belongs before \(due.shown(.en, today: situation.today))."
                ),
                why: Self.whyReview, kind: Agreement.naming.plural, record: agreement.id.rawValue, field: "review",
                due: due)
        }
    }

    private static let whyReview = Text(
        "De partijen spraken af om geregeld na te gaan of deze afspraak nog past. Wat niemand bespreekt, slijt.",
        "The parties agreed to see regularly whether this agreement still fits. What nobody discusses wears out.")
}

extension AgreementFacts {
    /// How many parties of a version have said neither yes nor no.
    fileprivate func waiting(_ version: AgreementVersion, _ text: AgreementDocument, on day: Day) -> Int {
        text.parties.filter { lastWord(of: ID($0.id), on: version.id, by: day) == nil }.count
    }
}
