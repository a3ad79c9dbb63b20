import Kernel

/// Who asks: a signed-in account and the persons it may act as in this ecosystem, or nobody in particular.
package struct Caller: Sendable, Hashable {
    package var account: String?
    package var administrator: Bool
    /// Ids of persons in this ecosystem.
    package var persons: [String]
    /// False for an API token without the scope `write`.
    package var mayWrite: Bool

    package init(account: String? = nil, administrator: Bool = false, persons: [String] = [], mayWrite: Bool = true) {
        self.account = account
        self.administrator = administrator
        self.persons = persons
        self.mayWrite = mayWrite
    }

    package static let anyone = Caller(mayWrite: false)
    /// The person at the machine itself: whoever may read the store's file may do everything.
    package static let atTheMachine = Caller(account: "operator", administrator: true)
}

/// What a caller may do in an ecosystem today, as it follows from participation, role and mandate.
package struct Rights: Sendable, Hashable {
    package var administers = false
    package var orchestrates = false
    package var participates = false
    /// Holds a role that keeps confidences, and none that orchestrates.
    package var confides = false
    package var mayWrite = false
    /// Persons of this ecosystem that the caller acts as.
    package var persons: Set<String> = []
    /// Organisations the caller may act for: member of it, with a valid mandate.
    package var represents: Set<String> = []
    /// Organisations the caller belongs to; enough to read.
    package var belongsTo: Set<String> = []
    /// Roles the caller holds, as `method/role`.
    package var roles: Set<String> = []
    /// The mandate under which the caller acts, by organisation.
    package var mandates: [String: String] = [:]

    package init() {}

    package var seesEverything: Bool { administers || orchestrates }

    /// May this caller know of an ecosystem with this profile?
    func mayEnter(_ profile: Profile) -> Bool {
        !profile.participantsOnly || seesEverything || participates || !belongsTo.isEmpty
    }

    /// May this caller read something of this visibility that belongs to these organisations? Who acts for one of them reads what it
    /// may write, also when that organisation does not take part.
    package func canRead(_ visibility: Visibility, owners: @autoclosure () -> [String]) -> Bool {
        if visibility == .confidential { return confides || !represents.isDisjoint(with: owners()) }
        if seesEverything { return true }
        switch visibility {
        case .everyone: return true
        case .participants: return participates || !represents.isDisjoint(with: owners())
        case .ownOrganisation: return !belongsTo.isDisjoint(with: owners())
        case .body(let role): return roles.contains { $0 == role || $0.hasSuffix("/\(role)") }
        case .confidential: return false
        }
    }
}

