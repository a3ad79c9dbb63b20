import Hummingbird
import Kernel

/// A path that exists was asked to do what it does not do.
package struct WrongMethod: Error, Sendable {
    let allowed: [HTTPRequest.Method]

    /// As the header `Allow` says it.
    var allow: String { allowed.map(\.rawValue).sorted().joined(separator: ", ") }

    var problem: Problem {
        Problem(
            "http.method", Text("Dit kan op dit adres niet.", "This address does not do that."),
            mend: Text("Het kent: \(allow).", "It takes: \(allow)."))
    }
}
