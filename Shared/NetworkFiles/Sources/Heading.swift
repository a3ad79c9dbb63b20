/// The name of a field in formats that have no place for its type: `residents:whole`, `budget:timed-number`. A text has its bare
/// title, unless that would mean something else.
struct Heading: Hashable {
    var title: String
    /// Nil when the heading does not say.
    var type: NetworkType?
    var isTimed = false

    init(_ written: String) {
        guard let colon = written.lastIndex(of: ":"),
            let (type, isTimed) = Self.types[String(written[written.index(after: colon)...])]
        else {
            title = written
            return
        }
        title = String(written[..<colon])
        self.type = type
        self.isTimed = isTimed
    }

    /// Names in `reserved` are in small letters, and taken whatever their capitals. Fields of a type in `bare` need not say it.
    static func written(_ field: NetworkField, reserved: Set<String>, bare: Set<NetworkType> = [.text]) -> String {
        let isPlain =
            !field.title.isEmpty && !reserved.contains(field.title.lowercased()) && Heading(field.title).type == nil
        if isPlain, !field.isTimed, bare.contains(field.type) { return field.title }
        return "\(field.title):\(field.isTimed ? "timed-" : "")\(field.type.rawValue)"
    }

    private static let types: [String: (NetworkType, Bool)] = Dictionary(
        uniqueKeysWithValues: NetworkType.allCases.flatMap { type in
            [(type.rawValue, (type, false)), ("timed-\(type.rawValue)", (type, true))]
        })
}
