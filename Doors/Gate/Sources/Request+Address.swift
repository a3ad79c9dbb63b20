import Hummingbird

extension Request {
    /// Is this for programs? Then the API answers it, and a bearer token may say who asks.
    package var isForPrograms: Bool { uri.path.split(separator: "/").first == "api" }

    /// The path without slashes at its end or twice in a row; nil when there are none.
    package var pathWithoutNeedlessSlashes: String? {
        let path = "/" + uri.path.split(separator: "/").joined(separator: "/")
        return path == uri.path ? nil : path
    }
}
