import Agreements
import Ecosystems
import Kernel
import Lifecycle
import Parties

/// Where records are shown and worked on.
extension EcosystemVisit {
    /// Where a change leads: to the page where it is worked on, such as the lifecycle; otherwise to the record.
    func destination(_ kind: Kind, _ record: String, _ values: [String: Value]) -> String {
        switch kind.plural {
        case Boarding.naming.plural:
            guard let party = values["organisation"]?.string else { break }
            return Path.organisation(id, party).url + "#boarding-\(record)"
        case Course.naming.plural: return Path.lifecycle(id).with([("course", record)])
        case Passage.naming.plural:
            guard let course = values["lifecycle"]?.string else { break }
            return Path.lifecycle(id).with([("course", course)])
        case Agreement.naming.plural: return Path.agreementPart(id, record, "assembly").url
        case Clause.naming.plural:
            guard let agreement = values["agreement"]?.string else { break }
            return Path.agreementPart(id, agreement, "assembly").url + "#clause-\(record)"
        default: break
        }
        return address(of: kind, record).url
    }

    /// The page on which a record is shown.
    func address(of kind: Kind, _ record: String) -> Path {
        switch kind.plural {
        case Profile.naming.plural: .ecosystem(id)
        case "organisations": .organisation(id, record)
        default: .record(id, kind.plural, record)
        }
    }
}
