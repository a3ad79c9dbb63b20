import Agreements
import Ecosystems
import Kernel
import Markup

/// How norms are kept, as words with a sign.
extension EcosystemVisit {
    func statePill(_ state: NormStatus.State) -> HTML {
        let (tone, sign): (HTML, String) =
            switch state {
            case .breached: (" broken", "▲")
            case .atRisk: (" soon", "●")
            case .due, .unchecked: ("", "○")
            case .kept: (" ok", "✓")
            }
        return "<span class=\"pill\(tone)\">\(sign) \(say(state.label))</span>"
    }

    /// In the margin of a clause: the worst of each norm, and who it is about.
    func watched(_ clause: DocumentClause, _ page: AgreementPage) -> HTML {
        let byNorm = Dictionary(grouping: page.watched[clause.id] ?? [], by: \.norm.id)
        return byNorm.sorted { $0.key < $1.key }.html { _, statuses in
            let worst = statuses.map(\.state).min() ?? .kept
            let own = statuses.filter { $0.state == worst }
            let first = own[0]
            let others = own.count > 1 ? say(" en \(own.count - 1) meer", " and \(own.count - 1) more") : ""
            let told: HTML =
                worst == .kept && own.count > 1
                ? "\(say(first.norm.rule.name))"
                : "\(say(first.bearerName))\(others): \(say(first.explanation))"
            let path = Path.obligations(id).with([("agreement", page.agreement.id.rawValue)])
            return """
                <p class="watched">\(statePill(worst)) \(told) <a href="\(path)#\(first.norm.id)">\(say("bewijs", "evidence"))</a></p>
                """
        }
    }

    /// Links to the records that show it.
    func evidence(_ status: NormStatus) -> HTML {
        let view = ValueView(self)
        let links = status.evidence(seenBy: reader).suffix(3).map { view.link($0.kind, $0.id) }
        return links.isEmpty ? "" : "<br><span class=\"quiet\">\(links.joined(separator: " · "))</span>"
    }
}
