import Kernel

extension Rule {
    static let keys = [
        "method", "threshold", "reached", "base", "abstentions", "blank", "count", "quorum", "tie", "chair",
        "statusQuo",
        "lot", "proxies", "split", "changeable", "majorities", "places", "scale", "missing", "dots", "standAsides",
    ]

    /// What a file says about the rule; what is wrong with its form goes to the complaints.
    init(_ value: Value, at path: [String], _ complaints: Complaints) {
        self.init()
        guard let entries = Entries(value, at: path, known: Rule.keys, complaints) else { return }
        if entries.has("method") {
            method = entries.word("method", Method.self) ?? .majority
        } else {
            complaints.add(
                .missingKey(
                    "method", at: path,
                    Text("Noem de methode, zoals “majority”.", "Name the method, such as “majority”.")))
        }
        readShares(entries)
        readVoting(entries)
        readScoring(entries)
        quorum = entries.has("quorum") ? Quorum(entries["quorum"], at: entries.place("quorum"), complaints) : nil
        lot = entries.has("lot") ? LotSource(entries["lot"], at: entries.place("lot"), complaints) : nil
        majorities = Rule.majorities(entries, complaints)
    }

    private mutating func readShares(_ entries: Entries) {
        threshold = entries.fraction("threshold")
        reached = entries.word("reached", Reached.self)
        base = entries.word("base", Base.self)
        countsAbstentions = entries.word("abstentions", Counted.self) == .counted
        countsBlank = entries.word("blank", Counted.self) == .counted
        countsWeight = entries.word("count", CountedBy.self) != .seats
        standAsides = entries.fraction("standAsides")
    }

    private mutating func readVoting(_ entries: Entries) {
        tie = entries.word("tie", TieRule.self)
        chair = entries.string("chair")
        statusQuo = entries.string("statusQuo")
        maySplit = entries.flag("split") ?? true
        isChangeable = entries.flag("changeable") ?? false
        places = entries.whole("places", 1...BallotFile.mostOptions) ?? 1
        mostProxies = entries.inside("proxies", known: ["most"])?.whole("most", 0...1_000_000)
    }

    private mutating func readScoring(_ entries: Entries) {
        let scale = entries.inside("scale", known: ["lowest", "highest"])
        lowestScore = scale?.fraction("lowest")
        highestScore = scale?.fraction("highest")
        scoring = entries.word("missing", Missing.self) == .excluded ? .mean : .total
        let given = entries.inside("dots", known: ["each", "perOption"])
        dots = given?.whole("each", 1...1_000_000)
        dotsPerOption = given?.whole("perOption", 1...1_000_000)
    }

    private static func majorities(_ entries: Entries, _ complaints: Complaints) -> [Majority] {
        guard entries.has("majorities") else { return [] }
        guard let list = entries["majorities"].list, list.count <= 1000 else {
            complaints.add(
                .kind(entries["majorities"], wanted: Text("een lijst", "a list"), at: entries.place("majorities")))
            return []
        }
        return list.enumerated().compactMap {
            Majority($1, at: entries.place("majorities") + [String($0)], complaints)
        }
    }

    private enum Counted: String, CaseIterable { case excluded, counted }
    private enum CountedBy: String, CaseIterable { case weight, seats }
    private enum Missing: String, CaseIterable { case zero, excluded }
    fileprivate enum CountedFrom: String, CaseIterable { case voted, present }
    fileprivate enum Measured: String, CaseIterable { case weight, seats }
}

extension Entries {
    /// The object under a key; nil when it is absent or no object.
    func inside(_ key: String, known: [String]) -> Entries? {
        has(key) ? under(key, known: known) : nil
    }
}

extension Rule.Quorum {
    init?(_ value: Value, at path: [String], _ complaints: Complaints) {
        let known = ["of", "fraction", "number", "reached", "counts", "within"]
        guard let entries = Entries(value, at: path, known: known, complaints) else { return nil }
        self.init()
        of = entries.word("of", Measure.self) ?? .seats
        fraction = entries.fraction("fraction")
        number = entries.whole("number", 1...1_000_000_000_000)
        reached = entries.word("reached", Rule.Reached.self) ?? .atLeast
        countsPresent = entries.word("counts", Rule.CountedFrom.self) == .present
        within = entries.fraction("within")
        if entries.has("fraction") == entries.has("number") {
            complaints.add(
                .missingKey(
                    "fraction", at: path,
                    Text("Geef “fraction” of “number”, één van beide.", "Give “fraction” or “number”, one of the two."))
            )
        }
    }
}

extension Rule.LotSource {
    init?(_ value: Value, at path: [String], _ complaints: Complaints) {
        guard let entries = Entries(value, at: path, known: ["seed", "source", "published", "drawn"], complaints) else {
            return nil
        }
        self.init()
        seed = entries.string("seed") ?? ""
        source = entries.text("source")
        published = entries.moment("published")
        drawn = entries.moment("drawn")
    }
}

extension Rule.Majority {
    init?(_ value: Value, at path: [String], _ complaints: Complaints) {
        let known = ["group", "count", "threshold", "reached", "base"]
        guard let entries = Entries(value, at: path, known: known, complaints) else { return nil }
        self.init()
        group = entries.string("group")
        countsWeight = entries.word("count", Rule.Measured.self) != .seats
        threshold = entries.fraction("threshold") ?? .half
        reached = entries.word("reached", Rule.Reached.self) ?? (threshold > .half ? .atLeast : .moreThan)
        base = entries.word("base", Rule.Base.self) ?? .cast
    }
}
