import Hummingbird
import Kernel
import Markup

/// What was just done, told once on the page that follows. Only these sentences can be told: a cookie carries which.
enum Done: String, Sendable, CaseIterable {
    case proposed, consulted, shut, offered, reacted, replied, signed
    case noticeGiven, renewed, reviewed, drafted
    case bodiesMade, seatsGiven, planned, agendaBuilt, listFixed, drawn
    case proposalMade, ballotOpened, voted, ballotClosed, decided, carriedOut
    case saved, added, removed, reverted, merged, moved, forgotten, erased, unchanged

    var words: Text {
        switch self {
        case .proposed: Text("De versie is vastgelegd.", "The version is fixed.")
        case .consulted: Text("De ronde is geopend.", "The round is open.")
        case .shut: Text("De ronde is gesloten.", "The round is closed.")
        case .offered: Text("De versie ligt ter ondertekening.", "The version is offered to sign.")
        case .reacted: Text("Uw reactie is vastgelegd.", "Your remark is recorded.")
        case .replied: Text("Uw antwoord is vastgelegd.", "Your reply is recorded.")
        case .signed: Text("Uw antwoord is ondertekend en vastgelegd.", "Your answer is signed and recorded.")
        case .noticeGiven: Text("De opzegging is vastgelegd.", "The notice is recorded.")
        case .renewed:
            Text("De verlenging is vastgelegd als nieuwe versie.", "The renewal is fixed as a new version.")
        case .reviewed: Text("De evaluatie is vastgelegd.", "The review is recorded.")
        case .drafted: Text("De voorstellen staan in de tekst.", "The proposals are in the text.")
        case .bodiesMade: Text("De organen zijn gemaakt.", "The bodies are made.")
        case .seatsGiven: Text("Elk lid heeft nu een zetel.", "Every member has a seat now.")
        case .planned: Text("De vergaderingen zijn gepland.", "The meetings are planned.")
        case .agendaBuilt: Text("Wat openstaat, staat op de agenda.", "What is open is on the agenda.")
        case .listFixed:
            Text("De lijst staat vast. Nu kan er worden geloot.", "The list is fixed. Now the draw can be held.")
        case .drawn: Text("Er is geloot. De zetels zijn er.", "The draw was held. The seats are there.")
        case .proposalMade: Text("Het voorstel is ingediend.", "The proposal is put forward.")
        case .ballotOpened: Text("De stemming is geopend.", "The ballot is open.")
        case .voted: Text("Uw stem is vastgelegd.", "Your vote is recorded.")
        case .ballotClosed: Text("De stemming is gesloten.", "The ballot is closed.")
        case .decided: Text("Het besluit is vastgelegd.", "The decision is recorded.")
        case .carriedOut: Text("Het besluit is uitgevoerd.", "The decision is carried out.")
        case .saved: Text("Bewaard.", "Saved.")
        case .added: Text("Toegevoegd.", "Added.")
        case .removed:
            Text("Verwijderd. Via de geschiedenis kan het terug.", "Removed. It can come back from the history.")
        case .reverted: Text("Teruggezet naar de gekozen versie.", "Taken back to the chosen version.")
        case .merged: Text("Samengevoegd.", "Merged.")
        case .moved: Text("De overgang is vastgelegd.", "The change of phase is recorded.")
        case .forgotten: Text("Vergeten. De naam is weg.", "Forgotten. The name is gone.")
        case .erased: Text("De inhoud is gewist.", "The content is erased.")
        case .unchanged: Text("Er was niets veranderd.", "Nothing had changed.")
        }
    }

    static let cookie = "done"
}

extension Visit {
    /// On to another page, which tells what was done.
    func onward(to url: String, _ done: Done) -> Response {
        Response.onward(to: url).keeping(cookie(done.rawValue, maxAge: 60))
    }

    func onward(to path: Path, _ done: Done) -> Response { onward(to: path.url, done) }

    private var done: Done? { request.cookies[Done.cookie].flatMap { Done(rawValue: $0.value) } }

    /// What was done, above the page.
    func justDone(_ inside: EcosystemVisit?) -> HTML {
        guard let done else { return "" }
        let history: HTML =
            inside.map {
                " <a href=\"\(Path.history($0.id))\">\(say("Bekijk in de geschiedenis", "See it in the history"))</a>"
            } ?? ""
        return "<p class=\"banner ok\" role=\"status\">✓ \(say(done.words))\(done == .unchanged ? "" : history)</p>"
    }

    /// The answer, after which it is not told again.
    func tellingOnce(_ response: Response) -> Response {
        done == nil ? response : response.keeping(cookie("", maxAge: 0))
    }

    private func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(
            name: Done.cookie, value: value, maxAge: maxAge, path: "/", secure: door.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}
