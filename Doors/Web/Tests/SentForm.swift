/// What a browser sends when somebody presses the button of a record's form without touching it.
struct SentForm {
    private(set) var fields: [(String, String)] = []
    private var select: (name: String, first: String?, chosen: String?)?

    init(_ page: String) {
        guard let start = page.range(of: "<form method=\"post\" class=\"record\""),
            let end = page[start.upperBound...].range(of: "</form>")
        else { return }
        var rest = page[start.upperBound..<end.lowerBound]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            if tag.hasPrefix("textarea"), let until = rest.range(of: "</textarea>") {
                fields.append((Self.value("name", in: tag), Self.plain(rest[..<until.lowerBound].dropFirst())))
                rest = rest[until.upperBound...]
            } else {
                take(tag)
            }
        }
    }

    private mutating func take(_ tag: Substring) {
        let (name, value) = (Self.value("name", in: tag), Self.value("value", in: tag))
        if tag.hasPrefix("input "), name != "csrf", !name.isEmpty {
            let isBox = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"")
            if !isBox || tag.hasSuffix(" checked") { fields.append((name, value)) }
        } else if tag.hasPrefix("select ") {
            select = (name, nil, nil)
        } else if tag.hasPrefix("option ") {
            if select?.first == nil { select?.first = value }
            if tag.hasSuffix(" selected") { select?.chosen = value }
        } else if tag == "/select", let ended = select {
            fields.append((ended.name, ended.chosen ?? ended.first ?? ""))
            select = nil
        }
    }

    private static func value(_ name: String, in tag: Substring) -> String {
        guard let start = tag.range(of: " \(name)=\"") else { return "" }
        return plain(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func plain(_ text: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
