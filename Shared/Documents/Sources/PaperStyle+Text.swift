extension PaperStyle {
    static let words = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        html { font: 17px/1.55 var(--serif); color: var(--ink); background: var(--paper); }
        body { margin: 0; overflow-wrap: break-word; }
        h1, h2, h3, h4, p, ul, dl, dd, table { margin: 0; }
        h1, h2 { font-weight: 500; line-height: 1.2; }
        h2 { font-size: 1.45em; margin: 2.2em 0 .7em; }
        h2 .or, h3 .or, .kind .or { color: var(--line); font-weight: 400; }
        h3 { font: 600 1.12em/1.35 var(--serif); margin: 1.9em 0 .5em; position: relative; }
        h4 { font: 600 .78em/1.4 var(--sans); margin: 0 0 .3em; color: var(--muted); }
        p { margin: 0 0 .75em; white-space: pre-line; }
        ul { margin: 0 0 .75em; padding-left: 1.15em; }
        li { margin: 0 0 .3em; white-space: pre-line; }
        li::marker { color: var(--muted); }
        a { color: var(--accent); }
        code { font: .84em var(--mono); letter-spacing: .02em; }
        .or { color: var(--muted); }
        [lang] { hyphens: auto; hyphenate-limit-chars: 9 4 4; }
        h1 [lang], h2 [lang], h3 [lang], dt [lang] { hyphens: manual; }
        .missing { color: var(--muted); font-style: italic; }
        mark.blank { color: var(--attention); background: var(--attention-soft); padding: .05em .3em; border-bottom: 1px dashed; }
        ins { color: var(--ok); background: var(--ok-soft); text-decoration: underline; text-decoration-thickness: 1px; }
        del { color: var(--broken); text-decoration: line-through; }
        .draft { font: 600 .8em var(--sans); color: var(--attention); background: var(--attention-soft); padding: .6em 1em; margin: 0; }

        """

    static let cover = """
        .cover { position: relative; }
        .cover .kind { font: 600 .84em var(--sans); letter-spacing: .06em; color: var(--accent); margin: 0 0 2.2em; padding: 0 0 .9em; border-bottom: 2px solid var(--accent); }
        .cover h1 { font-size: 2.35em; line-height: 1.14; letter-spacing: -.01em; margin: 0 0 .5em; }
        .cover h1 .name { display: block; }
        .cover h1 .name + .name { font-size: .62em; line-height: 1.25; color: var(--muted); margin-top: .35em; }
        .cover .subtitle { font-size: 1.12em; line-height: 1.5; color: var(--muted); }
        .cover h2 { font: 600 .78em var(--sans); color: var(--muted); margin: 2.6em 0 .8em; }
        .cover .names { list-style: none; padding: 0; font-size: 1.12em; }
        .cover .names li { margin: 0 0 .3em; }
        .cover.many .names { columns: 2; column-gap: 8mm; font-size: .95em; }
        .cover dl { margin-top: 2.6em; border-top: 1px solid var(--line); padding-top: .9em; }

        """

    static let parts = """
        dl > div { display: table; width: 100%; table-layout: fixed; margin: 0 0 .35em; }
        dt, dd { display: table-cell; vertical-align: top; }
        dd .pair p, dd .side { margin: 0; }
        dt { font: 600 .76em/1.5 var(--sans); color: var(--muted); width: 30%; padding: .28em 1em 0 0; }
        .clause .number { display: block; position: absolute; left: -3.4em; width: 2.6em; text-align: right; font-weight: 500; color: var(--muted); }
        .mark { font: 500 .8em var(--sans); color: var(--attention); white-space: nowrap; padding-left: .5em; }
        .asks { margin: .2em 0 .9em; padding: .15em 0 .1em .95em; border-left: 2px solid var(--accent-soft); font-size: .86em; line-height: 1.5; }
        .asks h4 { font-size: .86em; }
        .asks ul { margin: 0; padding-left: 1.1em; }
        .note { margin: .6em 0 1em; padding: .7em 1em .2em; border-left: 3px solid var(--attention); background: var(--attention-soft); font-size: .86em; line-height: 1.5; }
        .note h4 { color: var(--attention); font-size: .9em; }
        table { width: 100%; border-collapse: collapse; font: .78em/1.45 var(--sans); margin: 0 0 1.2em; }
        caption { text-align: left; color: var(--muted); padding: 0 0 .5em; }
        th { font-weight: 600; text-align: left; color: var(--muted); border-bottom: 1px solid var(--ink); padding: .35em .8em .35em 0; vertical-align: bottom; }
        td { border-bottom: 1px solid var(--line); padding: .45em .8em .45em 0; vertical-align: top; }
        .pair { display: table; width: 100%; table-layout: fixed; }
        .side { display: table-cell; vertical-align: top; width: 50%; }
        .side:first-child { padding-right: 1.1em; }
        .side + .side { padding-left: 1.1em; border-left: 1px solid var(--line); }
        .code { font: 1.05em/1.9 var(--mono); letter-spacing: .04em; white-space: normal; max-width: 15em; }
        .code span { display: inline-block; width: 3.1em; }

        """

    static let panels = """
        .panel { border: 1px solid var(--line); border-left: 3px solid var(--ok); background: var(--card); padding: .9em 1.1em .6em; margin: 0 0 1em; font-size: .92em; }
        .panel h3 { font: 500 1.15em/1.3 var(--serif); margin: 0 0 .15em; }
        .panel .answer { font: 600 .86em var(--sans); color: var(--ok); margin: 0 0 .7em; }
        .panel dl > div { margin: 0 0 .2em; }
        .panel .answer::before { content: "\\2713\\00a0"; }
        .panel.against { border-left-color: var(--broken); }
        .panel.against .answer { color: var(--broken); }
        .panel.against .answer::before { content: "\\25B2\\00a0"; }
        .panel.open { border-left-color: var(--line); }
        .panel.open dd { border-bottom: 1px dotted var(--muted); height: 2.1em; }
        .panel.open dt { vertical-align: bottom; }

        """

    static let screen = """
        @media screen {
          .paper { max-width: 46em; margin: 2.5rem auto; padding: 3.5rem 5rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
          .paper.two { max-width: 64em; }
          .cover { padding-bottom: 2.5rem; border-bottom: 1px solid var(--line); margin-bottom: 2rem; }
          .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(19em, 1fr)); gap: 1rem; }
          .panel { margin: 0; }
        }
        @media screen and (max-width: 50em) {
          .paper { margin: 0; padding: 1.5rem 1.1rem; border: 0; border-radius: 0; }
          .clause .number { display: inline; position: static; }
          .pair, .side { display: block; width: auto; }
          .side + .side { border-left: 2px solid var(--line); margin: 0 0 1em; }
          table { display: block; overflow-x: auto; }
        }

        """

    static let breaks = """
        @media print {
          html { font-size: 10.6pt; line-height: 1.5; background: none; }
          body { background: none; }
          p { orphans: 3; widows: 3; }
          li { orphans: 2; widows: 2; }
          h1, h2, h3, h4 { break-after: avoid; break-inside: avoid; }
          h2.opens { break-before: page; margin-top: 0; }
          .cover { break-after: page; padding-top: 42mm; }
          .cover.many { padding-top: 12mm; }
          .running { height: 0; }
          p.draft { position: absolute; top: 0; left: 0; }
          .asks, .note, .panel, tr, dl > div { break-inside: avoid; }
          .asks h4, caption { break-after: avoid; }
          p.code { break-before: avoid; break-inside: avoid; }
          thead { display: table-header-group; }
          a { color: inherit; text-decoration: none; }
          h1 { bookmark-level: 1; } h2 { bookmark-level: 1; } h3 { bookmark-level: 2; } h4, .cover h2, .cover h1, .panel h3 { bookmark-level: none; }
        }

        """

    /// Two languages need the width of the page: numbers stand before the headings.
    static let two = """
        .two .clause .number { display: inline; position: static; padding-right: .5em; }
        @media print {
          .two { font-size: 9.4pt; line-height: 1.45; }
          .two .cover { padding-right: 20mm; }
          .two dt { width: 20%; }
        }

        """
}
