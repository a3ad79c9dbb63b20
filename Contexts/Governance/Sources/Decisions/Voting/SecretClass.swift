import Kernel

/// Seats of a secret ballot that cannot be told apart: of the same weight and group, as far as the rule looks at these.
///
/// A paper says of which class it is, or it could not be counted. A class that is too small would say whose it is.
struct SecretClass: Hashable {
    let weight: Int
    let group: String
    let seats: Int

    /// How many must be alike: ours. Fewer, and who knows two of the votes knows the third.
    package static let fewest = 3

    static func all(of ballot: Ballot) -> [SecretClass] {
        let sorting = Sorting(ballot)
        let counts = ballot.seats.filter(\.votes).reduce(into: [SecretClass: Int]()) {
            $0[sorting.kind(of: $1), default: 0] += 1
        }
        return counts.map { SecretClass(weight: $0.weight, group: $0.group, seats: $1) }
            .sorted { ($0.weight, $0.group) < ($1.weight, $1.group) }
    }

    /// The class of a seat, without how many seats it has.
    static func of(_ seat: BallotSeat, in ballot: Ballot) -> SecretClass { Sorting(ballot).kind(of: seat) }

    /// What the rule looks at.
    private struct Sorting {
        let byWeight: Bool
        let byGroup: Bool

        init(_ ballot: Ballot) {
            let rule = ballot.ruleEntries
            byWeight = rule["count"]?.string != "seats"
            byGroup = ballot.method == "doubleMajority" || rule["quorum"]?["of"].string == "groups"
        }

        func kind(of seat: BallotSeat) -> SecretClass {
            SecretClass(weight: byWeight ? seat.weight : 1, group: byGroup ? seat.group : "", seats: 0)
        }
    }

    func holds(_ paper: PublishedPaper) -> Bool { paper.weight == weight && paper.group == group }

    /// The name of a nameless seat.
    func seat(_ number: Int) -> String {
        group.isEmpty ? "paper-\(weight)-\(number)" : "paper-\(weight)-\(group)-\(number)"
    }

    static func problems(of ballot: Ballot) -> [Problem] {
        var problems: [Problem] = []
        for small in all(of: ballot) where small.seats < fewest { problems.append(.tooFewAlike(small)) }
        if ["consent", "consensus"].contains(ballot.method) { problems.append(.secretConsent) }
        if ballot.follows || (ballot.mostProxies ?? 0) > 0 { problems.append(.secretProxies) }
        return problems
    }
}

extension Problem {
    fileprivate static func tooFewAlike(_ group: SecretClass) -> Problem {
        let of = group.group.isEmpty ? "" : " “\(group.group)”"
        return Problem(
            "secret.few-alike", at: ["seats"],
            Text(
                "Er zijn maar \(group.seats) zetels met gewicht \(group.weight)\(of): een biljet zou verraden van wie het is.",
                "There are only \(group.seats) seats of weight \(group.weight)\(of): a paper would tell whose it is."),
            mend: Text(
                "Stem op naam, tel per zetel (count: seats), of zorg voor minstens \(SecretClass.fewest) gelijke zetels.",
                "Vote by name, count by seat (count: seats), or see to at least \(SecretClass.fewest) equal seats."))
    }

    fileprivate static let secretConsent = Problem(
        "secret.consent", at: ["rule", "method"],
        Text(
            "Consent en consensus vragen om argumenten; een geheime stem geeft die niet.",
            "Consent and consensus ask for arguments; a secret vote gives none."),
        mend: Text("Stem op naam, of kies een andere regel.", "Vote by name, or choose another rule."))

    fileprivate static let secretProxies = Problem(
        "secret.proxies", at: ["rule", "proxies"],
        Text(
            "Bij een geheime stemming stemt niemand voor een ander.", "In a secret ballot nobody votes for another."),
        mend: Text("Laat volmachten weg; een plaatsvervanger kan wel.", "Leave out proxies; a deputy is possible."))

    static let secretInParts = Problem(
        "secret.parts", at: ["papers"],
        Text("Een geheime stem wordt niet gesplitst.", "A secret vote is not split."),
        mend: Text("Geef één stem.", "Cast one vote."))
}
