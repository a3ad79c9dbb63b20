import Kernel

/// What a ballot says: for or against, options, ranks or points.
extension FileReading {
    func vote(
        _ key: String, _ reader: inout JSONReader, _ ballot: inout Ballot, _ position: Int
    ) throws(Problem) {
        switch key {
        case "choice":
            ballot.mark = .choices
            try option(&reader, &ballot, position, key, Self.none)
        case "choices":
            ballot.mark = .choices
            try many(key, &reader, &ballot, position) { reader, ballot, index throws(Problem) in
                try self.option(&reader, &ballot, position, key, Self.none)
            }
        case "ranking":
            ballot.mark = .ranking
            try many(key, &reader, &ballot, position) { reader, ballot, index throws(Problem) in
                try self.rank(&reader, &ballot, position)
            }
        default:
            ballot.mark = key == "dots" ? .dots : .scores
            try points(key, &reader, &ballot, position)
        }
    }

    private static let none: UInt16 = 0

    func cast(_ reader: inout JSONReader, _ position: Int) throws(Problem) -> BallotBox.Mark {
        let path = { ["ballots", String(position), "cast"] }
        switch try text(&reader, at: path) {
        case nil: return .none
        case "for": return .yes
        case "against": return .no
        case "abstain": return .abstain
        case "blank": return .blank
        case .some(let other):
            complaints.add(.word(other, known: ["for", "against", "abstain", "blank"], at: path()))
            return .none
        }
    }

    private func many(
        _ key: String, _ reader: inout JSONReader, _ ballot: inout Ballot, _ position: Int,
        _ take: (inout JSONReader, inout Ballot, Int) throws(Problem) -> Void
    ) throws(Problem) {
        guard reader.shape() == .list else {
            let value = try reader.whole()
            return complaints.add(
                .kind(value, wanted: Text("een lijst", "a list"), at: ["ballots", String(position), key]))
        }
        try reader.items { reader, index throws(Problem) in try take(&reader, &ballot, index) }
    }

    /// One rank: an option, or several that the voter holds equal.
    private func rank(_ reader: inout JSONReader, _ ballot: inout Ballot, _ position: Int) throws(Problem) {
        guard reader.shape() == .list else {
            return try option(&reader, &ballot, position, "ranking", BallotBox.newRank)
        }
        try reader.items { reader, index throws(Problem) in
            try self.option(&reader, &ballot, position, "ranking", index == 0 ? BallotBox.newRank : Self.none)
        }
    }

    private func option(
        _ reader: inout JSONReader, _ ballot: inout Ballot, _ position: Int, _ key: String, _ bit: UInt16
    ) throws(Problem) {
        let path = { ["ballots", String(position), key] }
        let start = reader.place
        if let plain = reader.plainText(), let place = optionTable.index(of: plain),
            named[Int(place)] != Int32(position)
        {
            named[Int(place)] = Int32(position)
            return places.append(place | bit)
        }
        reader.place = start
        guard let id = try text(&reader, at: path) else { return }
        if let place = place(of: id, position, at: path) { places.append(place | bit) }
    }

    /// Where an option stands; nil, with a complaint, when it is unknown or this ballot names it twice.
    private func place(of id: String, _ position: Int, at path: () -> [String]) -> UInt16? {
        guard let place = optionIndexes[id] else {
            complaints.add(.noOption(id, known: file.options.map(\.id), at: path()))
            return nil
        }
        guard named[Int(place)] != Int32(position) else {
            complaints.add(.namedTwice(id, at: path()))
            return nil
        }
        named[Int(place)] = Int32(position)
        return place
    }

    private func points(
        _ key: String, _ reader: inout JSONReader, _ ballot: inout Ballot, _ position: Int
    ) throws(Problem) {
        guard reader.shape() == .map else {
            let value = try reader.whole()
            return complaints.add(
                .kind(
                    value, wanted: Text("per optie een getal", "a number for each option"),
                    at: ["ballots", String(position), key]))
        }
        try reader.entries { reader, id throws(Problem) in
            let path = { ["ballots", String(position), key, id] }
            let value = try reader.whole()
            guard let place = self.place(of: id, position, at: path) else { return }
            guard let points = Fraction(told: value) else { return self.complaints.add(.fraction(value, at: path())) }
            places.append(place)
            self.points.append(points)
        }
    }
}
