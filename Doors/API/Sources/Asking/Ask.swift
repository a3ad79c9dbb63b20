import Ecosystems
import Gate
import HTTPTypes
import Hummingbird
import Kernel

/// One request: who asks, in which language the answer should be, and what was sent along.
struct Ask: Sendable {
    let request: Request
    let context: GateContext
    let language: Language

    init(_ request: Request, _ context: GateContext) {
        self.request = request
        self.context = context
        language = Self.language(request) ?? context.visitor.language
    }

    var visitor: Visitor { context.visitor }
    var path: String { request.uri.path }

    /// The part of the path that the route calls by this name.
    func parameter(_ name: String) -> String { context.parameters.get(name) ?? "" }

    /// The only value of a query parameter; refuses one that is given twice.
    func query(_ name: String) throws(Refusal) -> String? {
        let values = request.uri.queryParameters[values: name[...]]
        guard values.count > 1 else { return values.first.map(String.init) }
        throw .invalid([
            Problem(
                "query.twice", at: [name], Text("“\(name)” staat er twee keer.", "“\(name)” is given twice."),
                mend: Text("Laat er één weg.", "Leave one out."))
        ])
    }

    var queryNames: [String] {
        Set(request.uri.queryParameters.map { String($0.key) }).sorted()
    }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }

    /// The language that `lang` or `Accept-Language` asks for; of several, the one with the highest weight.
    private static func language(_ request: Request) -> Language? {
        if let asked = request.uri.queryParameters["lang"].flatMap({ Language(rawValue: String($0)) }) { return asked }
        var best: (language: Language, weight: Double)?
        for item in (request.headers[.acceptLanguage] ?? "").lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.trimming { $0 == " " } }
            guard let tag = parts.first, let language = Language(rawValue: String(tag.prefix(2))) else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if quality > best?.weight ?? 0 { best = (language, quality) }
        }
        return best?.language
    }
}

extension StringProtocol {
    func trimming(_ isTrimmed: (Character) -> Bool) -> SubSequence {
        var rest = self[...]
        while let first = rest.first, isTrimmed(first) { rest = rest.dropFirst() }
        while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
        return rest
    }
}
