import Kernel
import Markup

/// The pages about who decides, how it was decided and who is responsible.
enum GovernancePlace: CaseIterable {
    case bodies, matters, decisions, rights, division, selections, disputes, risks

    var label: Text {
        switch self {
        case .bodies: Text("Organen", "Bodies")
        case .matters: Text("Kwesties en besluiten", "Matters and decisions")
        case .decisions: Text("Besluitenlijst", "Register of decisions")
        case .rights: Text("Wie beslist waarover", "Who decides what")
        case .division: Text("Verdeling", "Division")
        case .selections: Text("Selecties", "Selections")
        case .disputes: Text("Geschillen en zorgen", "Disputes and concerns")
        case .risks: Text("Risico's", "Risks")
        }
    }

    func path(_ ecosystem: String) -> Path {
        switch self {
        case .bodies: .governance(ecosystem)
        case .matters: .matters(ecosystem)
        case .decisions: .decisions(ecosystem)
        case .rights: .governancePart(ecosystem, "rights")
        case .division: .responsibilities(ecosystem)
        case .selections: .selections(ecosystem)
        case .disputes: .disputes(ecosystem)
        case .risks: .risks(ecosystem)
        }
    }
}

extension EcosystemVisit {
    /// The way between the pages about governance.
    func governancePlaces(_ here: GovernancePlace) -> HTML {
        let tabs: HTML = GovernancePlace.allCases.html { place in
            let current: HTML = place == here ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(place.path(id))\"\(current)>\(say(place.label))</a></li>"
        }
        return "<nav aria-label=\"\(say("Bestuur", "Governance"))\"><ul class=\"tabs\">\(tabs)</ul></nav>"
    }
}
