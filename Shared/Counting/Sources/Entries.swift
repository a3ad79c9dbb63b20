import Kernel

/// The entries of one object, taken one by one; what is not taken is not known and gets a complaint.
struct Entries {
    let path: [String]
    private let entries: [String: Value]
    private let complaints: Complaints

    /// Nil, with a complaint, when the value is no object.
    init?(_ value: Value, at path: [String], known: [String], _ complaints: Complaints) {
        guard let entries = value.map else {
            complaints.add(.kind(value, wanted: Text("een groep velden", "a group of fields"), at: path))
            return nil
        }
        self.path = path
        self.entries = entries
        self.complaints = complaints
        for key in entries.keys.sorted() where !known.contains(key) {
            complaints.add(.unknownKey(key, known: known, at: path))
        }
    }

    func has(_ key: String) -> Bool { entries[key].map { !$0.isNull } ?? false }

    subscript(key: String) -> Value { entries[key] ?? .null }

    func place(_ key: String) -> [String] { path + [key] }

    func complain(_ problem: Problem) { complaints.add(problem) }

    /// The object under a key; nil, with a complaint, when it is none.
    func under(_ key: String, known: [String]) -> Entries? {
        Entries(self[key], at: place(key), known: known, complaints)
    }

    func string(_ key: String) -> String? {
        guard has(key) else { return nil }
        guard let text = self[key].string, !text.isEmpty else {
            complaints.add(.kind(self[key], wanted: Text("een tekst", "a text"), at: place(key)))
            return nil
        }
        return text
    }

    func text(_ key: String) -> Text {
        guard has(key) else { return Text() }
        guard let text = Text(told: self[key]) else {
            complaints.add(
                .kind(self[key], wanted: Text("een tekst, of nl en en", "a text, or nl and en"), at: place(key)))
            return Text()
        }
        return text
    }

    func flag(_ key: String) -> Bool? {
        guard has(key) else { return nil }
        guard case .flag(let flag) = self[key] else {
            complaints.add(.kind(self[key], wanted: Text("true of false", "true or false"), at: place(key)))
            return nil
        }
        return flag
    }

    func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard has(key) else { return nil }
        guard let number = self[key].whole, range.contains(number) else {
            let wanted = Text(
                "een heel getal van \(range.lowerBound) tot en met \(range.upperBound)",
                "a whole number from \(range.lowerBound) to \(range.upperBound)")
            complaints.add(.kind(self[key], wanted: wanted, at: place(key)))
            return nil
        }
        return number
    }

    func fraction(_ key: String) -> Fraction? {
        guard has(key) else { return nil }
        guard let number = Fraction(told: self[key]) else {
            complaints.add(.fraction(self[key], at: place(key)))
            return nil
        }
        return number
    }

    func moment(_ key: String) -> Moment? {
        guard let text = string(key) else { return nil }
        guard let moment = Moment(text) else {
            complaints.add(.moment(text, at: place(key)))
            return nil
        }
        return moment
    }

    /// One of the words of an enumeration, by their own spelling.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = string(key) else { return nil }
        guard let word = Word(rawValue: text) else {
            complaints.add(.word(text, known: Word.allCases.map(\.rawValue), at: place(key)))
            return nil
        }
        return word
    }
}

extension Fraction {
    /// A number or a text in a file, exactly as written; nil for anything else.
    init?(told value: Value) {
        switch value {
        case .whole(let number):
            guard number.magnitude < 1_000_000_000_000 else { return nil }
            self.init(number)
        case .number(let number): self.init("\(number)")
        case .string(let text): self.init(text)
        default: return nil
        }
    }
}

extension Text {
    /// A text in both languages at once, or `nl` and `en`; nil for anything else.
    init?(told value: Value) {
        if let text = value.string {
            self.init(same: text)
        } else if let map = value.map, map.keys.allSatisfy({ $0 == "nl" || $0 == "en" }),
            map.values.allSatisfy({ $0.string != nil })
        {
            self.init(nl: map["nl"]?.string ?? "", en: map["en"]?.string ?? "")
        } else {
            return nil
        }
    }
}
