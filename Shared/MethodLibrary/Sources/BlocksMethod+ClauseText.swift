import Kernel

extension BlocksMethod {
    /// A proposed text for a clause, with places to fill in: `{name}`.
    package struct ClauseText: Part {
        package var id = ""
        package var heading = Text()
        package var text = Text()
        /// When to choose this one, where a block has several.
        package var choose = Text()
        package var variables: [Variable] = []
        package var norms: [NormRule] = []

        package init() {}

        package static let fields: [Field<ClauseText>] = [
            Field("id", \.id, Text("Id", "Id"), shape: .reference("clauses"), required: true),
            Field("heading", \.heading, Text("Kop", "Heading"), required: true),
            Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
            Field("choose", \.choose, Text("Wanneer deze", "When this one"), shape: .text(long: true)),
            Field("variables", \.variables, Text("In te vullen", "To fill in")),
            Field("norms", \.norms, Text("Normen", "Norms")),
        ]

        func problems() -> [Problem] {
            let known = Set(variables.map(\.id))
            let inText = Placeholder.names(in: text.nl).union(Placeholder.names(in: text.en))
            let inNorms = norms.reduce(into: Set<String>()) { $0.formUnion($1.placeholders) }
            let dangling = inText.union(inNorms).subtracting(known).sorted().map { name in
                Problem.dangling(name, at: ["variables"], Text("invulplaats", "place to fill in"), known: known)
            }
            let unequal = Placeholder.names(in: text.nl) != Placeholder.names(in: text.en)
            let spare = known.subtracting(inText).subtracting(inNorms).sorted()
            return dangling
                + (unequal && !text.nl.isEmpty && !text.en.isEmpty ? [.unequalPlaceholders] : [])
                + spare.map(Problem.unusedVariable)
                + norms.enumerated().flatMap { index, norm in
                    norm.problems().map { $0.under(String(index)).under("norms") }
                }
        }
    }

    /// What is filled in where a text says `{id}`.
    package struct Variable: Part {
        package var id = ""
        package var name = Text()
        package var type = VariableType.text
        /// What to start from; empty: must be filled in.
        package var suggestion = Text()

        package init() {}

        package static let fields: [Field<Variable>] = [
            Field("id", \.id, Text("Id", "Id"), shape: .reference("variables"), required: true),
            Field("name", \.name, Text("Naam", "Name"), required: true),
            Field("type", \.type, Text("Soort", "Type"), required: true),
            Field("suggestion", \.suggestion, Text("Voorstel", "Suggestion"), shape: .text(long: true)),
        ]
    }

    /// What kind of value fills a place. All but `text` are the same in both languages and told in each.
    package enum VariableType: String, ChoiceValue {
        case text
        case number
        case amount
        case day
        case organisation
        case role
        case body

        package var label: Text {
            switch self {
            case .text: Text("tekst", "text")
            case .number: Text("getal", "number")
            case .amount: Text("bedrag in euro", "amount in euros")
            case .day: Text("dag", "day")
            case .organisation: Text("organisatie", "organisation")
            case .role: Text("rol", "role")
            case .body: Text("orgaan", "body")
            }
        }
    }
}

/// A place to fill in, written `{name}`.
package enum Placeholder {
    /// The names in a text: identifiers between braces; anything else between braces is just text.
    package static func names(in text: String) -> Set<String> {
        var text = text
        return text.withUTF8 { Set(places(in: $0).map(\.name)) }
    }

    /// A text cut at its places to fill in, in order.
    package static func pieces(of text: String) -> [Piece] {
        var text = text
        return text.withUTF8 { bytes in
            var pieces: [Piece] = []
            var start = 0
            func words(until end: Int) {
                guard start < end else { return }
                pieces.append(Piece(words: String(decoding: bytes[start..<end], as: UTF8.self), name: nil))
            }
            for place in places(in: bytes) {
                words(until: place.range.lowerBound)
                pieces.append(Piece(words: "", name: place.name))
                start = place.range.upperBound
            }
            words(until: bytes.count)
            return pieces
        }
    }

    /// A text with its places filled in; a place for which there is no word stays as it is written.
    package static func filled(_ text: String, _ word: (String) -> String?) -> String {
        var text = text
        let places = text.withUTF8 { Self.places(in: $0) }
        guard !places.isEmpty else { return text }
        return text.withUTF8 { bytes in
            var filled: [UInt8] = []
            filled.reserveCapacity(bytes.count + places.count * 16)
            var start = 0
            for place in places {
                guard let word = word(place.name) else { continue }
                filled.append(contentsOf: bytes[start..<place.range.lowerBound])
                filled.append(contentsOf: word.utf8)
                start = place.range.upperBound
            }
            filled.append(contentsOf: bytes[start...])
            return String(decoding: filled, as: UTF8.self)
        }
    }

    /// Where the places are, braces and all.
    private static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [(range: Range<Int>, name: String)] {
        var places: [(range: Range<Int>, name: String)] = []
        var cursor = 0
        while let open = bytes[cursor...].firstIndex(of: UInt8(ascii: "{")) {
            cursor = open + 1
            let near = bytes[cursor...].prefix(Identifier.longest + 1)
            guard let close = near.firstIndex(of: UInt8(ascii: "}")) else { continue }
            let name = UnsafeBufferPointer(rebasing: bytes[cursor..<close])
            guard Identifier.isValid(name) else { continue }
            cursor = close + 1
            places.append((open..<cursor, String(decoding: name, as: UTF8.self)))
        }
        return places
    }

    package struct Piece: Sendable, Hashable {
        package let words: String
        /// Nil: plain words.
        package let name: String?
    }
}

extension Problem {
    static let unequalPlaceholders = Problem(
        "block.languages", at: ["text"],
        Text(
            "De Nederlandse en de Engelse tekst hebben niet dezelfde invulplaatsen.",
            "The Dutch and the English text do not have the same places to fill in."),
        mend: Text("Noem in beide talen dezelfde.", "Name the same ones in both languages."))

    static func unusedVariable(_ name: String) -> Problem {
        Problem(
            "block.variable", at: ["variables"],
            Text("“\(name)” komt in tekst noch norm voor.", "“\(name)” is in neither text nor norm."),
            mend: Text("Gebruik {\(name)} of laat het weg.", "Use {\(name)} or leave it out."))
    }
}
