import Access
import Ecosystems
import Foundation
import Gate
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NetworkFiles
import NetworkMap

extension WebDoor {
    func addMapFiles(to book: RouteBook) {
        let map = "/ecosystems/:ecosystem/map"
        page(book, "\(map)/network.kumu.json") { try await $0.ecosystem().mapFile(.kumu) }
        page(book, "\(map)/network.gexf") { try await $0.ecosystem().mapFile(.gexf) }
        page(book, "\(map)/network.graphml") { try await $0.ecosystem().mapFile(.graphML) }
        page(book, "\(map)/relations.csv") { try await $0.ecosystem().mapFile(.csv) }
        page(book, "\(map)/organisations.csv") { try await $0.ecosystem().mapFile(nil) }
        page(book, "\(map)/positions.json") { try await $0.ecosystem().mapPositions() }
        page(book, "\(map)/kumu.json") { try await $0.liveMap() }
        on(book, .post, "\(map)/links", .ownAccount) { try await $0.ecosystem().makeMapLink() }
    }
}

extension EcosystemVisit {
    /// What passes the filters, as a file to keep; without a format the table of organisations.
    func mapFile(_ format: NetworkFormat?) throws -> Response {
        let sheet = MapSheet(inside: self, choice: MapChoice(visit))
        let file = try MapReading(sheet.question, reader).file(say.language)
        let bytes = try format.map { try file.bytes($0) } ?? file.tableOfNodes()
        let name = "\(id)-\(visit.request.uri.path.split(separator: "/").last ?? "")"
        return Response(
            status: .ok,
            headers: [
                .contentType: format.type, .cacheControl: "private, no-cache",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: .init(byteBuffer: .init(bytes: bytes)))
    }

    /// Where everybody stands on the canvas.
    func mapPositions() async throws -> Response {
        let sheet = MapSheet(inside: self, choice: MapChoice(visit))
        let json = try await cached("positions \(sheet.choice.key)") { () async throws -> HTML in
            HTML(
                drawn: String(
                    decoding: try MapReading(sheet.question, reader).positions(say.language).json, as: UTF8.self))
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "private, no-cache"],
            body: .init(byteBuffer: .init(string: json.text)))
    }

    /// A link for a program that reads along, in the name of the visitor: it reads the map of this ecosystem and can do nothing else.
    func makeMapLink() async throws -> Response {
        _ = try await visit.form()
        guard let account = visit.visitor.account else { throw HTTPError(.notFound) }
        let end = visit.door.installation.clock.now() / 1000 + 365 * 86_400
        let (_, secret) = try await visit.door.installation.access.createToken(
            for: account.id, name: String("Kumu: \(name)".prefix(80)), scopes: [.map], ecosystem: id,
            expires: Date(timeIntervalSince1970: Double(end)))
        let address = Path.mapPart(id, "kumu.json").with([("token", secret.plaintext)])
        return show(
            Page(
                say("Levende koppeling", "Live link"), place: .map,
                """
                <div class="narrow"><h1>\(say("Levende koppeling", "Live link"))</h1>
                <p>\(say("Geef dit adres op in Kumu, bij Import en dan Remote. Kumu leest de kaart dan steeds opnieuw, zoals u haar ziet.",
                    "Give this address to Kumu, at Import and then Remote. Kumu then reads the map anew each time, as you see it."))</p>
                \(visit.once("map-link", say("Adres", "Address"), visit.door.relyingParty.origins.first.map { $0 + address } ?? address,
                    say("Kopieer het nu: het is hierna niet meer te zien. Wie het heeft, kan de kaart lezen, en niets anders. Het geldt een jaar.",
                        "Copy it now: it will not be shown again. Who has it can read the map, and nothing else. It holds for a year.")))
                <p><a href="/account#tokens">\(say("Intrekken doet u bij uw account", "Revoke it at your account"))</a> · \
                <a href="\(Path.map(id))">\(say("Terug naar de kaart", "Back to the map"))</a></p></div>
                """))
    }
}

extension Visit {
    /// The map as Kumu loads it from elsewhere: of a public ecosystem for anyone, else by a token in the address. A session never counts, so that
    /// another site learns nothing through a visitor's browser.
    func liveMap() async throws -> Response {
        let id = try part("ecosystem")
        let ecosystem = try await door.installation.host.ecosystem(id)
        let caller = try await caller(byTokenFor: id)
        let inside = EcosystemVisit(
            visit: self, ecosystem: ecosystem, caller: caller, reader: try await ecosystem.reader(for: caller), asOf: ""
        )
        let sheet = MapSheet(inside: inside, choice: MapChoice(self))
        let bytes = try MapReading(sheet.question, inside.reader).file(say.language).bytes(.kumu)
        let tag = "\"\(String(bytes.fingerprint, radix: 36))\""
        var headers: HTTPFields = [
            .eTag: tag, .accessControlAllowOrigin: "*",
            .cacheControl: query("token").isEmpty ? "public, no-cache" : "private, no-cache",
        ]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = "application/json"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: .init(bytes: bytes)))
    }

    private func caller(byTokenFor ecosystem: String) async throws -> Caller {
        guard !query("token").isEmpty else { return .anyone }
        let (token, account) = try await door.installation.access.resolveToken(query("token"))
        try token.require(.map, in: ecosystem)
        var holder = Visitor()
        holder.token = token
        holder.account = account
        holder.seats = try await door.installation.access.seats(account.id)
        return holder.caller(in: ecosystem)
    }
}

extension NetworkFormat? {
    fileprivate var type: String {
        switch self {
        case .kumu: "application/json"
        case .gexf: "application/gexf+xml"
        case .graphML: "application/graphml+xml"
        case .csv, nil: "text/csv; charset=utf-8"
        }
    }
}

extension [UInt8] {
    /// FNV-1a over the content: the same bytes, the same tag.
    var fingerprint: UInt64 {
        reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }
}
