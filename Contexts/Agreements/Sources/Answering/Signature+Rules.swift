import Ecosystems
import Kernel
import Parties

extension Signature {
    /// What is recorded as signed was declared about this text by this party, is proved, and never changes; whatever door it
    /// came through. What depends on the moment of signing, such as an offering that is open, `AnswerVersion` has judged.
    static let guardian = ChangeGuard(Signature.self) { old, new, situation in
        if let old { return old == new ? [] : [.signatureFixed] }
        let state = situation.state
        guard let version = state[AgreementVersion.self][new.version], let text = version.text else {
            return [.noSuchText]
        }
        let declaration: Declaration
        do throws(Problem) { declaration = try Declaration(json: new.declaration) } catch {
            return [error.under("declaration")]
        }
        guard version.agreement == new.agreement else { return [.otherAgreement("version")] }
        guard let on = new.on, new.says(declaration) else { return [.otherDeclaration] }
        let known = new.proof?.key.flatMap { state[SigningKey.self][$0] }
        var problems = declaration.faults(in: text, hash: version.hash, on: on)
        problems += new.proofFaults(declaration, text, key: known, on: on)
        if let mandate = new.mandate.flatMap({ state[Mandate.self][$0] }), mandate.organisation != new.party {
            problems.append(.mandateOfOther(mandate))
        }
        let again = state[Signature.self].records.contains { $0.declaration == new.declaration && $0.id != new.id }
        return problems + (again ? [.declarationUsed] : [])
    }

    /// Whether the record tells the same as the declaration in it.
    package func says(_ declaration: Declaration) -> Bool {
        answer == declaration.answer && party.rawValue == declaration.party && reason == declaration.reason
            && except == declaration.except && person?.rawValue == declaration.person
            && mandate?.rawValue == declaration.mandate?.id && agreement.rawValue == declaration.agreement
    }

    /// A binding text takes a proof; another may be confirmed without. A proof that is given must hold.
    /// - Parameter declaration: what is read from this record's own.
    package func proofFaults(
        _ declaration: Declaration, _ text: AgreementDocument, key: SigningKey?, on day: Day
    ) -> [Problem] {
        guard let proof else { return text.kind.isBinding ? [.proofMissing] : [] }
        let problems = [
            proof.fault(over: declaration, message: Declaration.message(of: self.declaration), key: key),
            key?.fault(on: day),
        ]
        return problems.compactMap { $0 }
    }
}

extension Problem {
    fileprivate static let signatureFixed = Problem(
        "signature.fixed",
        Text("Wat getekend is, staat vast.", "What was signed is fixed."),
        mend: Text(
            "Herroep het, als de tekst dat toelaat, of teken een latere versie.", "Revoke it, or sign a later one."))

    fileprivate static let noSuchText = Problem(
        "version.unreadable", at: ["version"],
        Text("De tekst van deze versie is er niet.", "The text of this version is not there."),
        mend: Text("Neem de versie mee over.", "Take over the version too."))

    fileprivate static let otherDeclaration = Problem(
        "signature.declaration", at: ["declaration"],
        Text(
            "De verklaring zegt iets anders dan wat hier is ingevuld.",
            "The declaration says something else than what is filled in here."),
        mend: Text("Neem alles over zoals het is geëxporteerd.", "Take over everything as it was exported."))

    static func mandateOfOther(_ mandate: Mandate) -> Problem {
        Problem(
            "mandate.organisation", at: ["mandate"],
            Text(
                "Het mandaat “\(mandate.id)” is van “\(mandate.organisation)”.",
                "The mandate “\(mandate.id)” is of “\(mandate.organisation)”."),
            mend: Text("Kies een mandaat van deze partij.", "Choose a mandate of this party."))
    }

    static let proofMissing = Problem(
        "signature.proof", at: ["proof"],
        Text("Deze tekst bindt; er hoort een handtekening bij.", "This text binds; it takes a signature."),
        mend: Text("Teken met een passkey of met een sleutel.", "Sign with a passkey or with a key."))

    static let declarationUsed = Problem(
        "signature.repeated", at: ["declaration"],
        Text("Deze verklaring is al vastgelegd.", "This declaration is recorded already."),
        mend: Text("Vraag een nieuwe verklaring.", "Ask for a new declaration."))
}
