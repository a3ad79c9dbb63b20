import Ecosystems
import Foundation
import Kernel
import MethodLibrary

/// The shared dictionary: what words mean, to whom, and what they are not.
package struct Glossary: Sendable, Hashable {
    /// A text that belongs to a role or a phase of the method library.
    package struct Note: Sendable, Hashable {
        /// `method/role` or `method/phase`.
        package let method: String
        /// What the role or phase is called; its id when the library does not know it.
        package let name: Text
        package let text: Text
    }

    package struct Entry: Sendable, Hashable {
        package let term: Reference
        package let definition: Text
        package let meanings: [Note]
        package let counterExamples: [Note]
    }

    /// In the alphabetical order of the language, capitals and accents apart.
    package let entries: [Entry]

    package init(_ reader: Reader, language: Language = .nl) {
        let library = reader.library
        entries = reader.records(Term.self).map { Entry($0, library) }
            .map { (key: Self.folded($0.term.title.shown(language)), entry: $0) }
            .sorted { ($0.key, $0.entry.term.id) < ($1.key, $1.entry.term.id) }.map(\.entry)
    }

    private init(_ entries: [Entry]) { self.entries = entries }

    /// The entries in which every word of the query occurs, in either language and in any of their texts; those whose
    /// term itself has them come first. An empty query gives all.
    package func matching(_ query: String) -> Glossary {
        let words = Self.folded(query).split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { return self }
        func has(_ texts: [Text]) -> Bool {
            let text = Self.folded(texts.flatMap { [$0.nl, $0.en] }.joined(separator: "\n"))
            return words.allSatisfy(text.contains)
        }
        let found = entries.filter { has($0.texts) }
        return Glossary(found.filter { has([$0.term.title]) } + found.filter { !has([$0.term.title]) })
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}

extension Glossary.Entry {
    init(_ term: Term, _ library: Library) {
        self.init(
            term: Reference(term), definition: term.definition,
            meanings: term.meanings.map { meaning in
                let name = library.role(meaning.role)?.name ?? Text(same: meaning.role)
                return Glossary.Note(method: meaning.role, name: name, text: meaning.meaning)
            },
            counterExamples: term.counterExamples.map { counter in
                let name = library.phase(counter.phase)?.name ?? Text(same: counter.phase)
                return Glossary.Note(method: counter.phase, name: name, text: counter.example)
            })
    }

    fileprivate var texts: [Text] {
        [term.title, definition] + (meanings + counterExamples).flatMap { [$0.name, $0.text] }
    }
}
