import Ecosystems
import Kernel

extension SigningKey {
    /// A key is one that can be checked with, stays the key it is, and once revoked stays so. It is not revoked before a day
    /// on which it signed: what was signed then counts, and is taken back by revoking the signature.
    static let guardian = ChangeGuard(SigningKey.self) { old, new, situation in
        var problems: [Problem] = []
        if new.verifier == nil { problems.append(.malformedKey(new.algorithm)) }
        if let old {
            var same = new
            same.revoked = old.revoked
            same.label = old.label
            if same != old { problems.append(.keyFixed) }
            if old.revoked != nil, new.revoked != old.revoked { problems.append(.revokedForGood) }
        }
        let double = situation.state[SigningKey.self].records.contains {
            $0.publicKey == new.publicKey && $0.id != new.id
        }
        if double { problems.append(.keyTwice) }
        if let revoked = new.revoked, old?.revoked != revoked {
            let days = situation.state[Signature.self].records.filter { $0.proof?.key == new.id }.compactMap(\.on)
            if let last = days.max(), revoked < last { problems.append(.signedAfter(last)) }
        }
        return problems
    }
}

extension Problem {
    fileprivate static func malformedKey(_ algorithm: SigningKey.Algorithm) -> Problem {
        let length = algorithm == .ed25519 ? 32 : 65
        return Problem(
            "key.malformed", at: ["publicKey"],
            Text(
                "Dit is geen publieke sleutel voor \(algorithm.label.nl).",
                "This is not a public key for \(algorithm.label.en)."),
            mend: Text(
                "Geef \(length) bytes in base64url; `stelsel sign --new-key` toont ze.",
                "Give \(length) bytes in base64url; `stelsel sign --new-key` shows them."))
    }

    fileprivate static let keyFixed = Problem(
        "key.fixed",
        Text("Een sleutel verandert niet in een andere.", "A key does not change into another."),
        mend: Text("Trek hem in en registreer een nieuwe.", "Revoke it and register a new one."))

    fileprivate static let revokedForGood = Problem(
        "key.revoked-for-good", at: ["revoked"],
        Text("Een ingetrokken sleutel blijft ingetrokken.", "A revoked key stays revoked."),
        mend: Text("Registreer een nieuwe.", "Register a new one."))

    fileprivate static let keyTwice = Problem(
        "key.twice", at: ["publicKey"],
        Text("Deze sleutel is al geregistreerd.", "This key is registered already."),
        mend: Text(
            "Maak een eigen sleutel: `stelsel sign --new-key`.", "Make a key of your own: `stelsel sign --new-key`."))

    fileprivate static func signedAfter(_ day: Day) -> Problem {
        Problem(
            "key.signed-after", at: ["revoked"],
            Text(
                "Met deze sleutel is nog getekend op \(day.shown(.nl)).",
                "This key still signed on \(day.shown(.en))."),
            mend: Text(
                "Trek hem in vanaf die dag; herroep zo nodig die ondertekening.",
                "Revoke it from that day on; if need be, revoke that signature."))
    }
}
