import Access
import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup

/// One request for a page: who asks, in which language, and where the request stands.
package struct Visit: Sendable {
    package let door: WebDoor
    package let visitor: Visitor
    package let request: Request
    package let context: GateContext
    package let say: Say

    init(_ request: Request, _ context: GateContext, _ door: WebDoor) {
        self.request = request
        self.context = context
        self.door = door
        visitor = context.visitor
        say = Say(context.visitor.language)
    }

    package var today: Day { door.installation.clock.today }

    /// A part of the address, such as `:ecosystem`.
    package func part(_ name: String) throws -> String {
        guard let value = context.parameters.get(name) else { throw HTTPError(.notFound) }
        return value
    }

    /// A value from the query, decoded; "" when it is absent.
    package func query(_ name: String) -> String {
        request.uri.queryParameters[Substring(name)].map { String($0).removingPercentEncoding ?? String($0) } ?? ""
    }

    package func queries(_ name: String) -> [String] {
        request.uri.queryParameters[values: Substring(name)].map { String($0).removingPercentEncoding ?? String($0) }
    }

    /// What a form sent. Refuses a body over 1 MB, and a form without the visitor's own token against forgery.
    package func form() async throws -> Form {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let form = Form(urlEncoded: String(buffer: body))
        guard let session = visitor.session else {
            try Policy.ownAccount.check(visitor)
            return form
        }
        try door.forgery.check(form.first("csrf"), for: session.id)
        return form
    }

    package var csrf: String { visitor.session.map { door.forgery.token(for: $0.id) } ?? "" }

    /// The hidden field that every form carries.
    package var token: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf)\">" }

    /// The ecosystem in the address.
    package func ecosystem() async throws -> EcosystemVisit {
        let id = try part("ecosystem")
        let ecosystem = try await door.installation.host.ecosystem(id)
        let caller = visitor.caller(in: id)
        let now = try await ecosystem.reader(for: caller)
        guard let sequence = try await placeLookedBackTo(ecosystem) else {
            return EcosystemVisit(visit: self, ecosystem: ecosystem, caller: caller, reader: now, asOf: "")
        }
        let past = try await ecosystem.reader(for: caller, asOf: sequence, on: Day(query("as-of")))
        return EcosystemVisit(visit: self, ecosystem: ecosystem, caller: caller, reader: past, asOf: query("as-of"))
    }
}

/// A request inside one ecosystem.
package struct EcosystemVisit: Sendable {
    package let visit: Visit
    package let ecosystem: Ecosystem
    package let caller: Caller
    package let reader: Reader
    /// The day or sequence looked back to; "" for now.
    package let asOf: String

    package var id: String { ecosystem.id }
    package var say: Say { visit.say }
    package var isPast: Bool { !asOf.isEmpty }
    /// May anything be changed on this page at all?
    package var mayEdit: Bool { !isPast && visit.door.installation.readOnlyBecause == nil && reader.rights.mayWrite }

    package var profile: Profile { reader.state.profile }
    package var name: String { profile.name.isEmpty ? id : say(profile.name) }

    /// The kind in the address; refuses a kind that does not exist.
    package func kind() throws -> Kind {
        let plural = try visit.part("kind")
        guard let kind = reader.catalogue.kind(plural) else {
            throw Refusal.notFound(
                Problem(
                    "kind.unknown",
                    Text("Deze soort gegevens bestaat niet.", "This kind of information does not exist.")))
        }
        return kind
    }

    /// Carries out a command for the visitor.
    package func perform(_ command: any Command) async throws -> Outcome {
        try await ecosystem.perform(command, by: caller)
    }
}
