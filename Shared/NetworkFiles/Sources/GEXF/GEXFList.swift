/// Lists in GEXF: `["a", "b"]`, also without quotes and, from older files, without brackets.
enum GEXFList {
    static func written(_ items: [String]) -> String {
        let quoted = items.map { item in
            "\"" + item.replacing(#"\"#, with: #"\\"#).replacing("\"", with: #"\""#) + "\""
        }
        return "[" + quoted.joined(separator: ", ") + "]"
    }

    static func items(_ text: String) -> [String] {
        let bare = trimmed(text)
        guard bare.hasPrefix("["), bare.hasSuffix("]") else {
            if bare.isEmpty { return [] }
            return bare.split(separator: bare.contains("|") ? "|" : ",", omittingEmptySubsequences: false).map {
                trimmed(String($0))
            }
        }
        return split(String(bare.unicodeScalars.dropFirst().dropLast()))
    }

    private static func split(_ text: String) -> [String] {
        var items: [String] = []
        var item = String.UnicodeScalarView()
        var quote: Unicode.Scalar?
        var wasQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        func finish() {
            items.append(wasQuoted ? String(item) : trimmed(String(item)))
            (item, wasQuoted) = (String.UnicodeScalarView(), false)
        }
        while let scalar = scalars.next() {
            switch scalar {
            case #"\"# where quote != nil: if let next = scalars.next() { item.append(next) }
            case _ where quote == scalar: quote = nil
            case "\"", "'":
                if quote == nil, !wasQuoted, trimmed(String(item)).isEmpty {
                    (quote, wasQuoted) = (scalar, true)
                    item = String.UnicodeScalarView()
                } else {
                    item.append(scalar)
                }
            case "," where quote == nil: finish()
            case _ where quote == nil && wasQuoted: break
            default: item.append(scalar)
            }
        }
        if !items.isEmpty || wasQuoted || !trimmed(String(item)).isEmpty { finish() }
        return items
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        return String(String.UnicodeScalarView(scalars.reversed().drop { $0.properties.isWhitespace }.reversed()))
    }
}
