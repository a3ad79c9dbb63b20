import Crypto
import Foundation
import Kernel
import Parties
import Signing
import Testing

@testable import Agreements
@testable import Ecosystems

/// Keys that are the same in every run.
enum TestKey {
    static func secret(_ party: String, _ algorithm: SigningAlgorithm = .ed25519) throws -> SecretKey {
        try #require(SecretKey(algorithm, raw: Data(SHA256.hash(data: Data("\(party) \(algorithm.rawValue)".utf8)))))
    }
}

extension Sample {
    /// Half past nine UTC on the day of the sample, in milliseconds.
    var now: Int64 { Int64(today.number) * 86_400_000 + 34_200_000 }

    /// The agreement fixed and offered to sign for a month, and a key for each party.
    static func offered(_ extra: [String: Value] = [:], offering: [String: Value] = [:]) throws -> Sample {
        var sample = try Sample.drafted(extra)
        for party in ["stad", "net", "cloud", "hogeschool"] { try sample.register(party) }
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.offer("samen-v1", offering)
        return sample
    }

    mutating func register(_ party: String, _ algorithm: SigningAlgorithm = .ed25519) throws {
        try put(
            "signingKeys", "k-\(party)",
            [
                "organisation": .string(party), "algorithm": .string(algorithm.rawValue),
                "publicKey": .string(Base64URL.encode(try TestKey.secret(party, algorithm).publicKey.raw)),
            ])
    }

    mutating func offer(_ version: String, _ extra: [String: Value] = [:]) throws {
        try put(
            "offerings", "o-\(version)",
            [
                "agreement": "samen", "agreementVersion": .string(version), "on": .string(today.description),
                "until": .string((today + 30).description),
            ].merging(extra) { $1 })
    }

    func wish(_ party: String, _ answer: Signature.Answer = .accept) -> AnswerWish {
        AnswerWish(agreement: "samen", answer: answer, party: party, person: "p-\(party)", mandate: "m-\(party)")
    }

    func declaration(_ party: String, _ answer: Signature.Answer = .accept) throws -> Declaration {
        try wish(party, answer).declaration(in: situation, now: now)
    }

    func proof(_ declaration: Declaration, _ algorithm: SigningAlgorithm = .ed25519) throws -> SignatureProof {
        let key = try TestKey.secret(declaration.party, algorithm)
        var proof = SignatureProof()
        proof.publicKey = Base64URL.encode(key.publicKey.raw)
        proof.signature = Base64URL.encode(try key.signature(for: declaration.message))
        return proof
    }

    /// Hands in a declaration, signed by the key of the party.
    @discardableResult
    mutating func answer(_ declaration: Declaration, after seconds: Int64 = 0) throws -> [DomainEvent] {
        try carryOut(
            AnswerVersion(
                declaration: declaration, proof: try proof(declaration), now: now + seconds * 1000, persons: nil))
    }

    mutating func answer(_ party: String, _ answer: Signature.Answer = .accept) throws {
        try self.answer(try declaration(party, answer))
    }
}

/// A passkey in software.
struct TestPasskey {
    var origin = "https://www.stelsel.example.nl"
    var domain = "stelsel.example.nl"
    var flags: UInt8 = 0x05
    let key: P256.Signing.PrivateKey

    init(_ name: String) throws {
        key = try P256.Signing.PrivateKey(rawRepresentation: Data(SHA256.hash(data: Data(name.utf8))))
    }

    func proof(of message: Data) throws -> SignatureProof {
        let client = Data(
            #"{"type":"webauthn.get","challenge":"\#(Base64URL.encode(message))","origin":"\#(origin)"}"#.utf8)
        let data = Data(SHA256.hash(data: Data(domain.utf8))) + [flags, 0, 0, 0, 7]
        let point = key.publicKey.x963Representation
        let cose = Data(
            [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32] + point[1..<33] + [0x22, 0x58, 32] + point[33...])
        var proof = SignatureProof()
        proof.method = .passkey
        proof.publicKey = Base64URL.encode(cose)
        proof.clientData = Base64URL.encode(client)
        proof.authenticatorData = Base64URL.encode(data)
        proof.signature = Base64URL.encode(
            try key.signature(for: data + Data(SHA256.hash(data: client))).derRepresentation)
        return proof
    }
}
