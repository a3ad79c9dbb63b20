import Kernel
import Markup

/// What is wrong with a form, above it: one line for each problem, with a link to its field. It gets the focus.
struct ProblemSummary {
    let say: Say
    let id: String

    init(_ say: Say, id: String = "problems") {
        self.say = say
        self.id = id
    }

    /// - Parameter field: the label of the field that a problem is about and the id of its input; nil when it is about the whole.
    func html(
        _ problems: [Problem], lead: String? = nil, also: HTML = "", field: (Problem) -> (label: String, id: String)?
    ) -> HTML {
        let items: HTML = problems.html { problem in
            let place: HTML = field(problem).map { "<a href=\"#\($0.id)\">\($0.label)</a>: " } ?? ""
            return "<li data-rule=\"\(problem.rule)\">\(place)\(say(problem.message)) \(say(problem.mend))</li>"
        }
        return """
            <div id="\(id)" class="banner broken problem-summary" role="alert" tabindex="-1" autofocus>\
            <p><strong>\(lead ?? say("Nog niet bewaard.", "Not saved yet."))</strong></p><ul>\(items)</ul>\(also)</div>
            """
    }
}
