import Kernel

/// The families of methods; each has its own folder in `Methods/` and its own form.
package enum MethodFamily: String, ChoiceValue {
    case lifecycles
    case roles
    case sectors
    case typologies
    case checklists
    case relationKinds = "relation-kinds"
    case blocks
    case mechanisms
    case acts
    case bodies
    case sessions
    case responsibilities
    case ladders
    case criteria

    package var label: Text {
        switch self {
        case .lifecycles: Text("Levenslopen", "Lifecycles")
        case .roles: Text("Rollen", "Roles")
        case .sectors: Text("Sectoren", "Sectors")
        case .typologies: Text("Typologieën", "Typologies")
        case .checklists: Text("Checklists", "Checklists")
        case .relationKinds: Text("Soorten relaties", "Kinds of relations")
        case .blocks: Text("Bouwstenen", "Building blocks")
        case .mechanisms: Text("Mechanismen", "Mechanisms")
        case .acts: Text("Soorten handelingen", "Kinds of acts")
        case .bodies: Text("Soorten organen", "Kinds of bodies")
        case .sessions: Text("Werkvormen", "Session formats")
        case .responsibilities: Text("Verantwoordelijkheidsmodellen", "Responsibility models")
        case .ladders: Text("Escalatieladders", "Escalation ladders")
        case .criteria: Text("Criteria", "Criteria")
        }
    }

    /// One sentence: what methods of this family are for.
    package var meaning: Text {
        switch self {
        case .lifecycles:
            Text(
                "Fasen die een ecosysteem doorloopt, met vragen, werk en resultaten per fase.",
                "Phases that an ecosystem goes through, with questions, work and results per phase.")
        case .roles:
            Text(
                "Rollen die partijen of personen in een ecosysteem vervullen.",
                "Roles that parties or persons fulfil in an ecosystem.")
        case .sectors:
            Text(
                "Soorten partijen, en welke samen een helix vormen.",
                "Sorts of parties, and which of them form a helix together.")
        case .typologies:
            Text(
                "Typen waarmee u een ecosysteem kenmerkt; nooit verplicht.",
                "Types that characterise an ecosystem; never mandatory.")
        case .checklists:
            Text(
                "Lijsten om een ecosysteem te beoordelen of stappen af te werken.",
                "Lists to assess an ecosystem or to work through steps.")
        case .relationKinds:
            Text("Soorten relaties tussen partijen.", "Kinds of relations between parties.")
        case .blocks:
            Text(
                "Bouwstenen van een afsprakenkader: waarover u iets kunt afspreken, met teksten en normen.",
                "Building blocks of an agreement framework: what can be agreed, with texts and norms.")
        case .mechanisms:
            Text(
                "Mechanismen om een ecosysteem te besturen, met hun effect op vernieuwing en controle.",
                "Mechanisms to govern an ecosystem, with their effect on generativity and control.")
        case .acts:
            Text(
                "Handelingen waar afspraken over gaan, zoals verslag doen of bijdragen.",
                "Acts that agreements are about, such as reporting or contributing.")
        case .bodies:
            Text(
                "Organen met hun doel, samenstelling, ritme en besluitregel, en waarmee u kunt beginnen.",
                "Bodies with their purpose, composition, rhythm and decision rule, and what to begin with.")
        case .sessions:
            Text(
                "Manieren om een bijeenkomst te houden, stap voor stap.",
                "Ways to hold a meeting, step by step.")
        case .responsibilities:
            Text(
                "Leveringsmodellen en beheerlagen om verantwoordelijkheden over te verdelen, met grenzen.",
                "Delivery models and management layers to divide responsibilities over, with limits.")
        case .ladders:
            Text(
                "Treden waarlangs een geschil of zorg omhooggaat, met een termijn per trede.",
                "Steps along which a dispute or concern goes up, with a term for each step.")
        case .criteria:
            Text(
                "Criteria met gewichten om toetreders, rechtsvormen of aanbiedingen te vergelijken.",
                "Criteria with weights to compare entrants, legal forms or offers.")
        }
    }

    /// What a file of this family holds below its head.
    var body: any MethodBody.Type {
        switch self {
        case .lifecycles: LifecycleMethod.self
        case .roles: RolesMethod.self
        case .sectors: SectorsMethod.self
        case .typologies: TypologyMethod.self
        case .checklists: ChecklistMethod.self
        case .relationKinds: RelationKindsMethod.self
        case .blocks: BlocksMethod.self
        case .mechanisms: MechanismsMethod.self
        case .acts: ActsMethod.self
        case .bodies: BodiesMethod.self
        case .sessions: SessionsMethod.self
        case .responsibilities: ResponsibilityMethod.self
        case .ladders: LadderMethod.self
        case .criteria: CriteriaMethod.self
        }
    }
}

/// Whether something follows a source or is Stelsel's own.
package enum MethodOrigin: String, ChoiceValue {
    case source
    case stelsel

    package var label: Text {
        switch self {
        case .source: Text("uit een bron", "from a source")
        case .stelsel: Text("van Stelsel zelf", "by Stelsel itself")
        }
    }
}
