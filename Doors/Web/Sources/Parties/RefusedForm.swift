import Ecosystems
import Hummingbird
import Kernel
import Markup

/// A form that was refused: which one, what it said and what is wrong with it; so that the page can show it again. Nothing is wrong with a form
/// that comes back from a step in between.
struct RefusedForm {
    let name: String
    let sent: Form
    let problems: [Problem]
}

extension RefusedForm? {
    /// What the form with this name sent for a field; otherwise what the field starts with.
    func value(_ field: String, in name: String, else start: String = "") -> String {
        guard let form = self, form.name == name else { return start }
        return form.sent.first(field)
    }

    func isAbout(_ name: String) -> Bool { self?.name == name }

    /// What an input says of itself when the form with this name was refused because of it; the summary describes it.
    func state(_ field: String, in name: String) -> HTML {
        guard let form = self, form.name == name, form.problems.contains(where: { $0.path.last == field }) else {
            return ""
        }
        return " aria-invalid=\"true\" aria-describedby=\"\(name)-troubles\""
    }
}

extension EcosystemVisit {
    /// What is wrong with the form of this name, above its fields.
    /// - Parameters:
    ///   - inputs: the ids of its inputs by field, to link to.
    ///   - labels: what these are called, by field.
    func troubles(
        _ refused: RefusedForm?, in name: String, inputs: [String: String] = [:], labels: [String: String] = [:]
    ) -> HTML {
        guard let refused, refused.name == name else { return "" }
        guard !refused.problems.isEmpty else {
            return
                "<p class=\"banner\" id=\"\(name)-troubles\" role=\"status\" tabindex=\"-1\" autofocus>\(say("Nog niet ingediend. Alles wat u schreef staat er nog.", "Not put forward yet. All that you wrote is still here."))</p>"
        }
        return ProblemSummary(say, id: "\(name)-troubles").html(refused.problems) { problem in
            guard let field = problem.path.last, let input = inputs[field] else { return nil }
            return (labels[field] ?? say("Naar het veld", "To the field"), input)
        }
    }

    /// Carries out what a form asks; shows its page again, with what is wrong, when the form can be mended.
    func perform(
        _ command: any Command, of name: String, sent: Form, then path: String, done: Done = .saved,
        orShow page: (RefusedForm) async throws -> Response
    ) async throws -> Response {
        do {
            let outcome = try await perform(command)
            return visit.onward(to: path, outcome.changedNothing ? .unchanged : done)
        } catch let refusal as Refusal where refusal.isAboutForm {
            return try await page(RefusedForm(name: name, sent: sent, problems: refusal.problems))
        }
    }

    /// A text as it was typed, in the language of the page.
    func typed(_ words: String) -> Text { say.language == .nl ? Text(nl: words.trimmed) : Text(en: words.trimmed) }

    /// A day as a form sends it; nil when it is empty or no day.
    func day(_ words: String) -> Day? { Day(words.trimmed) }

    func dayField(_ id: String, _ name: String, _ label: String, _ value: String, state: HTML = "") -> HTML {
        """
        <div class="field"><label for="\(id)">\(label)</label>\
        <input type="date" id="\(id)" name="\(name)" value="\(value)" required\(state)></div>
        """
    }

    /// `<option>` with its label, chosen or not.
    func option(_ value: String, _ label: String, chosen: String) -> HTML {
        "<option value=\"\(value)\"\(if: value == chosen, " selected")>\(label)</option>"
    }

    /// May the visitor change this record, here and now?
    func mayChange(_ kind: String, _ record: String) -> Bool {
        mayEdit && reader.catalogue.kind(kind)?.isProcess == false
            && reader.may(ChangeRecords([RecordChange(kind, record, .patch([:]))]))
    }

    /// May the visitor add a record of this kind, here and now?
    func mayAdd(_ kind: String) -> Bool {
        guard mayEdit, let kind = reader.catalogue.kind(kind) else { return false }
        return reader.mayAdd(kind)
    }

    /// May the visitor add a record of this kind that names this organisation as its owner?
    func mayAdd(_ kind: String, for field: String, _ organisation: String) -> Bool {
        mayAdd(kind)
            && reader.may(ChangeRecords([RecordChange(kind, "new", .add([field: .string(organisation)]))]))
    }

    /// A button to add a record, with fields filled in; nothing for who may not. From the page of a party it leads back there.
    func addLink(_ kind: String, _ label: String, _ fields: [(String, String)] = []) -> HTML {
        guard mayAdd(kind) else { return "" }
        let here = visit.request.uri.path
        let back = here.hasPrefix(Path.parties(id).url + "/") ? [("back", here)] : []
        return "<a class=\"button quiet\" href=\"\(Path.newRecord(id, kind).with(fields + back))\">+ \(label)</a>"
    }
}
