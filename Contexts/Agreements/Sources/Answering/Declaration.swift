import Kernel
import MethodLibrary
import Parties

/// What a party declares about one version of an agreement: complete in itself, and what is signed.
package struct Declaration: Part {
    /// The form of a declaration; readers refuse others.
    package static let format = "stelsel-declaration/1"

    package var format = Declaration.format
    package var ecosystem = ""
    package var agreement = ""
    /// Number of the version.
    package var version = 1
    /// SHA-256 of the document of that version, in hexadecimal.
    package var hash = ""
    package var answer = Signature.Answer.accept
    package var party = ""
    package var person = ""
    package var mandate: DeclaredMandate?
    /// Ids of optional clauses that are not accepted.
    package var except: [String] = []
    package var reason = Text()
    /// RFC 3339 in UTC, whole seconds: `2026-03-02T09:30:00Z`.
    package var declaredAt = ""

    package init() {}

    package static let fields: [Field<Declaration>] = [
        Field("format", \.format, Text("Vorm", "Format"), required: true),
        Field("ecosystem", \.ecosystem, Text("Ecosysteem", "Ecosystem"), required: true),
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("version", \.version, Text("Versie", "Version"), shape: .whole(1...100_000), required: true),
        Field("hash", \.hash, Text("Hash", "Hash"), required: true),
        Field("answer", \.answer, Text("Antwoord", "Answer"), required: true),
        Field("party", \.party, Text("Partij", "Party"), required: true),
        Field("person", \.person, Text("Persoon", "Person"), required: true),
        Field("mandate", \.mandate, Text("Mandaat", "Mandate")),
        Field("except", \.except, Text("Zonder", "Without")),
        Field("reason", \.reason, Text("Reden", "Reason"), shape: .text(long: true)),
        Field("declaredAt", \.declaredAt, Text("Verklaard op", "Declared at"), required: true),
    ]
}

/// A mandate as it read at the moment of signing.
package struct DeclaredMandate: Part {
    package var id = ""
    package var scope = Text()
    package var level = Person.Layer.official
    package var documents: [BlocksMethod.DocumentKind] = []
    package var limit: Money?
    package var grantor = Text()
    package var period = Period()

    package init() {}

    package init(_ mandate: Mandate) {
        id = mandate.id.rawValue
        scope = mandate.scope
        level = mandate.level
        documents = mandate.documents
        limit = mandate.limit
        grantor = mandate.grantor
        period = mandate.period
    }

    package static let fields: [Field<DeclaredMandate>] = [
        Field("id", \.id, Text("Id", "Id"), required: true),
        Field("scope", \.scope, Text("Reikwijdte", "Scope"), shape: .text(long: true), required: true),
        Field("level", \.level, Text("Niveau", "Level"), required: true),
        Field("documents", \.documents, Text("Soorten documenten", "Kinds of document")),
        Field("limit", \.limit, Text("Tot welk bedrag", "Amount limit")),
        Field("grantor", \.grantor, Text("Gegeven door", "Granted by"), required: true),
        Field("period", \.period, Text("Periode", "Period")),
    ]
}
