import Access
import Foundation
import Gate
import Hummingbird
import Kernel

extension Visit {
    /// The page in its frame, with the few looks that are only needed here.
    func showAccess(_ page: Page) -> Response {
        var page = page
        page.styles.append("access.css")
        return show(page)
    }

    /// What was done before this page, or why it was not: the first thing that a reader meets.
    func told(_ refused: Told?) -> HTML {
        if let refused {
            let lines = refused.problems.map { problem in
                "<p>\(say(problem.message)) \(say(problem.mend)) <span class=\"quiet\">(<code>\(problem.rule)</code>)</span></p>"
                    as HTML
            }
            return "<div class=\"banner broken\" role=\"alert\">\(lines)</div>"
        }
        guard let notice = Notice(rawValue: query("done")) else { return "" }
        return "<p class=\"banner\(if: !notice.isWarning, " ok")\" role=\"status\">\(say(notice.words))</p>"
    }

    /// Carries out a form of a signed-in visitor. When it is refused, the page is shown again with the reason on top.
    func submitted(
        orShow page: (Told?) async throws -> Response,
        _ work: (Form, (account: Account, session: Session)) async throws -> Response
    ) async throws -> Response {
        let who = try signedIn()
        do {
            let response = try await work(try await form(), who)
            door.visitors.forget()
            return response
        } catch {
            guard let told = Told(error), told.status != .serviceUnavailable else { throw error }
            var response = try await page(told)
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
        required: Bool = false, autocomplete: String = "off", longest: Int = 200
    ) -> HTML {
        let about: HTML = hint.isEmpty ? "" : "<p class=\"help\" id=\"\(name)-hint\">\(hint)</p>"
        let described: HTML = hint.isEmpty ? "" : " aria-describedby=\"\(name)-hint\""
        return """
            <div class="field"><label for="\(name)">\(label)</label>\(about)\
            <input id="\(name)" name="\(name)" type="\(type)" value="\(value)" maxlength="\(longest)" \
            autocomplete="\(autocomplete)"\(described)\(if: required, " required")></div>
            """
    }

    func select(_ name: String, _ label: String, _ options: HTML, required: Bool = false) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label>\
        <select id="\(name)" name="\(name)"\(if: required, " required")>\(options)</select></div>
        """
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
