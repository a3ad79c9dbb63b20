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
        let visits = try await ownEcosystems()
        return show(
            Page(
                say("Ecosystemen", "Ecosystems"), place: .ecosystems,
                "<h1>\(say("Ecosystemen", "Ecosystems"))</h1>\(ecosystemCards(visits))\(beginForm(nil))"))
    }
}

extension EcosystemVisit {
    /// The name of the current phase of the first lifecycle; "" when there is none.
    var phaseNow: String {
        let now = CourseState.all(reader).lazy.compactMap { course in course.current }.first
        return now.map { say($0.name) } ?? ""
    }
}
