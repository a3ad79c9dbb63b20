import Access
import Foundation
import Gate
import Hummingbird
import Kernel
import Markup

extension Visit {
    /// The page in its frame, with the few looks that are only needed here.
    func showAccess(_ page: Page) -> Response {
        var page = page
        page.styles.append("access.css")
        return show(page)
    }

    /// What was done before this page, or why it was not: the first thing that a reader meets.
    /// - Parameter inputs: the labels of the inputs that a problem may be about, by their name.
    func told(_ refused: RefusedAccess?, inputs: [String: String] = [:]) -> HTML {
        if let refused {
            return ProblemSummary(say).html(
                refused.told.problems, lead: say("Dit is niet gelukt.", "This did not work.")
            ) { problem in
                refused.input(of: problem).flatMap { name in inputs[name].map { ($0, name) } }
            }
        }
        guard let notice = Notice(rawValue: query("done")) else { return "" }
        return "<p class=\"banner\(if: !notice.isWarning, " ok")\" role=\"status\">\(say(notice.words))</p>"
    }

    /// Carries out a form of a signed-in visitor. When it is refused, the page is shown again with the reason on top.
    func submitted(
        orShow page: (RefusedAccess?) async throws -> Response,
        _ work: (Form, (account: Account, session: Session)) async throws -> Response
    ) async throws -> Response {
        let who = try signedIn()
        var sent = Form([:])
        do {
            sent = try await form()
            let response = try await work(sent, who)
            door.visitors.forget()
            return response
        } catch {
            guard let told = Told(error), told.status != .serviceUnavailable else { throw error }
            var response = try await page(RefusedAccess(told: told, sent: sent))
            response.status = told.status
            response.headers.append(contentsOf: told.headers)
            return response
        }
    }

    /// A form of one button: `hidden` fields go along.
    func button(_ label: String, to action: String, hidden: [(String, String)] = [], described: String = "") -> HTML {
        let fields = hidden.map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML }
        let name: HTML = described.isEmpty ? "" : " aria-label=\"\(label): \(described)\""
        return
            "<form method=\"post\" action=\"\(action)\">\(token)\(fields)<button class=\"button quiet\"\(name)>\(label)</button></form>"
    }

    /// Something that cannot be undone asks twice, without a script.
    func careful(_ label: String, _ question: String, of thing: String, _ form: HTML) -> HTML {
        """
        <details class="danger"><summary aria-label="\(label): \(thing)">\(label)</summary><p>\(question)</p>\(form)</details>
        """
    }

    func field(
        _ name: String, _ label: String, type: String = "text", value: String = "", hint: String = "",
        required: Bool = false, autocomplete: String = "off", longest: Int = 200, after refused: RefusedAccess? = nil
    ) -> HTML {
        let (wrong, state) = mark(name, after: refused, also: hint.isEmpty ? [] : ["\(name)-hint"])
        let about: HTML = hint.isEmpty ? "" : "<p class=\"help\" id=\"\(name)-hint\">\(hint)</p>"
        return """
            <div class="field"><label for="\(name)">\(label)</label>\(about)\(wrong)\
            <input id="\(name)" name="\(name)" type="\(type)" value="\(refused.value(name, else: value))" maxlength="\(longest)" \
            autocomplete="\(autocomplete)"\(state)\(if: required, " required")></div>
            """
    }

    func select(
        _ name: String, _ label: String, _ options: HTML, required: Bool = false, after refused: RefusedAccess? = nil
    ) -> HTML {
        let (wrong, state) = mark(name, after: refused)
        return """
            <div class="field"><label for="\(name)">\(label)</label>\(wrong)\
            <select id="\(name)" name="\(name)"\(state)\(if: required, " required")>\(options)</select></div>
            """
    }

    /// What is wrong with an input, and what the input says of itself because of it.
    func mark(_ name: String, after refused: RefusedAccess?, also described: [String] = []) -> (told: HTML, state: HTML)
    {
        let problems = refused.problems(with: name)
        let ids = described + (problems.isEmpty ? [] : ["\(name)-wrong"])
        let about: HTML = ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
        guard !problems.isEmpty else { return ("", about) }
        let lines: HTML = problems.html { "<p>▲ \(say($0.message)) \(say($0.mend))</p>" }
        return ("<div class=\"wrong\" id=\"\(name)-wrong\">\(lines)</div>", " aria-invalid=\"true\"\(about)")
    }

    func option(_ value: String, _ label: String, selected: Bool = false) -> HTML {
        "<option value=\"\(value)\"\(if: selected, " selected")>\(label)</option>"
    }

    func day(_ moment: Date) -> String {
        say.day(Clock.day(of: Int64(moment.timeIntervalSince1970 * 1000)), today: today)
    }

    func since(_ moment: Date?) -> String {
        guard let moment else { return say("nog nooit", "never yet") }
        return say.since(Clock.day(of: Int64(moment.timeIntervalSince1970 * 1000)), today: today)
    }
}
