import Ecosystems
import Gate
import Governance
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

extension Visit {
    /// `GET /ecosystems/:ecosystem/decisions.atom`: the register for programs that read feeds. It holds what nobody in particular may see,
    /// whoever asks: a session never counts. Of an ecosystem for participants only there is none.
    func decisionFeed() async throws -> Response {
        let id = try part("ecosystem")
        let ecosystem = try await door.installation.host.ecosystem(id)
        let reader = try await ecosystem.reader(for: .anyone)
        let text = try await feed(ecosystem, reader).text
        let tag = "\"\(String(Array(text.utf8).fingerprint, radix: 36))\""
        let headers: HTTPFields = [
            .eTag: tag, .cacheControl: "public, no-cache", .vary: "Accept-Language, Cookie",
        ]
        let known = request.headers[.ifNoneMatch] ?? ""
        let tags = known.split(separator: ",").map { $0.trimmingPrefix(" ").trimmingPrefix("W/") }
        if tags.contains(where: { $0 == tag || $0 == "*" }) { return Response(status: .notModified, headers: headers) }
        var full = headers
        full[.contentType] = "application/atom+xml; charset=utf-8"
        return Response(status: .ok, headers: full, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private func feed(_ ecosystem: Ecosystem, _ reader: Reader) async throws -> DecisionFeed {
        let origin = door.relyingParty.origins.min() ?? ""
        let id = ecosystem.id
        var entries: [DecisionFeed.Entry] = []
        for told in DecisionRegister.entries(reader).prefix(DecisionFeed.most) {
            let last = try await ecosystem.history(before: told.version + 1, limit: 1).first
            let key = told.decision.id.rawValue
            entries.append(
                DecisionFeed.Entry(
                    told, name: origin + Path.record(id, Decision.naming.plural, key).url,
                    page: origin + Path.matter(id, told.decision.matter.rawValue).url + "#decision-\(key)",
                    updated: last?.recordedAt ?? reader.state.recordedAt))
        }
        let profile = reader.state.profile
        return DecisionFeed(
            profile.name.isEmpty ? Text(same: id) : profile.name, entries: entries, language: say.language,
            page: origin + Path.decisions(id).url,
            feed: origin + Path.decisionFeed(id).with([("lang", say.language.rawValue)]),
            recordedAt: reader.state.recordedAt)
    }
}
