import Documents
import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

/// An agreement as somebody would want to read it: fixed, consulted on, and signed by some of its parties.
extension Sample {
    static func printed() throws -> Sample {
        var sample = try Sample()
        try sample.put("organisations", "stad", organisation("Gemeente Lindenmeer", "Lindenmeer", "government"))
        try sample.put("organisations", "net", organisation("Netwerk Noord B.V.", "Zwolle", "company"))
        try sample.put("organisations", "cloud", organisation("Wolkenveld Datacenters B.V.", "Almere", "company"))
        try sample.put("organisations", "hogeschool", organisation("Hogeschool Lindenmeer", "Lindenmeer", "knowledge"))
        try sample.put("agreements", "samen", cooperation)
        for (index, clause) in clauseTexts.enumerated() {
            try sample.put("clauses", clause.id, clause.values(position: (index + 1) * 10))
        }
        try sample.put("norms", "verslag", reportNorm)
        try sample.put("norms", "bijdragen", contributionNorm)
        try sample.carryOut(ProposeVersion(agreement: "samen", changes: Text("Eerste tekst", "First text")))
        try sample.consult()
        try sample.put(
            "offerings", "o1",
            ["agreement": "samen", "agreementVersion": "samen-v1", "on": "2026-03-18", "until": "2026-06-01"])
        sample.today = Day("2026-03-25") ?? sample.today
        try sample.sign("stad", "accept", on: "2026-03-20", method: "passkey")
        try sample.sign("net", "accept", on: "2026-03-23", method: "key", except: ["proeven"])
        try sample.sign("hogeschool", "reject", on: "2026-03-24", method: "passkey")
        return sample
    }

    var reader: Reader {
        var rights = Rights()
        rights.administers = true
        return Reader(situation: situation, rights: rights, catalogue: Self.catalogue)
    }

    /// The paper of its version, as everybody may read it who sees everything.
    func paper(_ languages: [Language] = [.nl, .en]) throws -> Paper {
        let version = try #require(state.versions(of: ID("samen")).last)
        let text = try #require(version.text)
        return AgreementPaper(text, VersionEvidence(version, text, reader: reader)).paper(in: languages)
    }

    func draftPaper(_ languages: [Language] = [.nl, .en]) throws -> Paper {
        let text = try #require(AgreementDraft("samen", in: situation)).document(number: 2)
        return AgreementPaper(text, VersionEvidence(draft: text, reader: reader)).paper(in: languages)
    }

    private static func organisation(_ name: String, _ place: String, _ sector: String) -> [String: Value] {
        ["name": .string(name), "place": .string(place), "sector": .string(sector)]
    }

    private mutating func consult() throws {
        try put(
            "rounds", "r1",
            ["agreement": "samen", "agreementVersion": "samen-v1", "opens": "2026-03-02", "closes": "2026-03-16"])
        try put(
            "remarks", "duur",
            [
                "agreement": "samen", "round": "r1", "clause": "bijdrage", "party": "hogeschool", "sort": "objection",
                "text": [
                    "nl": "Voor een kennisinstelling is dit bedrag hoog; wij brengen liever uren in.",
                    "en": "For a knowledge institution this amount is high; we would rather bring in hours.",
                ], "on": "2026-03-02",
            ])
        try put(
            "replies", "duur",
            [
                "remark": "duur", "outcome": "set-aside",
                "reason": [
                    "nl": "Uren tellen al mee volgens bepaling 3; het bedrag blijft voor iedereen gelijk.",
                    "en": "Hours count already under clause 3; the amount stays the same for everybody.",
                ], "on": "2026-03-02",
            ])
    }

    private mutating func sign(
        _ party: String, _ answer: String, on day: String, method: String, except: [String] = []
    ) throws {
        try assume(
            "signatures", "s-\(party)",
            [
                "agreement": "samen", "agreementVersion": "samen-v1", "party": .string(party),
                "answer": .string(answer),
                "person": .string("p-\(party)"), "mandate": .string("m-\(party)"), "on": .string(day),
                "except": .list(except.map { .string($0) }), "declaration": "{}",
                "reason": answer == "reject"
                    ? ["nl": "De bijdrage past niet bij ons.", "en": "The contribution does not fit us."] : .null,
                "proof": ["method": .string(method), "publicKey": .string("key-of-\(party)"), "signature": "x"],
            ])
    }
}
