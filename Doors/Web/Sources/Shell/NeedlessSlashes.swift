import Gate
import Hummingbird

extension Response {
    /// On to the one address of a page, when it was asked for with a slash too many; else nil. A form is answered as it is.
    static func withoutNeedlessSlashes(_ request: Request) -> Response? {
        guard request.method == .get || request.method == .head, let path = request.pathWithoutNeedlessSlashes,
            !path.contains("\\")
        else { return nil }
        let query = request.uri.query.map { "?\($0)" } ?? ""
        return Response(status: .permanentRedirect, headers: [.location: path + query])
    }
}
