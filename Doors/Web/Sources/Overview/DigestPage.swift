import Ecosystems
import Ensemble
import Gate
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// One's own digest: what is asked, what was decided since a day, and what others changed in what one belongs to.
extension Visit {
    func showDigest() async throws -> Response {
        let (account, _) = try signedIn()
        let since = Digest.since(Day(query("since")), today: today)
        var parts: [(inside: EcosystemVisit, part: DigestPart)] = []
        for inside in try await ecosystems() where ownIDs.contains(inside.id) {
            let part = try await door.installation.digestPart(
                inside.ecosystem, inside.reader, persons: inside.caller.persons, since: since)
            parts.append((inside, part))
        }
        let gets = try await access.getsDigest(account.id)
        let main: HTML = """
            <div class="title"><div><h1>\(say("Uw overzicht", "Your digest"))</h1><p class="lead">\(say("Gevraagd van u, en besloten en veranderd sinds \(say.day(since, today: today)).", "Asked of you, and decided and changed since \(say.day(since, today: today))."))</p></div>
            <form method="get" action="\(Path.digest)" class="inline"><label for="since">\(say("Sinds", "Since"))</label>
            <input type="date" id="since" name="since" value="\(since.description)" max="\(today.description)" required> <button class="button quiet">\(say("Toon", "Show"))</button></form></div>
            \(parts.isEmpty ? noDigest : parts.html { digest($0.inside, $0.part) })
            <p class="quiet">\(gets ? say("Waar e-mail is ingesteld, krijgt u dit ook per e-mail.", "Where e-mail has been set up, you get this by e-mail too.") : say("U krijgt dit niet per e-mail.", "You do not get this by e-mail.")) \
            <a href="/account#digest">\(say("Aan- of uitzetten", "Switch on or off"))</a></p>
            """
        return show(Page(say("Uw overzicht", "Your digest"), place: .today, main))
    }

    private var noDigest: HTML {
        """
        <p class="empty">\(say("U treedt nog nergens op. Vraag een beheerder u te koppelen aan uw organisatie.", "You do not act anywhere yet. Ask an administrator to connect you to your organisation."))</p>
        """
    }

    private func digest(_ inside: EcosystemVisit, _ part: DigestPart) -> HTML {
        let tasks: [HTML] = part.tasks.map { task in
            let due = task.due.map { " · \(say.until($0, today: today))" } ?? ""
            return
                "<p class=\"what\"><a href=\"\(inside.place(of: task))\">\(say(task.title))</a></p><p class=\"why\">\(say(task.why))\(due)</p>"
        }
        let decisions: [HTML] = part.decisions.map { entry in
            let place =
                Path.matter(inside.id, entry.decision.matter.rawValue).url + "#decision-\(entry.decision.id)"
            let day = entry.decision.on.map { say.day($0, today: today) } ?? ""
            let words = [day, say(entry.body), say(entry.why), say(entry.since)].filter { !$0.isEmpty }
            return
                "<p class=\"what\"><a href=\"\(place)\">\(say(entry.title))</a></p><p class=\"why\">\(words.joined(separator: " · "))</p>"
        }
        let changes: [HTML] = part.changes.map { change in
            "<p><a href=\"\(inside.place(of: change.kind, change.record))\">\(change.line(say.language, today))</a></p>"
        }
        let more: HTML =
            part.moreChanges == 0
            ? ""
            : "<p><a href=\"\(Path.history(inside.id))\">\(say("Nog \(part.moreChanges), in de geschiedenis", "\(part.moreChanges) more, in the history"))</a></p>"
        return """
            <section class="card"><h2><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></h2>
            <h3>\(say("Gevraagd van u", "Asked of you"))</h3>\(digestList(tasks, say("Niets. U bent bij.", "Nothing. You are up to date.")))
            <h3>\(say("Besloten", "Decided"))</h3>\(digestList(decisions, say("Niets.", "Nothing.")))
            <h3>\(say("Veranderd door anderen", "Changed by others"))</h3>\(digestList(changes, say("Niets waar u bij hoort.", "Nothing that you belong to.")))\(more)</section>
            """
    }

    private func digestList(_ items: [HTML], _ nothing: String) -> HTML {
        guard !items.isEmpty else { return "<p class=\"empty\">\(nothing)</p>" }
        return "<ul class=\"findings\">\(items.html { "<li><div>\($0)</div></li>" as HTML })</ul>"
    }
}
