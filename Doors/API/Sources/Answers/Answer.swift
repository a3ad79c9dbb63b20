import HTTPTypes
import Hummingbird
import Kernel

/// What goes back: a status, a body and headers.
struct Answer: Sendable {
    enum Body: Sendable {
        case none
        case json([UInt8])
        case problem([UInt8])
        case text(String)
        case file(type: String, [UInt8])
    }

    var status = HTTPResponse.Status.ok
    var body: Body
    var headers = HTTPFields()

    init(_ body: Body, status: HTTPResponse.Status = .ok) {
        self.body = body
        self.status = status
        headers[.cacheControl] = "private, no-cache"
        headers[.vary] = "Authorization, Cookie, Accept-Language"
    }

    init(_ value: Value, status: HTTPResponse.Status = .ok) {
        self.init(.json(CanonicalJSON.bytes(value)), status: status)
    }

    /// This answer with its tag, or only "304" when the asker has it already.
    func unlessKnown(tag: String, to ask: Ask) throws -> Answer {
        var answer = self
        if ask.alreadyHas(tag) {
            answer.body = .none
            answer.status = .notModified
        }
        answer.headers[.eTag] = "\"\(tag)\""
        return answer
    }

    var response: Response {
        var headers = self.headers
        headers.mark()
        let buffer: ByteBuffer?
        switch body {
        case .none: buffer = nil
        case .json(let bytes):
            headers[.contentType] = "application/json"
            buffer = ByteBuffer(bytes: bytes)
        case .problem(let bytes):
            headers[.contentType] = "application/problem+json"
            buffer = ByteBuffer(bytes: bytes)
        case .text(let text):
            headers[.contentType] = "text/plain; charset=utf-8"
            buffer = ByteBuffer(string: text)
        case .file(let type, let bytes):
            headers[.contentType] = type
            buffer = ByteBuffer(bytes: bytes)
        }
        return Response(status: status, headers: headers, body: buffer.map { .init(byteBuffer: $0) } ?? .init())
    }
}

extension HTTPFields {
    /// Sets a header that has no constant of its own.
    mutating func set(_ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { self[name] = value }
    }

    /// The version header that every answer of the API carries.
    mutating func mark() { set("API-Version", APIDoor.version) }
}
