import HTTPTypes
import Hummingbird
import Kernel

extension Ask {
    static let json = ["application/json"]
    static let patch = ["application/merge-patch+json", "application/json"]

    /// The object in the body. Refuses another content type (415), too much (413) and broken JSON (400, with the place).
    func object(_ types: [String] = Ask.json) async throws -> [String: Value] {
        try refuseOtherType(than: types)
        let value = try JSONReader.read(try await bytes())
        guard let object = value.map else {
            throw Problem(
                "body.object",
                Text("Stuur een JSON-object, geen \(value.kindInWords.nl).", "Send a JSON object."),
                mend: Text("Zet de velden tussen accolades.", "Put the fields between braces."))
        }
        return object
    }

    private func refuseOtherType(than types: [String]) throws(APIRefusal) {
        let given = request.headers[.contentType] ?? ""
        let essence = given.split(separator: ";").first.map { $0.trimming { $0 == " " }.lowercased() } ?? ""
        if types.contains(essence) { return try refuseOtherCharset(given) }
        let list = types.joined(separator: ", ")
        throw APIRefusal(
            .unsupportedMediaType,
            Problem(
                "body.type", at: ["Content-Type"],
                Text(
                    "De inhoud is van een soort die hier niet past.", "The content is of a type that does not fit here."
                ),
                mend: Text("Stuur \(list).", "Send \(list).")))
    }

    /// JSON is UTF-8 (RFC 8259); what says to be something else would be misread.
    private func refuseOtherCharset(_ type: String) throws(APIRefusal) {
        for parameter in type.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.first?.trimming({ $0 == " " }).lowercased() == "charset" else { continue }
            let charset = parts.dropFirst().first?.trimming { $0 == " " || $0 == "\"" } ?? ""
            if charset.lowercased() != "utf-8" { throw APIRefusal.charset }
        }
    }

    private func bytes() async throws -> [UInt8] {
        let most = context.maxUploadSize
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
            throw APIRefusal.tooLarge
        }
        var bytes: [UInt8] = []
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= most else { throw APIRefusal.tooLarge }
            bytes += part.readableBytesView
        }
        return bytes
    }
}
