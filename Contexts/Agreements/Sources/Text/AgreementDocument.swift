import Crypto
import Foundation
import Kernel
import MethodLibrary
import Parties

/// The whole text of an agreement at one moment, complete in itself: what is hashed and signed.
package struct AgreementDocument: Part {
    /// The form of the document; readers refuse others.
    package static let format = "stelsel-agreement/1"

    package var format = AgreementDocument.format
    package var ecosystem = ""
    package var agreement = ""
    package var number = 1
    /// The version that this one is meant to replace.
    package var replaces: Int?
    package var kind = BlocksMethod.DocumentKind.cooperation
    package var name = Text()
    package var purpose = Text()
    package var languages: [AgreementLanguage] = []
    package var prevailing: AgreementLanguage?
    package var parties: [DocumentParty] = []
    package var clauses: [DocumentClause] = []
    package var norms: [DocumentNorm] = []
    package var annexes: [Annex] = []
    /// Ids of the documents that go before this one.
    package var precedence: [String] = []
    package var validity = Period()
    package var entry = EntryRule()
    package var partial = false
    package var revocable = false
    package var open = false
    package var notice: Int?
    package var settlement = Text()
    package var effects = Text()
    package var review: Int?

    package init() {}

    package static let fields: [Field<AgreementDocument>] = [
        Field("format", \.format, Text("Vorm", "Format"), required: true),
        Field("ecosystem", \.ecosystem, Text("Ecosysteem", "Ecosystem"), required: true),
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("number", \.number, Text("Versie", "Version"), shape: .whole(1...100_000), required: true),
        Field("replaces", \.replaces, Text("Vervangt", "Replaces"), shape: .whole(1...100_000)),
        Field("kind", \.kind, Text("Soort", "Kind"), required: true),
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("purpose", \.purpose, Text("Waarom", "Purpose")),
        Field("languages", \.languages, Text("Talen", "Languages")),
        Field("prevailing", \.prevailing, Text("Deze taal gaat voor", "Prevailing language")),
        Field("parties", \.parties, Text("Partijen", "Parties")),
        Field("clauses", \.clauses, Text("Bepalingen", "Clauses")),
        Field("norms", \.norms, Text("Normen", "Norms")),
        Field("annexes", \.annexes, Text("Bijlagen", "Annexes")),
        Field("precedence", \.precedence, Text("Gaan hieraan voor", "Go before this one")),
        Field("validity", \.validity, Text("Looptijd", "Validity")),
        Field("entry", \.entry, Text("Inwerkingtreding", "Entry into force")),
        Field("partial", \.partial, Text("Deels aanvaarden mag", "Partial acceptance")),
        Field("revocable", \.revocable, Text("Herroepen mag", "May be revoked")),
        Field("open", \.open, Text("Open voor toetreding", "Open to joiners")),
        Field("notice", \.notice, Text("Opzegtermijn in maanden", "Notice in months"), shape: .whole(0...120)),
        Field("settlement", \.settlement, Text("Afwikkeling bij uittreden", "Settlement at exit")),
        Field("effects", \.effects, Text("Gevolgen van uittreden", "Effects of an exit")),
        Field("review", \.review, Text("Evaluatie, elke … maanden", "Review, every … months"), shape: .whole(1...120)),
    ]
}

extension AgreementDocument {
    /// Reads a document; refuses anything that is not exactly one.
    package init(json: String) throws(Problem) {
        try self.init(try JSONReader.read(Data(json.utf8)))
        guard format == Self.format else {
            throw Problem(
                "document.format", at: ["format"],
                Text("Deze vorm van document is niet bekend.", "This form of document is not known."),
                mend: Text("Gebruik een nieuwere Stelsel.", "Use a newer Stelsel."))
        }
    }

    /// Canonical JSON (RFC 8785): the bytes that are hashed.
    package var json: String { CanonicalJSON.string(value) }

    /// SHA-256 of the canonical JSON, in hexadecimal.
    package var hash: String { Hash.hex(json) }

    package func clause(_ id: String) -> DocumentClause? { clauses.first { $0.id == id } }
    package func isParty(_ id: String) -> Bool { parties.contains { $0.id == id } }

    /// The places that nobody filled in yet, by clause.
    package var blanks: [(clause: String, names: [String])] {
        clauses.compactMap { $0.missing.isEmpty ? nil : ($0.id, $0.missing) }
    }
}

/// SHA-256, in hexadecimal.
package enum Hash {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func hex(_ text: String) -> String { hex(Data(text.utf8)) }

    package static func hex(_ data: Data) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: data) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
