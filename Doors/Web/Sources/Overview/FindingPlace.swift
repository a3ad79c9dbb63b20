import Agreements
import Ecosystems
import Governance
import Kernel
import Lifecycle
import Parties

/// Where a finding can be mended by this visitor, and what the link to it says.
struct FindingPlace {
    let url: String
    let label: String
}

extension EcosystemVisit {
    /// Nil when the finding is about nothing in particular, or when the visitor is there already.
    func place(of finding: Finding) -> FindingPlace? {
        let place = mergerPlace(finding) ?? formPlace(finding) ?? readingPlace(finding)
        let here = visit.request.uri.path
        return place.flatMap { $0.url.prefix { $0 != "#" && $0 != "?" } == here ? nil : $0 }
    }

    /// Two organisations that may be one are compared beside each other.
    private func mergerPlace(_ finding: Finding) -> FindingPlace? {
        guard finding.rule == "organisation.looks-like", let other = finding.others.first, mayEdit,
            reader.may(MergeOrganisations(duplicate: other, into: finding.record)),
            let words = reader.catalogue.words(of: finding)
        else { return nil }
        return FindingPlace(
            url: Path.merger(id).with([("into", finding.record), ("duplicate", other)]), label: say(words.action))
    }

    /// The form that mends it, for who may.
    private func formPlace(_ finding: Finding) -> FindingPlace? {
        guard let words = reader.catalogue.words(of: finding) else { return nil }
        switch words.target {
        case .look: return nil
        case .change:
            guard !finding.record.isEmpty, mayChange(finding.kind, finding.record) else { return nil }
            let field = finding.field.isEmpty ? "" : "#f.\(finding.field)"
            return FindingPlace(
                url: Path.editRecord(id, finding.kind, finding.record).url + field, label: say(words.action))
        case .add:
            guard mayAdd(finding.kind) else { return nil }
            return FindingPlace(url: Path.newRecord(id, finding.kind).url, label: say(words.action))
        }
    }

    /// The page about it. Says what to do there to who may do something, and where it leads to who only reads.
    private func readingPlace(_ finding: Finding) -> FindingPlace? {
        guard let kind = reader.catalogue.kind(finding.kind), let (url, title) = page(about: finding, kind) else {
            return nil
        }
        let words = reader.catalogue.words(of: finding)
        let mayAct = finding.record.isEmpty ? mayAdd(finding.kind) : mayChange(finding.kind, finding.record)
        let label = mayAct && words?.target == .look ? words.map { say($0.action) } : nil
        return FindingPlace(url: url, label: label ?? say("Naar: \(title)", "To: \(title)"))
    }

    private func page(about finding: Finding, _ kind: Kind) -> (url: String, title: String)? {
        let (plural, record) = (finding.kind, finding.record)
        if plural == Profile.naming.plural || (record.isEmpty && plural == Organisation.naming.plural) {
            return (Path.parties(id).url, say("Partijen", "Parties"))
        }
        if finding.rule == "goal.not-covered" {
            return (Path.purpose(id, "coverage").url, say("Dekking", "Coverage"))
        }
        if plural == Course.naming.plural { return (lifecyclePlace(record), say("Levensloop", "Lifecycle")) }
        guard !record.isEmpty else { return (Path.records(id, plural).url, say(kind.naming.pluralLabel)) }
        if finding.rule.hasPrefix("phase."), let passage = reader.state[Passage.self][ID(record)] {
            return (lifecyclePlace(passage.lifecycle.rawValue), say("Levensloop", "Lifecycle"))
        }
        if plural == Closure.naming.plural {
            return (place(of: plural, record), say("Besluit en afsluiting", "Decision and closing"))
        }
        let title = short(say(reader.title(plural, record)), kind)
        // What holds a network together is told on the organisation's page, in what hangs on it.
        let hangs = ["network.keystone", "network.weak-spot", "network.sole-supplier", "network.dominance"]
        return (place(of: plural, record) + (hangs.contains(finding.rule) ? "#impact" : ""), title)
    }

    /// A name that fits in a link; of what has a whole text for a name, the kind.
    private func short(_ title: String, _ kind: Kind) -> String {
        title.count <= 60 && !title.contains("\n") ? title : say(kind.naming.label).lowercasedFirst
    }

    private func lifecyclePlace(_ course: String) -> String { Path.lifecycle(id).with([("course", course)]) }

    /// The page where a record is worked on: its own, or that of the organisation or lifecycle it belongs to.
    func place(of plural: String, _ record: String) -> String {
        switch plural {
        case Organisation.naming.plural: return Path.organisation(id, record).url
        case Boarding.naming.plural:
            guard let boarding = reader.record(Boarding.self, record) else { break }
            return Path.organisation(id, boarding.organisation.rawValue).url + "#boarding-\(record)"
        case Closure.naming.plural:
            guard let closure = reader.record(Closure.self, record) else { break }
            return Path.closing(id, closure.lifecycle.rawValue).url
        case Agreement.naming.plural: return Path.agreement(id, record).url
        case Clause.naming.plural:
            guard let clause = reader.record(Clause.self, record) else { break }
            return Path.agreement(id, clause.agreement.rawValue).with([("draft", "1")]) + "#clause-\(record)"
        case AgreementVersion.naming.plural:
            guard let version = reader.record(AgreementVersion.self, record) else { break }
            return Path.agreement(id, version.agreement.rawValue).with([("version", "\(version.number)")])
        case Dispute.naming.plural: return Path.dispute(id, record).url
        case Selection.naming.plural: return Path.selection(id, record).url
        case Body.naming.plural: return Path.body(id, record).url
        case Meeting.naming.plural: return Path.meeting(id, record).url
        case DecisionRight.naming.plural: return Path.governancePart(id, "rights").url + "#\(record)"
        case Seat.naming.plural:
            guard let seat = reader.record(Seat.self, record) else { break }
            return Path.body(id, seat.body.rawValue).url + "#seat-\(record)"
        default: if let place = placeOfDecision(plural, record) { return place }
        }
        return Path.record(id, plural, record).url
    }
}

extension EcosystemVisit {
    /// What belongs to a decision stands on the page of its matter, or of its ballot.
    private func placeOfDecision(_ plural: String, _ record: String) -> String? {
        switch plural {
        case Matter.naming.plural: return Path.matter(id, record).url
        case Ballot.naming.plural: return Path.ballot(id, record).url
        case Proposal.naming.plural:
            return reader.record(Proposal.self, record).map {
                Path.matter(id, $0.matter.rawValue).url + "#proposal-\(record)"
            }
        case Decision.naming.plural:
            return reader.record(Decision.self, record).map {
                Path.matter(id, $0.matter.rawValue).url + "#decision-\(record)"
            }
        case Vote.naming.plural:
            return reader.record(Vote.self, record).map { Path.ballot(id, $0.ballot.rawValue).url }
        default: return nil
        }
    }
}
