import Kernel

extension FileReading {
    static let seatKeys = ["id", "weight", "group", "present", "voting", "name"]

    func seat(_ reader: inout JSONReader, _ position: Int) throws(Problem) {
        var seat = Seat()
        try reader.entries { reader, key throws(Problem) in
            try self.seatEntry(key, &reader, &seat, position)
        }
        let path = ["seats", String(position)]
        guard !seat.id.isEmpty else {
            return complaints.add(
                .missingKey("id", at: path, Text("Geef elke zetel een id.", "Give every seat an id.")))
        }
        if let known = file.body.index(of: seat.id) {
            complaints.add(.seatTwice(seat.id, differs: !file.body.isSame(seat, as: known), at: path))
        } else {
            _ = file.body.add(seat)
        }
    }

    private func seatEntry(
        _ key: String, _ reader: inout JSONReader, _ seat: inout Seat, _ position: Int
    ) throws(Problem) {
        let path = { ["seats", String(position), key] }
        if reader.shape() == .null, Self.seatKeys.contains(key) { return try reader.skip() }
        switch key {
        case "id": seat.id = try text(&reader, at: path) ?? ""
        case "group": seat.group = try text(&reader, at: path)
        case "weight":
            let value = try reader.whole()
            guard let weight = Fraction(told: value) else { return complaints.add(.fraction(value, at: path())) }
            guard weight >= Fraction(0) else { return complaints.add(.seatWeight(weight, at: path())) }
            seat.weight = weight
        case "present": seat.isPresent = try flag(&reader, at: path)
        case "voting": seat.mayVote = try flag(&reader, at: path) ?? true
        case "name": try words(&reader, at: path)
        default:
            complaints.add(.unknownKey(key, known: Self.seatKeys, at: ["seats", String(position)]))
            try reader.skip()
        }
    }

    /// A text that is not empty; nil, with a complaint, for anything else.
    func text(_ reader: inout JSONReader, at path: () -> [String]) throws(Problem) -> String? {
        if reader.shape() == .string {
            let text = try reader.text()
            if !text.isEmpty { return text }
            complaints.add(.kind("", wanted: Text("een tekst", "a text"), at: path()))
        } else {
            complaints.add(.kind(try reader.whole(), wanted: Text("een tekst", "a text"), at: path()))
        }
        return nil
    }

    func flag(_ reader: inout JSONReader, at path: () -> [String]) throws(Problem) -> Bool? {
        let value = try reader.whole()
        if case .flag(let flag) = value { return flag }
        complaints.add(.kind(value, wanted: Text("true of false", "true or false"), at: path()))
        return nil
    }

    @discardableResult
    func words(_ reader: inout JSONReader, at path: () -> [String]) throws(Problem) -> Text {
        let value = try reader.whole()
        if let text = Text(told: value) { return text }
        complaints.add(.kind(value, wanted: Text("een tekst, of nl en en", "a text, or nl and en"), at: path()))
        return Text()
    }
}

extension Body {
    /// Whether what was said of a seat before is the same.
    func isSame(_ seat: Seat, as known: Int) -> Bool {
        weights[known] == seat.weight && votes[known] == seat.mayVote
            && presence[known] == (seat.isPresent.map { $0 ? .present : .absent } ?? .unknown)
            && (groupOf[known] < 0 ? nil : groups[Int(groupOf[known])]) == seat.group
    }
}
