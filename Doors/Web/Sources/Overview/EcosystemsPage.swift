import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
import Parties

/// The ecosystems that a visitor has to do with, and beginning one.
extension Visit {
    /// Ecosystems of this visitor: those they have a person in; administrators and visitors without any see all.
    func ownEcosystems() async throws -> [EcosystemVisit] {
        let all = try await door.installation.host.ids()
        let own = Set(visitor.seats.map(\.ecosystem))
        var visits: [EcosystemVisit] = []
        for id in all where own.isEmpty || own.contains(id) {
            let ecosystem = try await door.installation.host.ecosystem(id)
            let caller = visitor.caller(in: id)
            let reader = try await ecosystem.reader(for: caller)
            visits.append(EcosystemVisit(visit: self, ecosystem: ecosystem, caller: caller, reader: reader, asOf: ""))
        }
        return visits
    }

    func ecosystemCards(_ visits: [EcosystemVisit]) -> HTML {
        let items: HTML = visits.html { inside in
            let joined = inside.reader.records(Participation.self).filter { $0.status == .joined }.count
            let phase: HTML = inside.phaseNow.isEmpty ? "" : " · \(say("fase", "phase")) \(inside.phaseNow)"
            return """
                <li class="card"><h2><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></h2><p>\(say(inside.profile.summary))</p>
                <p class="quiet">\(say.count(joined, Text("deelnemer", "participant"), Text("deelnemers", "participants")))\(phase)</p></li>
                """
        }
        return visits.isEmpty
            ? "<p class=\"empty\">\(say("Er zijn nog geen ecosystemen.", "There are no ecosystems yet."))</p>"
            : "<ul class=\"tiles\">\(items)</ul>"
    }

    func showEcosystems() async throws -> Response {
        let begin: HTML =
            visitor.caller(in: "").administrator
            ? """
            <details class="card"><summary>\(say("Begin een ecosysteem", "Begin an ecosystem"))</summary><form method="post" action="\(Path.ecosystems)">\(token)
            <div class="field"><label for="id">\(say("Korte naam in adressen", "Short name in addresses"))</label><input id="id" name="id" required pattern="[a-z0-9]+(-[a-z0-9]+)*"></div>
            <div class="field"><label for="nl">\(say("Naam (Nederlands)", "Name (Dutch)"))</label><input id="nl" name="nl" required></div>
            <div class="field"><label for="en">\(say("Naam (Engels)", "Name (English)"))</label><input id="en" name="en"></div>
            <button class="button">\(say("Begin", "Begin"))</button></form></details>
            """ : ""
        let visits = try await ownEcosystems()
        return show(
            Page(
                say("Ecosystemen", "Ecosystems"), place: .ecosystems,
                "<h1>\(say("Ecosystemen", "Ecosystems"))</h1>\(ecosystemCards(visits))\(begin)"))
    }

    func beginEcosystem() async throws -> Response {
        let form = try await form()
        let id = form.first("id").trimmed
        let ecosystem = try await door.installation.host.begin(id)
        let name = Text(nl: form.first("nl").trimmed, en: form.first("en").trimmed)
        let values: [String: Value] = ["name": name.value, "languages": ["nl", "en"]]
        _ = try await ecosystem.perform(
            ChangeRecords([RecordChange(Profile.naming.plural, id, .add(values))]), by: visitor.caller(in: id))
        return .onward(to: .ecosystem(id))
    }
}

extension EcosystemVisit {
    /// The name of the current phase of the first lifecycle; "" when there is none.
    var phaseNow: String {
        let now = CourseState.all(reader).lazy.compactMap { course in course.current }.first
        return now.map { say($0.name) } ?? ""
    }
}
