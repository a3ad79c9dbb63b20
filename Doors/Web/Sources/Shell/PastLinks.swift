import Foundation
import Markup

/// Keeps who looks back in the past: every link and search form that stays in the ecosystem carries the same `as-of`. The one place that
/// does so; pages write their links as if it were now.
struct PastLinks {
    let root: String
    let asOf: String

    /// Safe on markup of ours: whatever others wrote is escaped, so that a bare `href="` is always our own.
    func html(_ page: HTML) -> HTML {
        guard !asOf.isEmpty else { return page }
        return HTML(drawn: forms(links(page.text)))
    }

    private func links(_ markup: String) -> String {
        let parts = markup.components(separatedBy: "href=\"\(root)")
        let rest = parts.dropFirst().map { part -> String in
            guard let end = part.firstIndex(of: "\"") else { return "href=\"\(root)" + part }
            return "href=\"\(root)\(carrying(part[..<end]))\(part[end...])"
        }
        return ([parts[0]] + rest).joined()
    }

    /// What follows the root in an address, with the day; addresses of another ecosystem and other days are left alone.
    private func carrying(_ address: Substring) -> String {
        guard address.isEmpty || "/?#".contains(address.first ?? "x"), !address.contains("as-of=") else {
            return String(address)
        }
        let pieces = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let mark = pieces[0].contains("?") ? "&amp;" : "?"
        let fragment = pieces.count > 1 ? "#\(pieces[1])" : ""
        let day: HTML = "\(asOf)"
        return "\(pieces[0])\(mark)as-of=\(day.text)\(fragment)"
    }

    /// A form that asks by address forgets the query of its action, so it gets a field.
    private func forms(_ markup: String) -> String {
        let parts = markup.components(separatedBy: "<form ")
        let rest = parts.dropFirst().map { part -> String in
            guard let end = part.firstIndex(of: ">"), part[..<end].contains("method=\"get\""),
                part[..<end].contains("action=\"\(root)"),
                !(part.components(separatedBy: "</form>").first ?? "").contains("name=\"as-of\"")
            else { return "<form " + part }
            let field: HTML = "<input type=\"hidden\" name=\"as-of\" value=\"\(asOf)\">"
            return "<form \(part[...end])\(field.text)\(part[part.index(after: end)...])"
        }
        return ([parts[0]] + rest).joined()
    }
}

extension PastLinks {
    init(_ inside: EcosystemVisit) { self.init(root: Path.ecosystem(inside.id).url, asOf: inside.asOf) }
}
