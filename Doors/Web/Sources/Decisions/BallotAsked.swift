import Ecosystems
import Governance
import Kernel
import Markup

/// For who has two hours a month: what a running ballot asks, until when, what decides, who still may vote, and how to check the count.
extension EcosystemVisit {
    func asked(_ view: BallotView) -> HTML {
        let ballot = view.ballot
        guard ballot.isOpen(on: reader.today) else { return "" }
        let until =
            ballot.closes.map { "\(say.day($0, today: reader.today)) (\(say.until($0, today: reader.today)))" }
            ?? say("zolang de stemming open is", "as long as the ballot is open")
        let rows: [(String, HTML)?] = [
            (say("Wat u wordt gevraagd", "What you are asked"), "\(whatYouDo(view))\(wayToVote(view))"),
            (say("Tot en met", "Until"), "\(until)"),
            (
                say("Wat beslist", "What decides"),
                "\(say(view.passes)) <a href=\"#rule\">\(say("De hele regel", "The whole rule"))</a>"
            ),
            quorumRow(view), waitingRow(view),
        ]
        let lines: HTML = rows.compactMap { $0 }.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
        return """
            <section class="card asked"><h2>\(say("In het kort", "In short"))</h2><dl class="rule">\(lines)</dl></section>
            """
    }

    private func whatYouDo(_ view: BallotView) -> String {
        guard !view.own.isEmpty else {
            return say("Niets: u hebt in deze stemming geen zetel.", "Nothing: you have no seat in this ballot.")
        }
        if view.own.allSatisfy(\.hasVoted) {
            return view.ballot.isChangeable
                ? say(
                    "U hebt gestemd; tot de sluiting kunt u dat wijzigen.",
                    "You have voted; until closing you can change that.")
                : say("U hebt gestemd; er is niets meer te doen.", "You have voted; there is nothing more to do.")
        }
        let minutes = DecisionTasks.Minutes.vote
        let what =
            switch view.shape {
            case .cast: say("zeg of u voor of tegen bent", "say whether you are for or against")
            case .one: say("kies één optie", "choose one option")
            case .some: say("kruis aan wat u goed vindt", "tick what you find good")
            case .points: say("geef punten", "give points")
            case .order: say("zet de opties op volgorde", "put the options in order")
            }
        return say(
            "Lees het voorstel en \(what); ongeveer \(minutes) minuten.",
            "Read the proposal and \(what); about \(minutes) minutes.")
    }

    private func wayToVote(_ view: BallotView) -> HTML {
        guard mayEdit, let first = view.own.first(where: { !$0.hasVoted }) else { return "" }
        return " <a href=\"#vote-\(first.seat.seat.rawValue)\">\(say("Naar uw stem", "To your vote"))</a>"
    }

    private func quorumRow(_ view: BallotView) -> (String, HTML)? {
        guard let (needed, took) = view.quorum else { return nil }
        let isThere = took >= needed
        let words =
            isThere
            ? say("gehaald: \(took) zetels stemden, \(needed) nodig", "reached: \(took) seats voted, \(needed) needed")
            : say(
                "nog niet gehaald: \(took) van de \(needed) zetels die nodig zijn",
                "not reached yet: \(took) of the \(needed) seats that are needed")
        return (say("Quorum", "Quorum"), "\(isThere ? "✓" : "●") \(words)")
    }

    private func waitingRow(_ view: BallotView) -> (String, HTML) {
        let waiting = view.waiting
        // Ours: more names than this are read in the list of who voted.
        let most = 6
        let names = waiting.prefix(most).map { say($0.name) }.joined(separator: ", ")
        let more: HTML =
            waiting.count > most
            ? " <a href=\"#who\">\(say("en nog \(waiting.count - most)", "and \(waiting.count - most) more"))</a>" : ""
        return (
            say("Wie nog mag stemmen", "Who still may vote"),
            waiting.isEmpty ? "\(say("Iedereen heeft gestemd.", "Everybody has voted."))" : "\(names)\(more)"
        )
    }

    func howToCheck(_ view: BallotView) -> HTML {
        guard view.ballot.state != .cancelled else { return "" }
        let words =
            view.ballot.secrecy == .named
            ? say(
                "Uw stem staat bij “Wie stemde”, voor iedereen die meedoet. Na de telling staat hij in het stembestand, dat iedereen kan natellen.",
                "Your vote stands under “Who voted”, for everybody who takes part. After the count it is in the ballot file, which anyone can count again."
            )
            : say(
                "Wat u stemt wordt los van uw naam bewaard. Na het stemmen krijgt u één keer een code. Na de sluiting staan de biljetten hier zonder naam; met de code vindt u het uwe, en niemand anders.",
                "What you vote is kept apart from your name. After voting you get a code once. After closing all papers are here without names; with the code you find yours, and nobody else can."
            )
        return """
            <section class="card"><h2>\(say("Is uw stem geteld?", "Was your vote counted?"))</h2><p>\(words)</p></section>
            """
    }
}
