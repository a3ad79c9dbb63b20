import Ecosystems
import Governance
import Kernel
import Markup

/// The chain from question to effect: what was, where the matter is now, and what is to come; each link leads to where it stands.
extension EcosystemVisit {
    func chain(_ course: MatterCourse) -> HTML {
        let items: HTML = course.steps.html { step in
            let (tone, sign): (HTML, String) =
                switch step.standing {
                case .done: ("done", "✓")
                case .now: ("now", "●")
                case .failed: ("failed", "✕")
                case .waiting: ("waiting", "…")
                }
            let day: HTML = step.day.map { " <small>\(say.day($0, today: reader.today))</small>" } ?? ""
            let here: HTML =
                step.isHere ? " <span class=\"pill soon here-now\">● \(say("nu hier", "here now"))</span>" : ""
            let what = step.isHere && step.standing == .waiting ? next(step.sort) : step.what
            return """
                <li class="\(tone)\(if: step.isHere, " current")"\(if: step.isHere, " aria-current=\"step\"")><span class="link-sign" aria-hidden="true">\(sign)</span>\
                <strong>\(say(step.sort.label))\(here)</strong><span class="hidden">\(say(step.standing.label)):</span> \
                <a href="\(place(of: step))">\(say.marked(what))</a>\(day)</li>
                """
        }
        return
            "<section aria-label=\"\(say("Van vraag tot gevolg", "From question to effect"))\"><ol class=\"chain\">\(items)</ol></section>"
    }

    /// What is to be done for the step that comes next.
    private func next(_ sort: CourseStep.Sort) -> Text {
        switch sort {
        case .proposal: Text("nog te doen", "to be made")
        case .ballot: Text("nog te openen", "to be opened")
        case .decision: Text("na de telling", "after the count")
        case .effect: Text("nog uit te voeren", "to be carried out")
        case .matter, .advice, .sounding: Text("komt nog", "to come")
        }
    }

    private func place(of step: CourseStep) -> String {
        let place = place(of: step.kind, step.record)
        return step.standing == .waiting && step.kind == Matter.naming.plural ? place + "#propose" : place
    }
}

extension CourseStep.Standing {
    fileprivate var label: Text {
        switch self {
        case .done: Text("gedaan", "done")
        case .now: Text("nu", "now")
        case .failed: Text("afgevallen", "fell through")
        case .waiting: Text("komt nog", "to come")
        }
    }
}
