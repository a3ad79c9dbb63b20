import Ecosystems
import Kernel
import Parties

extension VersionEvidence {
    /// About a version, as far as the reader may see it.
    package init(_ version: AgreementVersion, _ text: AgreementDocument, reader: Reader) {
        let standing = AgreementStanding(AgreementFacts(version.agreement, in: reader.state), on: reader.today)
        self.init(day: version.on ?? reader.today, isDraft: false)
        state = standing.state(of: version.number)
        entered = standing.entered[version.number]
        signings = Self.signings(version, text, reader)
        objections = Self.objections(text, reader)
        names = Self.names(text, reader)
    }

    /// About an agreement as it is being written.
    package init(draft text: AgreementDocument, reader: Reader) {
        self.init(day: reader.today, isDraft: true)
        objections = Self.objections(text, reader)
        names = Self.names(text, reader)
    }

    /// In the order of the parties in the text, and then those who joined later.
    private static func signings(
        _ version: AgreementVersion, _ text: AgreementDocument, _ reader: Reader
    ) -> [Signing] {
        let given = reader.records(Signature.self).filter { $0.version == version.id }
            .sorted { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
        let last = Dictionary(given.map { ($0.party.rawValue, $0) }) { $1 }
        let inText = text.parties.map(\.id)
        let joined = last.keys.filter { !inText.contains($0) }.sorted()
        return (inText + joined).compactMap { last[$0] }.map { Signing($0, reader) }
    }

    private static func objections(_ text: AgreementDocument, _ reader: Reader) -> [Objection] {
        let replies = Dictionary(reader.records(Reply.self).map { ($0.remark, $0) }) { first, _ in first }
        let order = Dictionary(text.clauses.map { ($0.id, $0.number) }) { first, _ in first }
        return reader.records(Remark.self).filter { remark in
            remark.agreement.rawValue == text.agreement && remark.sort == .objection
                && replies[remark.id]?.outcome != .adopted && (remark.clause.isEmpty || order[remark.clause] != nil)
                && reader.number(of: remark) <= text.number
        }
        .sorted {
            (order[$0.clause] ?? 0, $0.on?.number ?? 0, $0.id) < (order[$1.clause] ?? 0, $1.on?.number ?? 0, $1.id)
        }
        .map { Objection($0, replies[$0.id], reader) }
    }

    private static func names(_ text: AgreementDocument, _ reader: Reader) -> [String: Text] {
        var names = Dictionary(text.parties.map { ($0.id, $0.name) }) { first, _ in first }
        for id in text.precedence { names[id] = reader.title(Agreement.naming.plural, id) }
        return names
    }
}

extension Reader {
    /// The number of the version that a remark was made about; 0 when it may not be seen.
    fileprivate func number(of remark: Remark) -> Int {
        guard let round = record(Round.self, remark.round.rawValue) else { return 0 }
        return state[AgreementVersion.self][round.version]?.number ?? 0
    }
}

extension VersionEvidence.Signing {
    fileprivate init(_ signature: Signature, _ reader: Reader) {
        self.init()
        party = signature.party.rawValue
        name = reader.title(Organisation.naming.plural, party)
        answer = signature.answer
        reason = signature.reason
        except = signature.except
        on = signature.on
        method = signature.proof?.method
        if let proof = signature.proof, !proof.publicKey.isEmpty { fingerprint = Hash.hex(proof.publicKey) }
        if let person = signature.person, let found = reader.record(Person.self, person.rawValue) {
            function = found.function
        }
        if let mandate = signature.mandate, let found = reader.record(Mandate.self, mandate.rawValue) {
            self.mandate = found.words
        }
    }
}

extension VersionEvidence.Objection {
    fileprivate init(_ remark: Remark, _ reply: Reply?, _ reader: Reader) {
        self.init()
        party = reader.title(Organisation.naming.plural, remark.party.rawValue)
        clause = remark.clause
        text = remark.text
        proposal = remark.proposal
        on = remark.on
        outcome = reply?.outcome
        self.reply = reply?.reason ?? Text()
    }
}

extension Mandate {
    /// “Afspraken tekenen, tot € 50.000, gegeven door bestuur”.
    fileprivate var words: Text {
        Text(
            ([scope.dutch] + [limit.map { "tot \($0.shown(.nl))" }].compactMap(\.self) + [
                "gegeven door \(grantor.dutch)"
            ])
            .joined(separator: ", "),
            ([scope.english] + [limit.map { "up to \($0.shown(.en))" }].compactMap(\.self)
                + ["granted by \(grantor.english)"]).joined(separator: ", "))
    }
}
