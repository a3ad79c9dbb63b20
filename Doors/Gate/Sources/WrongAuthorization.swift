import Hummingbird
import Kernel

/// A header `Authorization` without an API token in it. Whoever sends one means to be somebody, so it is not ignored.
package struct WrongAuthorization: Error, Sendable {
    /// The token after `Bearer`, in any case of letters; refuses another scheme and an empty token.
    static func token(in header: String) throws(WrongAuthorization) -> String {
        let parts = header.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw WrongAuthorization() }
        let token = parts[1].filter { $0 != " " }
        guard !token.isEmpty else { throw WrongAuthorization() }
        return token
    }

    var problem: Problem {
        Problem(
            "authorization.form", at: ["Authorization"],
            Text("In de kop Authorization staat geen API-token.", "The header Authorization holds no API token."),
            mend: Text(
                "Stuur Authorization: Bearer stl_…, of laat de kop weg om te lezen wat openbaar is.",
                "Send Authorization: Bearer stl_…, or leave out the header to read what is public."))
    }
}
