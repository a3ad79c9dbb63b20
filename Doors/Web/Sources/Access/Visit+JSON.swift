import Access
import Foundation
import Gate
import HTTPTypes
import Hummingbird
import NIOCore

extension Visit {
    /// An answer for a script: what goes wrong becomes `application/problem+json` in the visitor's language.
    func answer(_ work: () async throws -> Response) async -> Response {
        do { return try await work() } catch {
            let told = Told(error)
            let status = told?.status ?? .internalServerError
            if told == nil {
                door.log.error(
                    "unexpected", metadata: ["request": "\(context.id)", "error": "\(String(reflecting: error))"])
            }
            let problem = told?.problems.first
            return Response.json(
                ScriptProblem(
                    title: problem.map { say($0.message) }
                        ?? say("Er ging iets mis bij ons.", "Something went wrong here."),
                    detail: problem.map { say($0.mend) } ?? "", rule: problem?.rule ?? "unexpected",
                    status: Int(status.code)),
                status, type: "application/problem+json")
        }
    }

    /// What a script sent, at most 100 kB. With a session it must carry the visitor's own token in `X-CSRF-Token`.
    func sentByScript(asSignedIn: Bool) async throws -> Data {
        if asSignedIn {
            let (_, session) = try signedIn()
            let token = HTTPField.Name("X-CSRF-Token").flatMap { request.headers[$0] }
            try door.forgery.check(token, for: session.id)
        }
        try refuseOtherSites()
        return Data(buffer: try await request.body.collect(upTo: 100_000))
    }
}

/// A problem as a script shows it (RFC 9457, with the rule).
struct ScriptProblem: Encodable {
    let title: String
    let detail: String
    let rule: String
    let status: Int
}

/// Where a script goes next.
struct ScriptOnward: Encodable { let location: String }

extension Response {
    static func json(
        _ value: some Encodable, _ status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return json(bytes: (try? encoder.encode(value)) ?? Data("{}".utf8), status, type: type)
    }

    static func json(
        bytes: Data, _ status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
