import Kernel
import Markup

extension PaperHTML {
    /// Words in a line. In two languages: the one, then the other, each marked; what is the same in both stands once.
    func inline(_ words: Words) -> HTML {
        var line: HTML = ""
        for (index, part) in parts(of: words).enumerated() {
            if index > 0 { line += " <span class=\"or\">/</span> " }
            write(part, to: &line)
        }
        return line
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

    private func write(_ part: (language: Language?, runs: [Run]), to line: inout HTML) {
        if let language = part.language { line += "<span lang=\"\(language.rawValue)\">" }
        write(part.runs, to: &line)
        if part.language != nil { line += "</span>" }
    }

    private func write(_ runs: [Run], to page: inout HTML) {
        for run in runs {
            switch run.style {
            case .plain: page.write(run.text)
            case .strong: page += "<strong>\(run.text)</strong>"
            case .blank: page += "<mark class=\"blank\">\(PaperWords.blank(run.text))</mark>"
            case .added: page += "<ins>\(run.text)</ins>"
            case .removed: page += "<del>\(run.text)</del>"
            case .code: page += "<code>\(run.text)</code>"
            case .address: page += address(run.text)
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
            write(prose[language], to: &page)
            if isOther { page += "</div>\n" }
            return
        }
        if prose.isParallel {
            for (left, right) in zip(prose.nl, prose.en) { write([left], beside: [right], to: &page) }
        } else {
            write(prose.nl, beside: prose.en, to: &page)
        }
    }

    private func write(_ nl: [Prose.Block], beside en: [Prose.Block], to page: inout HTML) {
        page += "<div class=\"pair\">"
        for language in paper.languages {
            let blocks = language == .nl ? nl : en
            page += language == .nl ? "<div class=\"side\" lang=\"nl\">" : "<div class=\"side\" lang=\"en\">"
            if blocks.isEmpty { page += missing(language) }
            write(blocks, to: &page)
            page += "</div>"
        }
        page += "</div>\n"
    }

    private func missing(_ language: Language) -> HTML {
        "<p class=\"missing\">\(PaperWords.missing(in: language).shown(language))</p>"
    }

    private func write(_ blocks: [Prose.Block], to page: inout HTML) {
        for block in blocks {
            switch block {
            case .paragraph(let words):
                page += "<p>"
                write(words, to: &page)
                page += "</p>\n"
            case .list(let items):
                page += "<ul>\n"
                for item in items {
                    page += "<li>"
                    write(item, to: &page)
                    page += "</li>\n"
                }
                page += "</ul>\n"
            }
        }
    }
}
