import Foundation

/// Every address of the web door: used by routes, links and redirects alike.
package enum Path: Sendable, Hashable {
    case home
    case digest
    case ecosystems
    case ecosystem(String)
    case parties(String)
    case organisation(String, String)
    case participation(String, String)
    case boardingSteps(String, String, String)
    case contact(String, String, String)
    case contactErasure(String, String, String)
    case merger(String)
    case purpose(String, String = "")
    case lifecycle(String)
    case phase(String, String, String)
    case passages(String, String)
    case answers(String, String, String)
    case closing(String, String)
    case closingSteps(String, String, String)
    case checklist(String, String)
    case map(String)
    /// A page or file beside the map: `analysis`, `views`, `kumu.json` and so on.
    case mapPart(String, String)
    /// A step of the presentation, from 1.
    case presentation(String, Int)
    case agreements(String)
    case obligations(String)
    case deadlines(String)
    case agreement(String, String)
    /// A page of its own about an agreement: `bound`, `versions` and so on.
    case agreementPart(String, String, String)
    case governance(String)
    /// A page of its own: `rights`, `meetings.ics` and so on.
    case governancePart(String, String)
    case body(String, String)
    case bodyPart(String, String, String)
    case meeting(String, String)
    case meetingPart(String, String, String)
    case draw(String, String)
    case drawPart(String, String, String)
    case matters(String)
    case decisions(String)
    case decisionFeed(String)
    case matter(String, String)
    case matterPart(String, String, String)
    case proposalPart(String, String, String)
    case decisionPart(String, String, String)
    case ballot(String, String)
    /// An address below a ballot: `votes`, `file.json` and so on.
    case ballotPart(String, String, String)
    /// How responsibilities are divided: a view by its last part, or a file.
    case responsibilities(String, String = "")
    case selections(String)
    case selection(String, String)
    case selectionPart(String, String, String)
    case disputes(String)
    case dispute(String, String)
    case disputePart(String, String, String)
    /// The periodic report of disputes: the page, or a file by what comes after it, such as `.csv`.
    case disputeReport(String, String = "")
    case risks(String)
    case findings(String)
    case history(String)
    case updates(String)
    case settings(String)
    case records(String, String)
    case newRecord(String, String)
    case record(String, String, String)
    case editRecord(String, String, String)
    case removal(String, String, String)
    case reversion(String, String, String)
    case erasure(String, String, String)
    case versions(String, String, String)
    case search(String)
    case methods
    case method(String)
    case methodCopies(String)
    case methodCopy(String, String)
    case everywhere
    case glossary
    case reference
    case proof
    case checkpoint
    case asset(String)

    package var url: String {
        switch self {
        case .home: "/"
        case .digest: "/digest"
        case .ecosystems: "/ecosystems"
        case .ecosystem(let id): "/ecosystems/\(id)"
        case .parties(let id): "/ecosystems/\(id)/parties"
        case .organisation(let id, let organisation): "/ecosystems/\(id)/parties/\(organisation)"
        case .participation(let id, let party): "/ecosystems/\(id)/parties/\(party)/participation"
        case .boardingSteps(let id, let party, let boarding):
            "/ecosystems/\(id)/parties/\(party)/boardings/\(boarding)"
        case .contact(let id, let party, let person): "/ecosystems/\(id)/parties/\(party)/persons/\(person)/contact"
        case .contactErasure(let id, let party, let person):
            "/ecosystems/\(id)/parties/\(party)/persons/\(person)/contact/erasure"
        case .merger(let id): "/ecosystems/\(id)/mergers"
        case .purpose(let id, let view): "/ecosystems/\(id)/purpose" + (view.isEmpty ? "" : "/\(view)")
        case .lifecycle(let id): "/ecosystems/\(id)/lifecycle"
        case .phase(let id, let course, let phase): "/ecosystems/\(id)/lifecycle/\(course)/\(phase)"
        case .passages(let id, let course): "/ecosystems/\(id)/lifecycle/\(course)/passages"
        case .answers(let id, let course, let phase): "/ecosystems/\(id)/lifecycle/\(course)/\(phase)/answers"
        case .closingSteps(let id, let course, let closure):
            "/ecosystems/\(id)/lifecycle/\(course)/closing/\(closure)"
        case .closing(let id, let course): "/ecosystems/\(id)/lifecycle/\(course)/closing"
        case .checklist(let id, let checklist): "/ecosystems/\(id)/checklists/\(checklist)"
        case .map(let id): "/ecosystems/\(id)/map"
        case .mapPart(let id, let part): "/ecosystems/\(id)/map/\(part)"
        case .presentation(let id, let step): "/ecosystems/\(id)/map/presentation/\(step)"
        case .agreements(let id): "/ecosystems/\(id)/agreements"
        case .obligations(let id): "/ecosystems/\(id)/obligations"
        case .deadlines(let id): "/ecosystems/\(id)/deadlines.ics"
        case .agreement(let id, let agreement): "/ecosystems/\(id)/agreements/\(agreement)"
        case .agreementPart(let id, let agreement, let part): "/ecosystems/\(id)/agreements/\(agreement)/\(part)"
        case .governance(let id): "/ecosystems/\(id)/governance"
        case .governancePart(let id, let part): "/ecosystems/\(id)/governance/\(part)"
        case .body(let id, let body): "/ecosystems/\(id)/governance/bodies/\(body)"
        case .bodyPart(let id, let body, let part): "/ecosystems/\(id)/governance/bodies/\(body)/\(part)"
        case .meeting(let id, let meeting): "/ecosystems/\(id)/governance/meetings/\(meeting)"
        case .meetingPart(let id, let meeting, let part): "/ecosystems/\(id)/governance/meetings/\(meeting)/\(part)"
        case .draw(let id, let draw): "/ecosystems/\(id)/governance/draws/\(draw)"
        case .drawPart(let id, let draw, let part): "/ecosystems/\(id)/governance/draws/\(draw)/\(part)"
        case .matters(let id): "/ecosystems/\(id)/matters"
        case .decisions(let id): "/ecosystems/\(id)/decisions"
        case .decisionFeed(let id): "/ecosystems/\(id)/decisions.atom"
        case .matter(let id, let matter): "/ecosystems/\(id)/matters/\(matter)"
        case .matterPart(let id, let matter, let part): "/ecosystems/\(id)/matters/\(matter)/\(part)"
        case .proposalPart(let id, let proposal, let part): "/ecosystems/\(id)/proposals/\(proposal)/\(part)"
        case .decisionPart(let id, let decision, let part): "/ecosystems/\(id)/decisions/\(decision)/\(part)"
        case .ballot(let id, let ballot): "/ecosystems/\(id)/ballots/\(ballot)"
        case .ballotPart(let id, let ballot, let part): "/ecosystems/\(id)/ballots/\(ballot)/\(part)"
        case .responsibilities(let id, let view):
            "/ecosystems/\(id)/responsibilities" + (view.isEmpty ? "" : "/\(view)")
        case .selections(let id): "/ecosystems/\(id)/selections"
        case .selection(let id, let selection): "/ecosystems/\(id)/selections/\(selection)"
        case .selectionPart(let id, let selection, let part): "/ecosystems/\(id)/selections/\(selection)/\(part)"
        case .disputes(let id): "/ecosystems/\(id)/disputes"
        case .dispute(let id, let dispute): "/ecosystems/\(id)/disputes/\(dispute)"
        case .disputePart(let id, let dispute, let part): "/ecosystems/\(id)/disputes/\(dispute)/\(part)"
        case .disputeReport(let id, let file): "/ecosystems/\(id)/dispute-report\(file)"
        case .risks(let id): "/ecosystems/\(id)/risks"
        case .findings(let id): "/ecosystems/\(id)/findings"
        case .history(let id): "/ecosystems/\(id)/history"
        case .updates(let id): "/ecosystems/\(id)/updates"
        case .settings(let id): "/ecosystems/\(id)/settings"
        case .records(let id, let kind): "/ecosystems/\(id)/records/\(kind)"
        case .newRecord(let id, let kind): "/ecosystems/\(id)/new/\(kind)"
        case .record(let id, let kind, let record): "/ecosystems/\(id)/records/\(kind)/\(record)"
        case .editRecord(let id, let kind, let record): "/ecosystems/\(id)/records/\(kind)/\(record)/edit"
        case .removal(let id, let kind, let record): "/ecosystems/\(id)/records/\(kind)/\(record)/removal"
        case .reversion(let id, let kind, let record): "/ecosystems/\(id)/records/\(kind)/\(record)/reversions"
        case .erasure(let id, let kind, let record): "/ecosystems/\(id)/records/\(kind)/\(record)/erasure"
        case .versions(let id, let kind, let record): "/ecosystems/\(id)/records/\(kind)/\(record)/history"
        case .search(let id): "/ecosystems/\(id)/search"
        case .methods: "/methods"
        case .method(let id): "/methods/\(id)"
        case .methodCopies(let id): "/ecosystems/\(id)/method-copies"
        case .methodCopy(let id, let copy): "/ecosystems/\(id)/method-copies/\(copy)"
        case .everywhere: "/search"
        case .glossary: "/glossary"
        case .reference: "/reference"
        case .proof: "/proof"
        case .checkpoint: "/proof/checkpoint.txt"
        case .asset(let name): "/assets/\(name)"
        }
    }

    /// The same address with a query.
    package func with(_ query: [(String, String)]) -> String {
        var allowed = CharacterSet.urlQueryAllowed
        allowed.remove(charactersIn: "&+=#")
        let pairs = query.filter { !$0.1.isEmpty }.map {
            "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }
        return pairs.isEmpty ? url : url + "?" + pairs.joined(separator: "&")
    }
}
