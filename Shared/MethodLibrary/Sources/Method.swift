import Kernel

/// One method: what every method has, and what its family adds.
package struct Method: Sendable, Hashable {
    /// What a family adds.
    package enum Body: Sendable, Hashable {
        case lifecycle(LifecycleMethod)
        case roles(RolesMethod)
        case sectors(SectorsMethod)
        case typology(TypologyMethod)
        case checklist(ChecklistMethod)
        case relationKinds(RelationKindsMethod)
        case blocks(BlocksMethod)
        case mechanisms(MechanismsMethod)
        case acts(ActsMethod)
        case bodies(BodiesMethod)
        case sessions(SessionsMethod)
        case responsibilities(ResponsibilityMethod)
        case ladders(LadderMethod)
        case criteria(CriteriaMethod)
    }

    package let head: Head
    package let body: Body
    /// The file it was read from.
    package let file: String
    /// The YAML it was read from, for showing and copying.
    package let yaml: String

    package var id: String { head.id }
    package var family: MethodFamily { head.family }
    package var version: Int { head.version }
    package var name: Text { head.name }
    package var summary: Text { head.summary }

    package var lifecycle: LifecycleMethod? { if case .lifecycle(let body) = body { body } else { nil } }
    package var roles: RolesMethod? { if case .roles(let body) = body { body } else { nil } }
    package var sectors: SectorsMethod? { if case .sectors(let body) = body { body } else { nil } }
    package var typology: TypologyMethod? { if case .typology(let body) = body { body } else { nil } }
    package var checklist: ChecklistMethod? { if case .checklist(let body) = body { body } else { nil } }
    package var relationKinds: RelationKindsMethod? { if case .relationKinds(let body) = body { body } else { nil } }
    package var blocks: BlocksMethod? { if case .blocks(let body) = body { body } else { nil } }
    package var mechanisms: MechanismsMethod? { if case .mechanisms(let body) = body { body } else { nil } }
    package var acts: ActsMethod? { if case .acts(let body) = body { body } else { nil } }
    package var bodies: BodiesMethod? { if case .bodies(let body) = body { body } else { nil } }
    package var sessions: SessionsMethod? { if case .sessions(let body) = body { body } else { nil } }
    package var responsibilities: ResponsibilityMethod? {
        if case .responsibilities(let body) = body { body } else { nil }
    }
    package var ladder: LadderMethod? { if case .ladders(let body) = body { body } else { nil } }
    package var criteria: CriteriaMethod? { if case .criteria(let body) = body { body } else { nil } }
}

/// What stands below the head of a method file of one family.
package protocol MethodBody: Described {
    var body: Method.Body { get }
    /// Rules between the fields of one file.
    func problems() -> [Problem]
}

extension Problem {
    /// A name that nothing in the same list or library answers to.
    static func dangling(_ id: String, at path: [String], _ wanted: Text, known: some Sequence<String>) -> Problem {
        let list = known.sorted().joined(separator: ", ")
        let mend = list.isEmpty ? Text() : Text("Bekend zijn: \(list).", "Known are: \(list).")
        return Problem(
            "method.reference", at: path,
            Text("Er is geen \(wanted.nl) “\(id)”.", "There is no \(wanted.en) “\(id)”."), mend: mend)
    }
}
