import Kernel
import Parties

/// What a party declared about a version, with the proof that it did.
package struct Signature: Record {
    package var id = ID<Signature>("")
    package var agreement = ID<Agreement>("")
    package var version = ID<AgreementVersion>("")
    package var party = ID<Organisation>("")
    package var answer = Answer.accept
    package var reason = Text()
    /// Ids of optional clauses that are not accepted.
    package var except: [String] = []
    package var person: ID<Person>?
    package var mandate: ID<Mandate>?
    package var on: Day?
    /// What was signed: a `Declaration` as canonical JSON.
    package var declaration = ""
    package var proof: SignatureProof?

    package init() {}

    package var title: Text { Text("\(party): \(answer.label.nl)", "\(party): \(answer.label.en)") }
    package func title(with names: Names) -> Text {
        let name = names[party]
        return Text("\(name.dutch): \(answer.label.nl)", "\(name.english): \(answer.label.en)")
    }

    package static let naming = Naming(
        "signature", "signatures", Text("Ondertekening", "Signature"), Text("Ondertekeningen", "Signatures"),
        meaning: Text(
            "Dat een partij een versie aanvaardt, afwijst of herroept, met het bewijs.",
            "That a party accepts, rejects or revokes a version, with the proof."))

    package static let owners = ["party"]
    package static let isProcess = true

    package static let fields: [Field<Signature>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("agreementVersion", \.version, Text("Versie", "Version"), required: true),
        Field("party", \.party, Text("Partij", "Party"), required: true),
        Field("answer", \.answer, Text("Antwoord", "Answer"), required: true),
        Field("reason", \.reason, Text("Reden", "Reason"), shape: .text(long: true)),
        Field("except", \.except, Text("Zonder", "Without")),
        Field("person", \.person, Text("Persoon", "Person"), visibility: .participants),
        Field("mandate", \.mandate, Text("Mandaat", "Mandate"), visibility: .participants),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("declaration", \.declaration, Text("Verklaring", "Declaration"), shape: .code, required: true),
        Field("proof", \.proof, Text("Bewijs", "Proof")),
    ]

    package enum Answer: String, ChoiceValue {
        case accept
        case accede
        case reject
        case revoke

        package var label: Text {
            switch self {
            case .accept: Text("aanvaardt", "accepts")
            case .accede: Text("treedt toe", "accedes")
            case .reject: Text("wijst af", "rejects")
            case .revoke: Text("herroept", "revokes")
            }
        }

        /// Whether it says yes to the text.
        package var binds: Bool { self == .accept || self == .accede }
    }
}

/// What makes a declaration a signature: a key and what it made of the hash.
package struct SignatureProof: Part {
    package var method = Method.key
    /// The key as registered; for a passkey the key travels along in `publicKey`.
    package var key: ID<SigningKey>?
    /// Base64url: for a passkey the COSE key, otherwise the raw public key.
    package var publicKey = ""
    package var signature = ""
    package var authenticatorData = ""
    package var clientData = ""

    package init() {}

    package static let fields: [Field<SignatureProof>] = [
        Field("method", \.method, Text("Manier", "Method"), required: true),
        Field("key", \.key, Text("Sleutel", "Key")),
        Field("publicKey", \.publicKey, Text("Publieke sleutel", "Public key"), required: true, longest: 2_000),
        Field("signature", \.signature, Text("Handtekening", "Signature"), required: true, longest: 2_000),
        Field(
            "authenticatorData", \.authenticatorData, Text("Gegevens van de passkey", "Authenticator data"),
            longest: 4_000),
        Field("clientData", \.clientData, Text("Gegevens van de browser", "Client data"), longest: 4_000),
    ]

    package enum Method: String, ChoiceValue {
        case passkey
        case key

        package var label: Text {
            switch self {
            case .passkey: Text("passkey", "passkey")
            case .key: Text("sleutel van de organisatie", "key of the organisation")
            }
        }
    }
}

/// A public key with which an organisation signs without a browser.
package struct SigningKey: Record {
    package var id = ID<SigningKey>("")
    package var organisation = ID<Organisation>("")
    package var algorithm = Algorithm.ed25519
    /// Base64url of the raw key: 32 bytes for Ed25519, 65 (uncompressed point) for ES256.
    package var publicKey = ""
    package var label = Text()
    package var validity = Period()
    package var revoked: Day?

    package init() {}

    package var title: Text { label.isEmpty ? Text(same: id.rawValue) : label }

    package static let naming = Naming(
        "signingKey", "signingKeys", Text("Sleutel", "Signing key"), Text("Sleutels", "Signing keys"),
        meaning: Text(
            "Een publieke sleutel waarmee een organisatie buiten de browser tekent.",
            "A public key with which an organisation signs outside the browser."))

    package static let owners = ["organisation"]
    package static let isOwnersAlone = true

    package static let fields: [Field<SigningKey>] = [
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("algorithm", \.algorithm, Text("Algoritme", "Algorithm"), required: true),
        Field("publicKey", \.publicKey, Text("Publieke sleutel", "Public key"), required: true),
        Field("label", \.label, Text("Waarvoor", "What for")),
        Field("validity", \.validity, Text("Geldig", "Valid")),
        Field("revoked", \.revoked, Text("Ingetrokken op", "Revoked on")),
    ]

    package enum Algorithm: String, ChoiceValue {
        case ed25519
        case es256

        package var label: Text {
            switch self {
            case .ed25519: Text(same: "Ed25519")
            case .es256: Text(same: "ES256 (P-256)")
            }
        }
    }

    package func isValid(on day: Day) -> Bool { validity.contains(day) && revoked.map { day < $0 } ?? true }
}
