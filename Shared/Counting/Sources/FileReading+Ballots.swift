import Kernel

extension FileReading {
    static let ballotKeys = [
        "id", "seat", "seats", "cast", "choice", "choices", "ranking", "scores", "dots", "weight", "by", "at", "reason",
        "objection", "resolution", "recordedBy",
    ]
    static let votes = ["cast", "choice", "choices", "ranking", "scores", "dots"]

    func ballot(_ reader: inout JSONReader, _ position: Int) throws(Problem) {
        var paper = Paper()
        places.removeAll(keepingCapacity: true)
        points.removeAll(keepingCapacity: true)
        try reader.entries { reader, key throws(Problem) in
            try self.ballotEntry(key, &reader, &paper, position)
        }
        let path = { ["ballots", String(position)] }
        if !settle(&paper) { complaints.add(.votes(paper.votes, known: Self.votes, at: path())) }
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

    /// One vote on a ballot. Beside it “for” says nothing more; “against” the only option is a vote against it.
    private func settle(_ paper: inout Paper) -> Bool {
        guard let cast = paper.cast else { return paper.votes == 1 }
        if paper.votes == 1 {
            paper.ballot.mark = cast
            return true
        }
        guard paper.votes == 2, cast != .yes else { return paper.votes == 2 }
        guard cast == .no, paper.ballot.mark == .choices, file.options.count == 1 else { return false }
        paper.ballot.mark = .no
        places.removeAll(keepingCapacity: true)
        return true
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
        var cast: BallotBox.Mark?
        var ballot = Ballot()
    }

    private func ballotEntry(
        _ key: String, _ reader: inout JSONReader, _ paper: inout Paper, _ position: Int
    ) throws(Problem) {
        let path = { ["ballots", String(position), key] }
        // Null is the same as leaving the key out.
        if reader.shape() == .null, Self.ballotKeys.contains(key) { return try reader.skip() }
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
        case "cast":
            paper.votes += 1
            paper.cast = try cast(&reader, position)
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
}
