import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup

/// The form with which an administrator begins an ecosystem.
extension Visit {
    func beginForm(_ refused: RefusedForm?) -> HTML {
        guard visitor.caller(in: "").administrator else { return "" }
        let value = { (name: String) in refused.value(name, in: "begin") }
        let isWrong = refused?.problems.contains { $0.path == ["id"] } ?? false
        let id = Control(name: "id", id: "id", described: ["id-help"], isWrong: isWrong)
        return """
            <details class="card"\(if: refused != nil, " open")><summary>\(say("Begin een ecosysteem", "Begin an ecosystem"))</summary>\
            \(refused.map { ProblemSummary(say).html($0.problems) { beginField($0) } })<form method="post" action="\(Path.ecosystems)">\(token)
            <div class="field"><label for="nl">\(say("Naam (Nederlands)", "Name (Dutch)"))</label><input id="nl" name="nl" lang="nl" required value="\(value("nl"))"></div>
            <div class="field"><label for="en">\(say("Naam (Engels)", "Name (English)"))</label><input id="en" name="en" lang="en" value="\(value("en"))"></div>
            <div class="field\(if: isWrong, " has-wrong")"><label for="id">\(say("Korte naam in het adres", "Short name in the address"))</label>\
            <p class="help" id="id-help">\(say("Laat leeg, dan maakt Stelsel die van de naam.", "Leave empty and Stelsel makes it of the name."))</p>\
            <input\(id.attributes) value="\(value("id"))"></div>
            \(audienceChoice(value("audience")))<button class="button">\(say("Begin", "Begin"))</button></form></details>
            """
    }

    /// Closed unless chosen otherwise: what was public once cannot be called back.
    private func audienceChoice(_ chosen: String) -> HTML {
        let isOpen = chosen == "everyone"
        return """
            <fieldset class="field"><legend>\(say("Wie ziet dit ecosysteem?", "Who sees this ecosystem?"))</legend>
            <label class="box"><input type="radio" name="audience" value="participants"\(if: !isOpen, " checked")> \
            \(say("Alleen deelnemers en beheerders; u kunt het later openbaar maken", "Only participants and administrators; you can make it public later"))</label>
            <label class="box"><input type="radio" name="audience" value="everyone"\(if: isOpen, " checked") aria-describedby="audience-help"> \
            \(say("Iedereen", "Everybody"))</label>
            <p class="help" id="audience-help">\(say.whatIsPublic(door.installation.catalogue))</p></fieldset>
            """
    }

    private func beginField(_ problem: Problem) -> (label: String, id: String)? {
        switch problem.path.first {
        case "id": (say("Korte naam", "Short name"), "id")
        case "name": (say("Naam", "Name"), "nl")
        default: nil
        }
    }

    func beginEcosystem() async throws -> Response {
        let form = try await form()
        let name = Text(nl: form.first("nl").trimmed, en: form.first("en").trimmed)
        let wished = form.first("id").trimmed
        let id = wished.isEmpty ? Identifier.suggested(for: name.shown(.nl)) : wished
        do throws(Refusal) {
            if name.isEmpty { throw .invalid([.namelessEcosystem]) }
            let ecosystem = try await door.installation.host.begin(id)
            var values: [String: Value] = ["name": name.value, "languages": ["nl", "en"]]
            if form.first("audience") != "everyone" { values["participantsOnly"] = true }
            let change = RecordChange(Profile.naming.plural, id, .add(values))
            _ = try await ecosystem.perform(ChangeRecords([change]), by: visitor.caller(in: id))
            return onward(to: .ecosystem(id), .added)
        } catch {
            return try await showRefusedBeginning(form, error)
        }
    }

    private func showRefusedBeginning(_ form: Form, _ refusal: Refusal) async throws -> Response {
        let title = say("Ecosystemen", "Ecosystems")
        let refused = RefusedForm(name: "begin", sent: form, problems: refusal.problems)
        var page = Page(
            say("Fout: ", "Error: ") + title, place: .ecosystems,
            "<h1>\(title)</h1>\(beginForm(refused))\(allCards(try await ecosystems()))")
        page.status = refusal.status
        return show(page)
    }
}

extension Problem {
    fileprivate static let namelessEcosystem = Problem(
        "field.required", at: ["name"], Text("Een ecosysteem heeft een naam nodig.", "An ecosystem needs a name."))
}
