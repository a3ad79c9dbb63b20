import Kernel
import Markup

/// A document as Markdown. What people wrote is escaped: no heading, link or HTML comes out of it.
package struct PaperMarkdown: Sendable {
    let paper: Paper

    package init(_ paper: Paper) { self.paper = paper }

    package var text: String {
        var parts = ["# \(line(Words(paper.title)))"]
        if let draft = paper.draft { parts.append("**\(line(Words(draft)))**") }
        let cover = paper.cover
        parts.append(
            [cover.kind, paper.edition].filter { !$0.isEmpty }.map { line(Words($0)) }.joined(separator: " · "))
        if !cover.subtitle.isEmpty { parts.append(line(Words(cover.subtitle))) }
        if !cover.parties.isEmpty { parts.append(list(cover.parties.map(line))) }
        if !cover.facts.isEmpty { parts.append(definitions(cover.facts)) }
        for piece in paper.pieces { parts += lines(piece) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func lines(_ piece: Paper.Piece) -> [String] {
        switch piece {
        case .heading(let text, let level, _):
            ["\(String(repeating: "#", count: min(max(level, 2), 4))) \(line(Words(text)))"]
        case .prose(let prose): blocks(prose)
        case .definitions(let list): [definitions(list)]
        case .table(let table): [self.table(table)]
        case .clause(let clause): lines(clause)
        case .panels(let panels): panels.flatMap(lines)
        case .note(let note): lines(note)
        case .code(let groups): ["`\(groups.joined(separator: " ").filter { $0.isHexDigit || $0 == " " })`"]
        }
    }

    private func lines(_ clause: Paper.Clause) -> [String] {
        let mark = clause.mark.isEmpty ? "" : " *(\(line(Words(clause.mark))))*"
        var lines = ["### \(Markdown.line(clause.number)) \(line(clause.heading))\(mark)"] + blocks(clause.text)
        if !clause.asks.isEmpty {
            lines += ["**\(line(Words(PaperWords.asks)))**", list(clause.asks.map(line))]
        }
        return lines + clause.notes.flatMap(self.lines)
    }

    private func lines(_ panel: Paper.Panel) -> [String] {
        let answer = panel.answer.map { [line($0)] } ?? []
        return ["### \(line(panel.name))"] + answer + (panel.facts.isEmpty ? [] : [definitions(panel.facts)])
    }

    private func lines(_ note: Paper.Note) -> [String] {
        let inside = ["**\(line(note.title))**"] + blocks(note.text)
        return [quoted(inside.joined(separator: "\n\n"))]
    }

    private func definitions(_ list: [Paper.Definition]) -> String {
        self.list(list.map { "\(line($0.term)): \(line($0.meaning))" })
    }

    private func list(_ lines: [String]) -> String { lines.map { "- \($0)" }.joined(separator: "\n") }

    private func table(_ table: Paper.Table) -> String {
        func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
        let head = [row(table.head.map(line)), row(table.head.map { _ in "---" })]
        return (head + table.rows.map { row($0.map(line)) }).joined(separator: "\n")
    }

    private func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
            .joined(separator: "\n")
    }
}

extension PaperMarkdown {
    /// In two languages: Dutch and then English, as a quotation.
    private func blocks(_ prose: Prose) -> [String] {
        let written = paper.languages.filter { !prose[$0].isEmpty }
        if prose.nl == prose.en || written.isEmpty {
            return (prose.nl.isEmpty ? prose.en : prose.nl).map(block)
        }
        return written.enumerated().flatMap { index, language in
            let blocks = prose[language].map(block)
            return index == 0 ? blocks : [quoted(blocks.joined(separator: "\n\n"))]
        }
    }

    private func block(_ block: Prose.Block) -> String {
        switch block {
        case .paragraph(let runs): marked(runs)
        case .list(let items): list(items.map { marked($0).replacing("\n", with: "\n  ") })
        }
    }

    private func line(_ words: Words) -> String {
        let shown = paper.languages.map { words[$0].isEmpty ? words[$0 == .nl ? .en : .nl] : words[$0] }
        let distinct = shown.reduce(into: [[Run]]()) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
        return distinct.map { marked($0).replacing("\\\n", with: " ") }.joined(separator: " / ")
    }

    /// Marks of our own around escaped words.
    private func marked(_ runs: [Run]) -> String {
        let text = runs.map { run in
            guard run.text != "\n" else { return "\\\n" }
            let words = Markdown.continuation(run.text)
            let core = words.drop { $0 == " " }
            guard !core.isEmpty, run.style != .plain else { return words }
            let tail = String(core.reversed().prefix { $0 == " " })
            let bare = String(core.dropLast(tail.count))
            let (before, after) = run.style.marks
            let inside = run.style == .blank ? PaperWords.blank(bare) : bare
            return String(words.prefix { $0 == " " }) + before + inside + after + tail
        }.joined()
        return String(text.drop { $0 == " " })
    }
}

extension Run.Style {
    /// What stands around such a stretch.
    fileprivate var marks: (String, String) {
        switch self {
        case .plain, .code, .address: ("", "")
        case .strong, .blank: ("**", "**")
        case .added: ("<ins>", "</ins>")
        case .removed: ("<del>", "</del>")
        }
    }
}
