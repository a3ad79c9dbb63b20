import Kernel

/// How a document looks on screen and on paper. Light only: it is paper.
///
/// Every word in it is ours; what people wrote reaches the top of a page by `string-set`, from the document.
package struct PaperStyle: Sendable {
    let languages: [Language]
    let isDraft: Bool

    package init(_ paper: Paper) {
        languages = paper.languages
        isDraft = paper.draft != nil
    }

    /// The whole stylesheet.
    package var text: String { Self.base + pages + Self.printed + (languages.count > 1 ? Self.two : "") }

    /// “pagina 3 van 12”.
    private var count: String {
        let (page, of) = (PaperWords.page, PaperWords.of)
        guard languages.count == 1, let language = languages.first else {
            return "counter(page) \" / \" counter(pages)"
        }
        return "\"\(page.shown(language)) \" counter(page) \" \(of.shown(language)) \" counter(pages)"
    }

    /// A4, with the clause numbers hanging in the margin. `string()` comes from the element `running`.
    private var pages: String {
        let sides = languages.count > 1 ? "26mm 20mm 24mm 20mm" : "28mm 36mm 26mm 44mm"
        let small = "font: 7.6pt \(Self.sans); color: #5a6170; vertical-align: top; padding-top: 5mm"
        let top = "font: 7.6pt \(Self.sans); color: #5a6170; vertical-align: bottom; padding-bottom: 6mm"
        return """
            @page {
              size: A4; margin: \(sides);
              @top-left { content: string(title); \(top); width: 52%; }
              @top-right { content: string(edition); \(top); white-space: nowrap; }
              @bottom-left { content: string(mark); \(small); font-family: \(Self.mono); letter-spacing: .04em; }
              @bottom-center { content: string(draft); font: 600 7.6pt \(Self.sans); color: #8a5a00; vertical-align: top; padding-top: 5mm; white-space: nowrap; }
              @bottom-right { content: \(count); \(small); white-space: nowrap; }
            }
            @page :first { @top-left { content: none } @top-right { content: none } }
            .running { string-set: title attr(data-title), edition attr(data-edition), mark attr(data-mark), draft attr(data-draft); }

            """
    }

    static let sans = "\"Source Sans 3\", \"Nimbus Sans\", \"Helvetica Neue\", Arial, \"Liberation Sans\", sans-serif"
    static let serif =
        "\"Source Serif 4\", \"Iowan Old Style\", Charter, P052, \"Palatino Linotype\", Palatino, \"Liberation Serif\", serif"
    static let mono = "\"Liberation Mono\", \"DejaVu Sans Mono\", Menlo, Consolas, monospace"

    /// The house's colours and faces, by role. Written out in the stylesheet: WeasyPrint 57 knows no `var()` in shorthands.
    private static let tokens = [
        "ink": "#17191f", "muted": "#5a6170", "line": "#e2e0da", "paper": "#fbfaf7", "card": "#ffffff",
        "accent": "#1f4aa8", "accent-soft": "#e9eefb", "ok": "#21693f", "ok-soft": "#e4f2e9", "attention": "#8a5a00",
        "attention-soft": "#fbf0d8", "broken": "#a8231a", "broken-soft": "#fbe7e5", "serif": serif, "sans": sans,
        "mono": mono,
    ]

    private static func resolved(_ text: String) -> String {
        tokens.reduce(text) { $0.replacing("var(--\($1.key))", with: $1.value) }
    }

    private static let base = resolved(words + cover + parts + panels + screen)
    private static let printed = resolved(breaks)
}
