import Agreements
import Ecosystems
import Foundation
import Hummingbird
import Kernel
import Signing
import Testing

@testable import API

/// An agreement between two organisations of the sample, signed through the API; the same story begins here. Today is 21 November 2025.
struct LifeSample: Sendable {
    static let root = "/ecosystems/beekdal"
    static let agreement = root + "/agreements/samen"
    static let parties = ["gemeente", "waterschap", "hogeschool"]

    let sample: Sample
    let keys: [String: SecretKey]

    init() async throws {
        sample = try await Sample()
        keys = Dictionary(uniqueKeysWithValues: Self.parties.map { ($0, SecretKey(.ed25519)) })
    }

    /// The records around it, and the agreement itself: a term, three months of notice and one optional clause.
    func begin(_ talk: Talk) async throws {
        var changes: [RecordChange] = []
        for party in Self.parties {
            let key = try #require(keys[party])
            changes += [
                RecordChange("participations", party, .add(["organisation": .string(party), "status": "joined"])),
                RecordChange("persons", "p-\(party)", .add(["organisation": .string(party), "function": "directeur"])),
                RecordChange(
                    "mandates", "m-\(party)",
                    .add([
                        "person": .string("p-\(party)"), "organisation": .string(party), "scope": "Tekenen",
                        "level": "executive", "grantor": "bestuur",
                    ])),
            ]
            let fields: [String: Value] = [
                "organisation": .string(party), "algorithm": "ed25519",
                "publicKey": .string(Base64URL.encode(key.publicKey.raw)),
            ]
            let ecosystem = try await talk.sample.installation.host.ecosystem("beekdal")
            _ = try await ecosystem.perform(
                ChangeRecords([RecordChange("signingKeys", "k-\(party)", .add(fields))]), by: .atTheMachine)
        }
        // Parties act for themselves once somebody orchestrates.
        changes.append(
            RecordChange(
                "assignments", "regie",
                .add([
                    "role": "handbook-roles/orchestrator", "organisation": "hogeschool", "person": "p-hogeschool",
                    "period": ["from": "2025-01-01"],
                ])))
        let ecosystem = try await talk.sample.installation.host.ecosystem("beekdal")
        _ = try await ecosystem.perform(ChangeRecords(changes), by: .atTheMachine)
        let fields: Value = [
            "id": "samen", "name": "Samen", "kind": "cooperation", "open": true, "partial": true, "notice": 3,
            "settlement": ["nl": "Sleutels terug", "en": "Return the keys"],
            "validity": ["from": "2025-11-01", "until": "2026-06-30"],
            "parties": [["organisation": "gemeente"], ["organisation": "waterschap"]],
        ]
        #expect(try await talk.write(.post, Self.root + "/agreements", fields).status == 201)
        for (id, place, more) in [("doel", 1, "survives"), ("kosten", 2, "optional")] {
            let clause: Value = [
                "id": .string(id), "agreement": "samen", "position": .whole(place), "heading": .string(id),
                "text": "Samen werken.",
            ]
            guard case .map(var map) = clause else { continue }
            map[more] = true
            #expect(try await talk.write(.post, Self.root + "/clauses", .map(map)).status == 201)
        }
    }

    /// Fixes what is written now and lays it before the parties.
    func fixAndOffer(_ talk: Talk, _ number: Int) async throws {
        #expect(try await talk.write(.post, Self.agreement + "/versions", ["changes": "x"]).status == 201)
        try await offer(talk, number)
    }

    func offer(_ talk: Talk, _ number: Int) async throws {
        let offering: Value = [
            "id": .string("o\(number)"), "agreement": "samen", "agreementVersion": .string("samen-v\(number)"),
            "on": "2025-11-21",
        ]
        let made = try await talk.write(.post, Self.root + "/offerings", offering)
        #expect(made.status == 201, "\(made.text)")
    }

    func withdraw(_ talk: Talk, _ number: Int) async throws {
        let path = Self.root + "/offerings/o\(number)"
        #expect(try await talk.write(.patch, path, ["withdrawn": "2025-11-21"]).status == 200)
    }

    /// A declaration is asked for, signed with the key of the party and handed in.
    @discardableResult
    func answer(_ talk: Talk, _ party: String, _ answer: String = "accept", _ more: String = "") async throws
        -> Talk.Reply
    {
        let query = "/declaration?party=\(party)&answer=\(answer)&person=p-\(party)&mandate=m-\(party)\(more)"
        let asked = try await talk.write(.get, Self.agreement + query)
        guard asked.status == 200 else { return asked }
        let signed = try SignedDeclaration(try Declaration(json: asked.text), with: try #require(keys[party]))
        return try await talk.write(.post, Self.root + "/signatures", signed.value)
    }

    /// Version 1 in force for both parties.
    func inForce(_ talk: Talk) async throws {
        try await begin(talk)
        try await fixAndOffer(talk, 1)
        for party in ["gemeente", "waterschap"] { #expect(try await answer(talk, party).status == 201) }
        try await withdraw(talk, 1)
    }

    /// Who is bound by which version on a day, as `party version`.
    func bound(_ talk: Talk, on day: String) async throws -> [String] {
        let standing = try await talk.write(.get, Self.agreement + "/standing?on=\(day)")
        let bonds = standing["bonds"].list ?? []
        return bonds.filter { $0["from"].string ?? "" <= day && day <= ($0["until"].string ?? "9999") }.map { bond in
            let version: Int = if case .whole(let number) = bond["version"] { number } else { 0 }
            return "\(bond["party"].string ?? "") \(version)"
        }.sorted()
    }

    func run(_ story: @escaping @Sendable (LifeSample, Talk) async throws -> Void) async throws {
        let life = self
        try await sample.run { talk in try await story(life, talk) }
    }
}
