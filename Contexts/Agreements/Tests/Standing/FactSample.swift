import Kernel
import Parties
import Testing

@testable import Agreements

/// Facts about an agreement of three parties, written down in a line each; days count from 1 January 2026.
struct FactSample {
    var facts = AgreementFacts()

    static func day(_ number: Int) -> Day { (Day("2026-01-01") ?? Day(number: 0)) + (number - 1) }

    mutating func version(
        _ number: Int, entry: EntryRule = EntryRule(), from: Int? = nil, until: Int? = nil,
        parties: [String] = ["stad", "net", "cloud"]
    ) {
        var text = AgreementDocument()
        text.number = number
        text.entry = entry
        text.validity = Period(from: from.map(Self.day), until: until.map(Self.day))
        text.parties = parties.map { id in
            var party = DocumentParty()
            party.id = id
            return party
        }
        var version = AgreementVersion(id: "v\(number)")
        version.number = number
        facts.versions.append(AgreementFacts.Fixed(version: version, text: text))
    }

    mutating func say(
        _ party: String, _ answer: Signature.Answer = .accept, version: Int = 1, on day: Int, except: [String] = []
    ) {
        var signature = Signature(id: "s\(String(format: day, facts.signatures.count))-\(party)")
        signature.version = ID("v\(version)")
        signature.party = ID(party)
        signature.answer = answer
        signature.except = except
        signature.on = Self.day(day)
        facts.signatures.append(signature)
    }

    mutating func offer(version: Int = 1, on day: Int, until: Int? = nil, withdrawn: Int? = nil, replaces: Bool = false)
    {
        var offering = Offering(id: "o\(version)")
        offering.version = ID("v\(version)")
        offering.on = Self.day(day)
        offering.until = until.map(Self.day)
        offering.withdrawn = withdrawn.map(Self.day)
        offering.endsPrevious = replaces
        facts.offerings.append(offering)
    }

    mutating func exit(_ party: String, on day: Int) {
        var exit = Exit(id: "x-\(party)")
        exit.party = ID(party)
        exit.given = Self.day(day)
        exit.effective = Self.day(day)
        facts.exits.append(exit)
    }

    mutating func end(on day: Int) {
        var ending = Ending(id: "e\(day)")
        ending.on = Self.day(day)
        facts.endings.append(ending)
    }

    /// As the records give them: in any order, and put in order by the facts themselves.
    func standing(_ day: Int) -> AgreementStanding {
        AgreementStanding(
            AgreementFacts(
                versions: facts.versions, signatures: facts.signatures, offerings: facts.offerings,
                rounds: facts.rounds,
                exits: facts.exits, endings: facts.endings), on: Self.day(day))
    }

    /// “stad v1 3-9 later”: who was bound by what, from day to day, and why it ended.
    func bonds(_ day: Int) -> [String] {
        standing(day).bonds.map { bond in
            let start = bond.from.number - Self.day(1).number + 1
            let until = bond.until.map { "\($0.number - Self.day(1).number + 1)" } ?? ""
            return "\(bond.party) v\(bond.version) \(start)-\(until)\(bond.end.map { " \($0.rawValue)" } ?? "")"
        }
    }

}

extension String {
    /// Ids that sort as they were given: day, then order on that day.
    fileprivate init(format day: Int, _ order: Int) { self = "\(1_000 + day)-\(1_000 + order)" }
}

extension EntryRule {
    static func needs(_ needs: Needs, named: [String] = [], count: Int? = nil, by: Int? = nil) -> EntryRule {
        var rule = EntryRule()
        rule.needs = needs
        rule.named = named.map { ID($0) }
        rule.count = count
        rule.by = by.map(FactSample.day)
        return rule
    }
}
