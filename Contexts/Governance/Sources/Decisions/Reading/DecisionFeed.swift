import Drawing
import Foundation
import Kernel

/// The register of decisions as an Atom feed (RFC 4287). The same register gives the same bytes.
package struct DecisionFeed: Sendable {
    /// How many decisions it holds at most (ours): programs that read feeds keep what they have seen.
    package static let most = 50

    package let ecosystem: Text
    package let language: Language
    /// The address of the register's page, which also is the lasting name of the feed.
    package let page: String
    /// The address of the feed.
    package let feed: String
    /// Milliseconds since 1970 of the last event of the ecosystem.
    package let recordedAt: Int64
    package let entries: [Entry]

    package struct Entry: Sendable {
        package let decision: RegisteredDecision
        /// A lasting address: the name of the entry.
        package let name: String
        /// Where to read on.
        package let page: String
        /// Milliseconds since 1970 of the last event about the decision.
        package let updated: Int64

        package init(_ decision: RegisteredDecision, name: String, page: String, updated: Int64) {
            self.decision = decision
            self.name = name
            self.page = page
            self.updated = updated
        }
    }

    package init(
        _ ecosystem: Text, entries: [Entry], language: Language, page: String, feed: String, recordedAt: Int64
    ) {
        self.ecosystem = ecosystem
        self.entries = entries
        self.language = language
        self.page = page
        self.feed = feed
        self.recordedAt = recordedAt
    }

    package var text: String {
        let title = Text("Besluiten van \(ecosystem.dutch)", "Decisions of \(ecosystem.english)").shown(language)
        let updated = entries.map(\.updated).max() ?? recordedAt
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
            <id>\(xml(page))</id>
            <title>\(xml(title))</title>
            <updated>\(moment(updated))</updated>
            <link rel="self" type="application/atom+xml" href="\(xml(feed))"/>
            <link rel="alternate" type="text/html" href="\(xml(page))"/>
            <generator>Stelsel</generator>
            \(entries.map(told).joined(separator: "\n"))
            </feed>

            """
    }

    private func told(_ entry: Entry) -> String {
        let told = entry.decision
        let result = told.decision.result
        return """
            <entry>
            <id>\(xml(entry.name))</id>
            <title>\(xml(told.title.shown(language)))</title>
            <updated>\(moment(entry.updated))</updated>
            <author><name>\(xml(told.body.shown(language)))</name></author>
            <link rel="alternate" type="text/html" href="\(xml(entry.page))"/>
            <category term="\(result.rawValue)" label="\(xml(result.label.shown(language)))"/>
            <summary>\(xml(summary(told)))</summary>
            </entry>
            """
    }

    /// “20 november 2026. Gaan we over? Omdat … Uitgevoerd.”
    private func summary(_ told: RegisteredDecision) -> String {
        let day = told.decision.on.map { "\($0.written(language))." } ?? ""
        return [day, told.question.shown(language), told.why.shown(language), told.since.shown(language)]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func moment(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds / 1_000)).formatted(.iso8601)
    }

    /// Addresses and names come from outside: what XML cannot hold or would read as markup does not get in.
    private func xml(_ text: String) -> String { PlainText.escaped(PlainText.clean(text, limit: 2_000)) }
}
