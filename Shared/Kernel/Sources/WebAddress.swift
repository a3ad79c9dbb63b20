/// The address of a page on the web, as people may follow it from ours: http or https, and a host.
package enum WebAddress {
    /// Whether a text is such an address: nothing that runs, nobody's name before the host, no spaces.
    package static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 2_000, let rest = afterScheme(text), !text.unicodeScalars.contains(where: isForbidden)
        else { return false }
        let authority = rest.prefix { !"/?#".contains($0) }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, isHost(host) else { return false }
        return parts.count == 1 || isPort(parts[1])
    }

    static func problem(with text: String) -> Problem {
        let guess = "https://\(text)"
        let mend =
            isValid(guess)
            ? Text("Bedoelt u \(guess)?", "Do you mean \(guess)?")
            : Text(
                "Schrijf het hele adres, bijvoorbeeld https://www.voorbeeld.nl.",
                "Write the whole address, for example https://www.example.com.")
        return Problem(
            "field.web", Text("“\(text.inShort)” is geen webadres.", "“\(text.inShort)” is not a web address."),
            mend: mend)
    }

    private static func afterScheme(_ text: String) -> Substring? {
        let start = text.prefix(8).lowercased()
        if start.hasPrefix("https://") { return text.dropFirst(8) }
        return start.hasPrefix("http://") ? text.dropFirst(7) : nil
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.properties.isWhitespace
            || scalar.properties.generalCategory == .format || "\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }

    /// Labels of letters, digits and hyphens, with a dot between them; or `localhost` and its like.
    private static func isHost(_ host: Substring) -> Bool {
        host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        }
    }

    private static func isPort(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } && UInt16(text) != nil
    }
}
