import Kernel

extension FileReading {
    static let ballotKeys = [
        "id", "seat", "seats", "cast", "choice", "choices", "ranking", "scores", "dots", "weight", "by", "at", "reason",
        "objection", "resolution", "recordedBy",
    ]
    private static let votes = ["cast", "choice", "choices", "ranking", "scores", "dots"]

    func ballot(_ reader: inout JSONReader, _ position: Int) throws(Problem) {
        var paper = Paper()
        places.removeAll(keepingCapacity: true)
        points.removeAll(keepingCapacity: true)
        try reader.entries { reader, key throws(Problem) in
            try self.ballotEntry(key, &reader, &paper, position)
        }
        let path = { ["ballots", String(position)] }
        if paper.votes != 1 { complaints.add(.votes(paper.votes, known: Self.votes, at: path())) }
        if paper.seat == nil && paper.seats == nil || paper.seat != nil && paper.seats != nil {
            return complaints.add(
                .missingKey("seat", at: path(), Text("Zeg welke zetel dit is.", "Say which seat this is.")))
        }
        let proxy = paper.proxy.flatMap { id -> Int? in
            guard let proxy = file.body.index(of: id) else {
                complaints.add(.noProxy(id, at: path() + ["by"]))
                return nil
            }
            return proxy
        }
        if let id = paper.seat { put(paper.ballot, id, proxy, position) { path() + ["seat"] } }
        for (index, id) in (paper.seats ?? []).enumerated() {
            put(paper.ballot, id, proxy, position) { path() + ["seats", String(index)] }
        }
    }

    private func put(_ ballot: Ballot, _ id: String, _ proxy: Int?, _ position: Int, at path: () -> [String]) {
        guard let seat = seat(id) else { return complaints.add(.noSeat(id, at: path())) }
        file.box.add(
            ballot, places, points, seat: Int32(seat), proxy: proxy == seat ? nil : proxy.map(Int32.init),
            entry: position)
    }

    /// Ballots often come in the order of the seats: the next one is tried first.
    private func seat(_ id: String) -> Int? {
        nextSeat += 1
        if nextSeat < file.body.ids.count, file.body.ids[nextSeat] == id { return nextSeat }
        guard let seat = file.body.index(of: id) else { return nil }
        nextSeat = seat
        return seat
    }

    /// A ballot with who it is from.
    struct Paper {
        var seat: String?
        var seats: [String]?
        var proxy: String?
        var votes = 0
        var ballot = Ballot()
    }

    private func ballotEntry(
        _ key: String, _ reader: inout JSONReader, _ paper: inout Paper, _ position: Int
    ) throws(Problem) {
        let path = { ["ballots", String(position), key] }
        switch key {
        case "seat": paper.seat = try text(&reader, at: path) ?? ""
        case "seats": paper.seats = try texts(&reader, at: path)
        case "by": paper.proxy = try text(&reader, at: path)
        case "weight":
            let value = try reader.whole()
            guard let part = Fraction(told: value), part > Fraction(0) else {
                return complaints.add(.fraction(value, at: path()))
            }
            paper.ballot.part = part
        case "at":
            guard let text = try text(&reader, at: path) else { return }
            paper.ballot.moment = Moment(text)
            if paper.ballot.moment == nil { complaints.add(.moment(text, at: path())) }
        case "reason": paper.ballot.reason = try words(&reader, at: path)
        case "objection":
            guard let text = try text(&reader, at: path) else { return }
            paper.ballot.objection = Objection.State(rawValue: text)
            if paper.ballot.objection == nil {
                complaints.add(.word(text, known: Objection.State.allCases.map(\.rawValue), at: path()))
            }
        case "id", "resolution", "recordedBy": try words(&reader, at: path)
        case _ where Self.votes.contains(key):
            paper.votes += 1
            try vote(key, &reader, &paper.ballot, position)
        default:
            complaints.add(.unknownKey(key, known: Self.ballotKeys, at: ["ballots", String(position)]))
            try reader.skip()
        }
    }

    private func texts(_ reader: inout JSONReader, at path: () -> [String]) throws(Problem) -> [String] {
        let value = try reader.whole()
        let texts = value.list?.compactMap(\.string) ?? []
        if texts.isEmpty || texts.count != value.list?.count {
            complaints.add(.kind(value, wanted: Text("een lijst van zetels", "a list of seats"), at: path()))
        }
        return texts
    }

    private func vote(
        _ key: String, _ reader: inout JSONReader, _ ballot: inout Ballot, _ position: Int
    ) throws(Problem) {
        switch key {
        case "cast": ballot.mark = try cast(&reader, position)
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

    private func cast(_ reader: inout JSONReader, _ position: Int) throws(Problem) -> BallotBox.Mark {
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
