import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
import Markup
import Parties

/// The ecosystems that a visitor has to do with, and beginning one.
extension Visit {
    /// Ecosystems of this visitor: those they have a person in; administrators and visitors without any see all.
    func ownEcosystems() async throws -> [EcosystemVisit] {
        let own = ownIDs
        return try await ecosystems().filter { own.isEmpty || own.contains($0.id) }
    }

    /// Those in which the visitor has a person.
    var ownIDs: Set<String> { Set(visitor.seats.map(\.ecosystem)) }

    /// Every ecosystem that the visitor may know of, their own first.
    func ecosystems() async throws -> [EcosystemVisit] {
        let (own, open) = (ownIDs, try await door.installation.host.ids(openTo: { visitor.caller(in: $0) }))
        var visits: [EcosystemVisit] = []
        for id in open.filter(own.contains) + open.filter({ !own.contains($0) }) {
            let ecosystem = try await door.installation.host.ecosystem(id)
            let caller = visitor.caller(in: id)
            let reader = try await ecosystem.reader(for: caller)
            visits.append(EcosystemVisit(visit: self, ecosystem: ecosystem, caller: caller, reader: reader, asOf: ""))
        }
        return visits
    }

    func ecosystemCards(_ visits: [EcosystemVisit], heading: HTML = "h2") -> HTML {
        let items: HTML = visits.html { inside in
            let joined = inside.reader.records(Participation.self).filter { $0.status == .joined }.count
            let phase: HTML = inside.phaseNow.isEmpty ? "" : " · \(say("fase", "phase")) \(inside.phaseNow)"
            return """
                <li class="card"><\(heading)><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></\(heading)><p>\(say(inside.profile.summary))</p>
                <p class="quiet">\(say.count(joined, Text("deelnemer", "participant"), Text("deelnemers", "participants")))\(phase)\(inside.closedPill)</p></li>
                """
        }
        return visits.isEmpty
            ? "<p class=\"empty\">\(say("Er zijn nog geen ecosystemen.", "There are no ecosystems yet."))</p>"
            : "<ul class=\"tiles\">\(items)</ul>"
    }

    func showEcosystems() async throws -> Response {
        let visits = try await ecosystems()
        return show(
            Page(
                say("Ecosystemen", "Ecosystems"), place: .ecosystems,
                "<h1>\(say("Ecosystemen", "Ecosystems"))</h1>\(allCards(visits))\(beginForm(nil))"))
    }

    /// The visitor's own apart from the others, when there are both.
    func allCards(_ visits: [EcosystemVisit]) -> HTML {
        let own = ownIDs
        let (mine, others) = (visits.filter { own.contains($0.id) }, visits.filter { !own.contains($0.id) })
        guard !mine.isEmpty, !others.isEmpty else { return ecosystemCards(visits) }
        return """
            <h2>\(say("Van u", "Yours"))</h2>\(ecosystemCards(mine, heading: "h3"))
            <h2>\(say("Andere ecosystemen", "Other ecosystems"))</h2>\(ecosystemCards(others, heading: "h3"))
            """
    }
}

extension EcosystemVisit {
    /// Marks an ecosystem that not everybody sees.
    var closedPill: HTML {
        profile.participantsOnly
            ? " <span class=\"pill\">\(say("alleen voor deelnemers", "participants only"))</span>" : ""
    }

    /// The name of the current phase of the first lifecycle; "" when there is none.
    var phaseNow: String {
        let now = CourseState.all(reader).lazy.compactMap { course in course.current }.first
        return now.map { say($0.name) } ?? ""
    }
}
