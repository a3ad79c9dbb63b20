import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import Parties

/// What the address of something that is gone still tells.
extension EcosystemVisit {
    /// Where it went, or that it was removed, with its history. Refuses what never was, and what the visitor may not know about.
    func showGone(_ kind: Kind, _ record: String) async throws -> Response {
        let versions = try await ecosystem.versions(of: kind.plural, record)
        guard let last = versions.first, last.isRemoval, reader.state.table(kind.plural)?.contains(record) == false,
            last.item.sequence <= reader.state.sequence,
            reader.visible(versions.latestValues, kind, record) != nil
        else { throw Refusal.notFound(.noSuchRecord(kind, record)) }
        let title = say(reader.title(of: versions.latestValues, kind, record))
        let heir = try await heir(of: last.item)
        let told: HTML =
            heir.map { heir in
                "\(say("\(title) is samengevoegd met", "\(title) was merged with")) \(ValueView(self).link(kind.plural, heir))."
            } ?? "\(say("\(title) is verwijderd.", "\(title) was removed."))"
        let day = say.moment(last.item.recordedAt)
        var page = Page(
            title, place: Page.Place(ofKind: kind.plural),
            """
            <div class="narrow"><h1>\(title)</h1><p class="lead">\(told) \(say("Dat was \(day).", "That was \(day)."))</p>
            \(HistoryTeller(self).reason(last.item.reason))
            <p><a href="\(Path.versions(id, kind.plural, record))">\(say("Bekijk de geschiedenis", "See the history"))</a></p></div>
            """)
        page.status = heir == nil ? .notFound : .gone
        return show(page)
    }

    /// The organisation that a removed one was merged into, if it was.
    private func heir(of removal: HistoryItem) async throws -> String? {
        guard removal.kind == Organisation.naming.plural else { return nil }
        let near = try await ecosystem.history(before: removal.sequence + 1_000, limit: 2_000)
        return MergeOrganisations.survivor(of: removal, among: near)
    }
}
