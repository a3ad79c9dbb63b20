import Kernel
import Markup

extension PaperHTML {
    /// Words in a line. In two languages: the one, then the other, each marked; what is the same in both stands once.
    func inline(_ words: Words) -> HTML {
        let parts = parts(of: words)
        guard parts.count > 1 else { return parts.first.map(part) ?? .empty }
        return parts.map { part($0) }.joined(separator: " <span class=\"or\">/</span> ")
    }

    /// In which languages words are shown. Nil: the same in each, or the language of the page.
    private func parts(of words: Words) -> [(language: Language?, runs: [Run])] {
        if words.nl == words.en { return words.nl.isEmpty ? [] : [(nil, words.nl)] }
        let written = paper.languages.filter { !words[$0].isEmpty }
        if written.isEmpty {
            let other: Language = words.nl.isEmpty ? .en : .nl
            return words.isEmpty ? [] : [(other, words[other])]
        }
        return written.map { (paper.languages.count == 1 ? nil : $0, words[$0]) }
    }

    private func part(_ part: (language: Language?, runs: [Run])) -> HTML {
        guard let language = part.language else { return runs(part.runs) }
        return "<span lang=\"\(language.rawValue)\">\(runs(part.runs))</span>"
    }

    func runs(_ runs: [Run]) -> HTML {
        if runs.count == 1, runs[0].style == .plain { return "\(runs[0].text)" }
        return runs.html { run in
            switch run.style {
            case .plain: "\(run.text)"
            case .strong: "<strong>\(run.text)</strong>"
            case .blank: "<mark class=\"blank\">\(PaperWords.blank(run.text))</mark>"
            case .added: "<ins>\(run.text)</ins>"
            case .removed: "<del>\(run.text)</del>"
            case .code: "<code>\(run.text)</code>"
            case .address: address(run.text)
            }
        }
    }

    private func address(_ text: String) -> HTML {
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
        return isWeb ? "<a href=\"\(text)\">\(text)</a>" : "\(text)"
    }

    /// Paragraphs and lists. In two languages side by side, paragraph beside paragraph where both have the same ones.
    func write(_ prose: Prose, to page: inout HTML) {
        guard paper.languages.count > 1, prose.nl != prose.en else {
            let wanted = paper.languages.first ?? .nl
            let language = prose[wanted].isEmpty ? (wanted == .nl ? Language.en : .nl) : wanted
            let isOther = language != wanted && !prose[language].isEmpty
            if isOther { page += "<div lang=\"\(language.rawValue)\">\n" }
            for block in prose[language] { page += self.block(block) }
            if isOther { page += "</div>\n" }
            return
        }
        if prose.isParallel {
            for (left, right) in zip(prose.nl, prose.en) { page += pair([left], [right]) }
        } else {
            page += pair(prose.nl, prose.en)
        }
    }

    private func pair(_ nl: [Prose.Block], _ en: [Prose.Block]) -> HTML {
        let cells = paper.languages.html { language in
            let blocks = language == .nl ? nl : en
            return """
                <div class="side" lang="\(language.rawValue)">\
                \(blocks.isEmpty ? missing(language) : blocks.html { block($0) })</div>
                """
        }
        return "<div class=\"pair\">\(cells)</div>\n"
    }

    private func missing(_ language: Language) -> HTML {
        "<p class=\"missing\">\(PaperWords.missing(in: language).shown(language))</p>"
    }

    private func block(_ block: Prose.Block) -> HTML {
        switch block {
        case .paragraph(let words): "<p>\(runs(words))</p>\n"
        case .list(let items): "<ul>\n\(items.html { "<li>\(runs($0))</li>\n" })</ul>\n"
        }
    }
}
