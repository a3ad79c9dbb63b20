import Ecosystems
import Hummingbird
import Kernel

/// A day before anything was recorded. There is nothing to show then, and nothing to find fault with.
struct BeforeTheStart: Error {
    let ecosystem: String
    let asked: String
    let first: Day
}

extension Visit {
    /// The place in the history that `?as-of=` asks for: `2024-11-26` (the end of that day) or `120` (after that line); nil for now. Refuses
    /// what has not been yet, and tells what was before the start.
    func placeLookedBackTo(_ ecosystem: Ecosystem) async throws -> Int? {
        let wanted = query("as-of")
        guard !wanted.isEmpty else { return nil }
        guard let point = Int(wanted).map(HistoryPoint.event) ?? Day(wanted).map(HistoryPoint.day) else {
            throw Refusal.invalid([.noDay(wanted)])
        }
        do throws(Refusal) { return try await ecosystem.sequence(at: point) } catch {
            guard error.problems.first?.rule == "history.before",
                let first = try await ecosystem.history(before: 2, limit: 1).first
            else { throw error }
            throw BeforeTheStart(ecosystem: ecosystem.id, asked: wanted, first: Clock.day(of: first.recordedAt))
        }
    }

    /// Says since when there is something to see, and leads there.
    func show(_ early: BeforeTheStart) -> Response {
        let asked = Day(early.asked).map { say("Op \(say.day($0))", "On \(say.day($0))") } ?? say("Toen", "Then")
        let first = say.day(early.first)
        let there = "\(request.uri.path)?as-of=\(early.first)"
        var page = Page(
            say("Nog niets vastgelegd", "Nothing recorded yet"),
            """
            <div class="narrow"><h1>\(say("Nog niets vastgelegd", "Nothing recorded yet"))</h1>
            <p class="lead">\(say("\(asked) stond dit ecosysteem nog niet in Stelsel. De eerste regel is van \(first).",
                "\(asked) this ecosystem was not in Stelsel yet. The first line is of \(first)."))</p>
            <p class="actions"><a class="button" href="\(there)">\(say("Naar die dag", "To that day"))</a>
            <a href="\(Path.ecosystem(early.ecosystem))">\(say("Naar nu", "To the present"))</a></p></div>
            """)
        page.status = .notFound
        return show(page)
    }
}

extension EcosystemVisit {
    /// The moment looked back to: the day that was asked for, or the moment and the line.
    var momentLookedBackTo: String {
        if let day = Day(asOf) { return say.day(day) }
        let moment = say.moment(reader.state.recordedAt)
        return say("\(moment) (regel \(reader.state.sequence))", "\(moment) (line \(reader.state.sequence))")
    }

    /// Refuses a form about the past.
    func refuseThePast() throws(Refusal) {
        guard isPast else { return }
        throw .forbidden(
            Problem(
                "past.read-only", Text("Het verleden is alleen te lezen.", "The past can only be read."),
                mend: Text("Ga naar nu om iets te wijzigen.", "Go to the present to change something.")))
    }
}

extension Problem {
    fileprivate static func noDay(_ wanted: String) -> Problem {
        Problem(
            "as-of.day", at: ["as-of"], Text("“\(wanted)” is geen dag.", "“\(wanted)” is not a day."),
            mend: Text("Kies een dag op de pagina Geschiedenis.", "Choose a day on the page History."))
    }
}
