import Foundation
import Kernel

/// A record that matches a search.
package struct SearchHit: Sendable, Hashable {
    /// Plural name of the kind.
    package let kind: String
    package let id: String
    package let title: Text
}

/// The words of every record with text of its own, folded so that case and accents do not matter.
struct SearchIndex: Sendable {
    private struct Entry: Sendable {
        let hit: SearchHit
        let title: String
        let words: String
    }

    /// A hit and how well it fits: the nearer and shorter title first.
    private struct Ranked: Comparable {
        let rank: Int
        let length: Int
        let hit: SearchHit

        static func < (one: Ranked, other: Ranked) -> Bool {
            if one.rank != other.rank { return one.rank < other.rank }
            if one.length != other.length { return one.length < other.length }
            if one.hit.kind != other.hit.kind { return one.hit.kind < other.hit.kind }
            return one.hit.id < other.hit.id
        }
    }

    private var entries: [String: Entry] = [:]

    init(_ state: EcosystemState, catalogue: Catalogue) {
        for kind in catalogue.kinds {
            guard let table = state.table(kind.plural) else { continue }
            table.forEach { id, _, values in
                if let entry = Self.entry(kind, id, values, title: table.title(of: id)) {
                    entries["\(kind.plural)/\(id)"] = entry
                }
            }
        }
    }

    mutating func update(_ touched: [String], from state: EcosystemState, catalogue: Catalogue) {
        for key in touched {
            let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2, let kind = catalogue.kind(parts[0]), let table = state.table(parts[0]) else {
                continue
            }
            entries[key] = table.values(of: parts[1]).flatMap {
                Self.entry(kind, parts[1], $0, title: table.title(of: parts[1]))
            }
        }
    }

    /// What the reader may see of the hits.
    func hits(_ words: String, in reader: Reader, limit: Int) -> [SearchHit] {
        hits(words, limit: limit) { hit in
            guard let kind = reader.catalogue.kind(hit.kind) else { return false }
            if reader.sees(kind) { return true }
            return reader.values(kind, hit.id).map { Self.matches(words, kind, hit, $0) } ?? false
        }
    }

    /// Every word must occur; a title that starts with what was typed comes first.
    func hits(_ words: String, limit: Int, where isVisible: (SearchHit) -> Bool) -> [SearchHit] {
        let typed = Self.folded(words).trimmingCharacters(in: .whitespaces)
        let needles = typed.split(separator: " ").map { Array($0.utf8) }
        guard !needles.isEmpty else { return [] }
        var ranked: [Ranked] = []
        for entry in entries.values where needles.allSatisfy({ Self.contains(entry.words, $0) }) {
            ranked.append(
                Ranked(
                    rank: Self.rank(entry, typed, needles), length: entry.hit.title.nl.utf8.count, hit: entry.hit))
        }
        ranked.sort()
        var hits: [SearchHit] = []
        for one in ranked {
            guard hits.count < limit else { break }
            if isVisible(one.hit) { hits.append(one.hit) }
        }
        return hits
    }

    /// Do these fields of a record match by themselves? So that a search tells nothing about fields that are hidden from the caller.
    static func matches(_ words: String, _ kind: Kind, _ hit: SearchHit, _ visible: [String: Value]) -> Bool {
        guard let entry = entry(kind, hit.id, visible, title: hit.title) else { return false }
        return folded(words).split(separator: " ").allSatisfy { contains(entry.words, Array($0.utf8)) }
    }

    private static func rank(_ entry: Entry, _ typed: String, _ needles: [[UInt8]]) -> Int {
        if entry.title == typed || entry.hit.id == typed { return 0 }
        if entry.title.hasPrefix(typed) { return 1 }
        if entry.title.contains(" " + typed) { return 2 }
        if needles.allSatisfy({ contains(entry.title, $0) }) { return 3 }
        return 4
    }

    private static func entry(_ kind: Kind, _ id: String, _ values: [String: Value], title: Text?) -> Entry? {
        var words: [String] = []
        for field in kind.fields {
            guard let value = values[field.name] else { continue }
            collect(field.shape, value, into: &words)
        }
        guard !words.isEmpty, let title else { return nil }
        let hit = SearchHit(kind: kind.plural, id: id, title: title)
        let name = folded(title.nl == title.en ? title.nl : "\(title.nl) \(title.en)")
        return Entry(hit: hit, title: name, words: folded(([id] + words).joined(separator: " ")))
    }

    private static func collect(_ shape: FieldShape, _ value: Value, into words: inout [String]) {
        switch (shape, value) {
        case (.text, .string(let text)), (.line, .string(let text)), (.registered, .string(let text)),
            (.web, .string(let text)):
            words.append(text)
        case (.text, .map(let entries)): words += entries.values.compactMap(\.string)
        case (.list(let shape), .list(let items)): for item in items { collect(shape, item, into: &words) }
        default: break
        }
    }

    static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        return text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    private static func contains(_ text: String, _ needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= needle.count, let base = bytes.baseAddress else { return false }
            var at = 0
            let last = bytes.count - needle.count
            while at <= last, let found = memchr(base + at, Int32(first), last - at + 1) {
                at = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
                if memcmp(base + at, needle, needle.count) == 0 { return true }
                at += 1
            }
            return false
        }
    }
}