/// The right that a command asks for. Every command names one; the refusal names the rule.
package enum Requirement: Sendable, Hashable {
    case administer
    case orchestrate
    /// Belong to an organisation that takes part.
    case participate
    /// Act for one of these organisations, or orchestrate.
    case represent([String])
    /// Act for one of these organisations; orchestrating is not enough.
    case representAlone([String])
    /// Be one of these persons, whatever else the caller may do: nobody votes from another's seat, not even an administrator.
    case be([String])
    /// Act for one of these organisations, or hold a role that keeps confidences; neither orchestrating nor administering is enough.
    case confide([String])
    /// Both of these.
    indirect case both(Requirement, Requirement)

    /// The organisations of which one must act; nil when it does not matter whose.
    var organisations: [String]? {
        switch self {
        case .represent(let organisations), .representAlone(let organisations), .confide(let organisations):
            organisations
        case .both(let one, let other): one.organisations ?? other.organisations
        case .administer, .orchestrate, .participate, .be: nil
        }
    }

    /// - Parameter state: where the names of organisations are found.
    package func check(_ rights: Rights, in state: EcosystemState? = nil) throws(Refusal) {
        guard rights.mayWrite else {
            throw .forbidden(
                Problem(
                    "rights.write",
                    Text("U bent niet aangemeld om iets te wijzigen.", "You are not signed in to change anything."),
                    mend: Text(
                        "Meld u aan, of gebruik een token met schrijfrecht.", "Sign in, or use a token that may write.")
                ))
        }
        if case .be(let persons) = self {
            if !rights.persons.isDisjoint(with: persons) { return }
            throw .forbidden(Self.notYou)
        }
        if try checkConfidence(rights, in: state) || rights.administers { return }
        switch self {
        case .be, .confide, .both: return
        case .administer:
            throw .forbidden(
                Problem(
                    "rights.administer", Text("Dit mag alleen een beheerder.", "Only an administrator may do this."),
                    mend: Text("Vraag een beheerder van dit Stelsel.", "Ask an administrator of this Stelsel.")))
        case .orchestrate:
            if !rights.orchestrates { throw .forbidden(Self.needsOrchestrator) }
        case .participate:
            if !rights.participates, !rights.orchestrates { throw .forbidden(Self.needsParticipation) }
        case .represent(let organisations):
            if rights.orchestrates || !rights.represents.isDisjoint(with: organisations) { return }
            guard !organisations.isEmpty else { throw .forbidden(Self.needsOrchestrator) }
            let isOwn = !rights.belongsTo.isDisjoint(with: organisations)
            throw .forbidden(Self.needsMandate(organisations.sorted().map { Self.name($0, state) }, isOwn: isOwn))
        case .representAlone(let organisations):
            if !rights.represents.isDisjoint(with: organisations) { return }
            throw .forbidden(Self.ownersAlone)
        }
    }

    /// What administering does not replace. True when it settled the matter.
    private func checkConfidence(_ rights: Rights, in state: EcosystemState?) throws(Refusal) -> Bool {
        switch self {
        case .confide(let organisations):
            guard rights.confides || !rights.represents.isDisjoint(with: organisations) else {
                throw .forbidden(Self.needsConfidence)
            }
            return true
        case .both(let one, let other):
            try one.check(rights, in: state)
            try other.check(rights, in: state)
            return true
        default: return false
        }
    }

    /// Names nobody: also whose it is stays confidential.
    static let needsConfidence = Problem(
        "rights.confide",
        Text(
            "Dit is vertrouwelijk: alleen wie het aangaat en wie een onpartijdige rol heeft, kan hierbij.",
            "This is confidential: only whom it concerns and who has an impartial role can reach it."),
        mend: Text(
            "Vraag het aan wie uw organisatie vertegenwoordigt, of aan de marktmeester of vertrouwenspersoon.",
            "Ask whoever represents your organisation, or the market master or confidant."))

    static let needsOrchestrator = Problem(
        "rights.orchestrate",
        Text(
            "Dit mag alleen wie een regierol heeft in dit ecosysteem.",
            "Only someone with an orchestrating role in this ecosystem may do this."),
        mend: Text("Vraag de regisseur.", "Ask the orchestrator."))

    private static let needsParticipation = Problem(
        "rights.participate",
        Text("Dit mag alleen wie meedoet in dit ecosysteem.", "Only who takes part in this ecosystem may do this."),
        mend: Text("Vraag het aan een deelnemer, of aan de regisseur.", "Ask a participant, or the orchestrator."))

    private static let ownersAlone = Problem(
        "rights.owners-alone",
        Text(
            "Dit mag alleen wie een geldig mandaat van die organisatie heeft, ook de regisseur niet.",
            "Only someone with a valid mandate of that organisation may do this, not even the orchestrator."),
        mend: Text("Vraag het aan die organisatie.", "Ask that organisation."))

    private static let notYou = Problem(
        "rights.seat",
        Text(
            "Dit mag alleen wie deze zetel vandaag bezet, ook een beheerder niet.",
            "Only who holds this seat today may do this, not even an administrator."),
        mend: Text(
            "Vraag het aan wie de zetel bezet, of laat een plaatsvervanger noemen.",
            "Ask who holds the seat, or have a deputy named."))

    private static func name(_ organisation: String, _ state: EcosystemState?) -> Text {
        state?.table("organisations")?.title(of: organisation) ?? Text(same: organisation)
    }

    private static func needsMandate(_ organisations: [Text], isOwn: Bool) -> Problem {
        func list(_ language: Language) -> String {
            organisations.map { $0.shown(language) }.joined(separator: ", ")
        }
        return Problem(
            "rights.represent",
            Text(
                "Dit mag alleen wie een geldig mandaat heeft van \(list(.nl)).",
                "Only someone with a valid mandate of \(list(.en)) may do this."),
            mend: isOwn
                ? Text(
                    "Vraag uw organisatie om een mandaat, of laat de regisseur het doen.",
                    "Ask your organisation for a mandate, or let the orchestrator do it.")
                : Text(
                    "Vraag het aan wie die organisatie vertegenwoordigt, of aan de regisseur.",
                    "Ask whoever represents it, or the orchestrator."))
    }
}
