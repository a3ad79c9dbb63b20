import Ecosystems
import Kernel
import Markup
import NetworkMap

/// One change at a time is added to the address.
extension EcosystemVisit {
    private enum Act: String, CaseIterable {
        case leaves, ends, half, quarter, comes

        var label: Text {
            switch self {
            case .leaves: Text("vertrekt", "leaves")
            case .ends: Text("is niet meer verbonden met", "is no longer tied to")
            case .half: Text("is half zo sterk verbonden met", "is tied half as strongly to")
            case .quarter: Text("is nog een kwart zo sterk verbonden met", "is tied a quarter as strongly to")
            case .comes: Text("krijgt een verbinding met", "gets a tie to")
            }
        }

        /// As the address says it.
        func change(_ one: String, _ other: String) -> (String, String)? {
            if self == .leaves { return ("remove", one) }
            let share = self == .half ? "=0.5" : self == .quarter ? "=0.25" : ""
            // Weakening with nobody named concerns all ties of the party.
            guard !other.isEmpty else { return share.isEmpty ? nil : ("weaken", one + share) }
            switch self {
            case .half, .quarter: return ("weaken", "\(one),\(other)\(share)")
            case .comes: return ("add", "\(one),\(other)")
            default: return ("remove", "\(one),\(other)")
            }
        }
    }

    /// What was chosen in the form, as the address says it; nil when nothing was.
    var chosenChange: (String, String)? {
        let one = visit.query("one").trimmingPrefix(while: { $0 == " " })
        guard let act = Act(rawValue: visit.query("act")), !one.isEmpty else { return nil }
        return act.change(String(one), visit.query("other"))
    }

    func whatIfForm(_ scope: NetworkScope) -> HTML {
        let acts: HTML = Act.allCases.html { "<option value=\"\($0.rawValue)\">\(say($0.label))</option>" }
        let kept: HTML = whatIfQuery.filter { !["kind", "derived", "day"].contains($0.0) }.html {
            "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">"
        }
        return """
            <section class="card"><h2>\(say("Bedenk een wijziging", "Think of a change"))</h2>
            <form method="get" action="\(Path.mapPart(id, "what-if"))">\(kept)
            <div class="choose">\(partyChoice("one", say("Partij", "Party"), first: say("kies", "choose")))<label>\(say("Wat gebeurt er", "What happens")) <select name="act">\(acts)</select></label>
            \(partyChoice("other", say("Met wie", "With whom"), first: say("niemand in het bijzonder", "nobody in particular")))
            <button class="button">\(say("Reken uit", "Calculate"))</button></div>
            <details\(if: !scopeQuery.isEmpty, " open")><summary>\(say("Welke verbindingen tellen", "Which ties count"))</summary><div class="choose">\(scopeChoices(scope))</div></details></form></section>
            """
    }
}
