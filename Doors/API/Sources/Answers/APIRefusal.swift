import HTTPTypes
import Hummingbird
import Kernel

/// An expected no that only this door knows: about HTTP itself, or with more to show than problems.
struct APIRefusal: Error, Sendable {
    let status: HTTPResponse.Status
    let problems: [Problem]
    /// Extra members of the problem document.
    let members: [String: Value]

    init(_ status: HTTPResponse.Status, _ problem: Problem, members: [String: Value] = [:]) {
        self.status = status
        problems = [problem]
        self.members = members
    }

    static let tooLarge = APIRefusal(
        .contentTooLarge,
        Problem(
            "body.too-large", Text("Wat u opstuurt is te groot.", "What you send is too large."),
            mend: Text("Stuur minder dan 1 MB, of verdeel het.", "Send less than 1 MB, or divide it.")))

    static let charset = APIRefusal(
        .unsupportedMediaType,
        Problem(
            "body.charset", at: ["Content-Type"], Text("Hier past alleen UTF-8.", "Only UTF-8 fits here."),
            mend: Text("Stuur UTF-8 en laat charset weg.", "Send UTF-8 and leave out charset.")))

    /// An address has one form (NLGov API design rules, /core/no-trailing-slash).
    static func needlessSlash(_ path: String) -> APIRefusal {
        APIRefusal(
            .notFound,
            Problem(
                "path.slash", Text("Dit adres heeft een schuine streep te veel.", "This address has a slash too many."),
                mend: Text(
                    "Vraag het zonder: \(path.prefix(200)).", "Ask for it without the slash: \(path.prefix(200)).")))
    }

    static let signIn = APIRefusal(
        .unauthorized,
        Problem(
            "rights.token", Text("Hiervoor is een API-token nodig.", "This needs an API token."),
            mend: Text(
                "Maak er een bij uw instellingen en stuur Authorization: Bearer.",
                "Make one in your settings and send Authorization: Bearer.")))

    static let tokenOnly = APIRefusal(
        .forbidden,
        Problem(
            "rights.cookie",
            Text(
                "De API schrijft niet met het cookie van een browser.",
                "The API does not write with a browser's cookie."),
            mend: Text("Gebruik een API-token met schrijfrecht.", "Use an API token that may write.")))

    static let unknownPath = APIRefusal(
        .notFound,
        Problem(
            "path.unknown", Text("Dit adres bestaat niet in de API.", "There is no such address in the API."),
            mend: Text("Kijk in /api/v1/openapi.json.", "Look in /api/v1/openapi.json.")))
}
