import Ensemble
import Gate
import Hummingbird
import Kernel

/// The REST API under `/api/v1`: every kind of record of the catalogue, its history, findings, search, methods and proofs.
package struct APIDoor: Sendable {
    /// Whom users of the API can turn to; stands in the OpenAPI document.
    package struct Contact: Sendable {
        package let name: String
        package let email: String
        package let url: String

        package init(name: String, email: String, url: String) {
            self.name = name
            self.email = email
            self.url = url
        }

        /// A placeholder for an installation that names nobody.
        package static let unnamed = Contact(
            name: "Stelsel", email: "stelsel@example.org", url: "https://example.org/stelsel")
    }

    /// The exact version (semver), as every answer names it in `API-Version`.
    package static let version = "1.0.0"
    static let root = "/api/v1"

    let installation: Installation
    let contact: Contact

    /// `visitors` is the memory that the doors share. The API reads sessions and tokens as the gate hands them over, and changes none.
    package init(installation: Installation, visitors: VisitorMemory, contact: Contact = .unnamed) {
        self.installation = installation
        self.contact = contact
    }

    /// Adds every route. The router should have `APIProblems` before its other middleware, so that unknown paths and
    /// refused tokens are told as problems too.
    package func add(to book: RouteBook) {
        let resources = self.resources
        let document = OpenAPIDocument(resources: resources, catalogue: installation.catalogue, contact: contact)
        let bytes = CanonicalJSON.bytes(document.value)
        let published = Endpoint(.get, "/openapi.json", OpenAPIDocument.sheet) { ask in
            var answer = Answer(.json(bytes))
            answer.headers[.accessControlAllowOrigin] = "*"
            answer.headers[.cacheControl] = "no-cache"
            return try answer.unlessKnown(tag: document.tag, to: ask)
        }
        for endpoint in resources + [published] { add(endpoint, to: book) }
        book.refuseOtherMethods()
    }

    private func add(_ endpoint: Endpoint, to book: RouteBook) {
        book.on(endpoint.method, Self.root + endpoint.routerPath, endpoint.policy) { request, context in
            let ask = Ask(request, context)
            do {
                try endpoint.refuseUnknownQuery(of: ask)
                return try await endpoint.handle(ask).response
            } catch { return ProblemAnswer(error, ask: ask).answer.response }
        }
    }

    /// All that the OpenAPI document describes.
    var resources: [Endpoint] {
        let room = Room(installation: installation)
        let records = installation.catalogue.kinds.filter { $0.plural != Room.profiles }.flatMap {
            RecordResource(room: room, kind: $0).endpoints
        }
        return EcosystemResource(room: room).endpoints + records + EcosystemReadings(room: room).endpoints
            + AgreementsResource(room: room).endpoints + SignaturesResource(room: room).endpoints
            + ObligationsResource(room: room).endpoints + NetworkNumbersResource(room: room).endpoints
            + DecisionsResource(room: room).endpoints + DrawsResource(room: room).endpoints
            + DivisionResource(room: room).endpoints + SeatsResource(room: room).endpoints
            + DisputesResource(room: room).endpoints + SelectionsResource(room: room).endpoints
            + MergersResource(room: room).endpoints + ErasuresResource(room: room).endpoints
            + ChangesResource(room: room).endpoints
            + NetworkResource(room: room).endpoints + MethodsResource(room: room).endpoints
            + LogResource(room: room).endpoints + EvidenceResource(room: room).endpoints
    }
}
