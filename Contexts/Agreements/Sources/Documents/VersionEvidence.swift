import Kernel

/// What is known about a text beside the text itself: what its papers tell about signatures, objections and names.
package struct VersionEvidence: Sendable, Hashable {
    /// The day on which it was fixed; of a draft the day of today.
    package var day: Day
    /// Not fixed as a version.
    package var isDraft: Bool
    package var state = VersionState.draft
    /// The day on which it came into force.
    package var entered: Day?
    package var signings: [Signing] = []
    package var objections: [Objection] = []
    /// How other documents, bodies, organisations and roles are called, by id.
    package var names: [String: Text] = [:]

    package init(day: Day, isDraft: Bool) {
        self.day = day
        self.isDraft = isDraft
    }

    /// What a party declared last, with who signed by function and never by name.
    package struct Signing: Sendable, Hashable {
        package var party = ""
        /// As it is called today; for a party that is not in the text, such as a late joiner.
        package var name = Text()
        package var answer = Signature.Answer.accept
        package var reason = Text()
        /// Ids of clauses that it did not accept.
        package var except: [String] = []
        package var function = Text()
        /// What the signer may commit the party to, by whose leave.
        package var mandate = Text()
        package var on: Day?
        package var method: SignatureProof.Method?
        /// SHA-256 of the public key, in hexadecimal.
        package var fingerprint = ""

        package init() {}
    }

    /// What a party objected to and was not adopted.
    package struct Objection: Sendable, Hashable {
        package var party = Text()
        /// Id of the clause; "" for the whole.
        package var clause = ""
        package var text = Text()
        package var proposal = Text()
        package var on: Day?
        /// Nil: nobody has replied yet.
        package var outcome: Reply.Outcome?
        package var reply = Text()

        package init() {}
    }
}
