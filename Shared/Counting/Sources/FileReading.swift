import Kernel

/// Reads a file entry by entry, so that a million ballots need no million values.
final class FileReading {
    var file = BallotFile()
    let complaints = Complaints()
    var optionIndexes: [String: UInt16] = [:]
    /// The last ballot that named each option, to notice one that is named twice.
    var named: [Int32] = []
    /// What the ballot holds that is being read: options, and points beside them.
    var places: [UInt16] = []
    var points: [Fraction] = []
    var nextSeat = -1
    var optionTable: OptionTable
    private var small: [String: Value] = [:]
    private var ballotsAt: Int?
    private var hasSeats = false
    private var hasOptions = false
    private var hasBallots = false
    private var ballotsAreRead = false

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { optionTable = OptionTable(bytes) }

    static func result(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<BallotFile, Refusal> {
        do throws(Refusal) { return .success(try read(bytes)) } catch { return .failure(error) }
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> BallotFile {
        guard bytes.count <= BallotFile.mostBytes else { throw .invalid([.fileLarge(bytes.count)]) }
        let reading = FileReading(bytes)
        reading.file.body.expect(min(bytes.count / 100, 1_000_000))
        do throws(Problem) {
            try JSONReader.read(bytes) { reader throws(Problem) in try reading.whole(&reader) }
        } catch { throw .invalid([error]) }
        reading.finish()
        try reading.complaints.refuse()
        FileCheck(file: reading.file, complaints: reading.complaints).check()
        try reading.complaints.refuse()
        return reading.file
    }

    private func whole(_ reader: inout JSONReader) throws(Problem) {
        guard reader.shape() == .map else {
            complaints.add(.kind(try reader.whole(), wanted: Text("een groep velden", "a group of fields"), at: []))
            return
        }
        try reader.entries { reader, key throws(Problem) in try self.entry(key, &reader) }
        guard let place = ballotsAt, !ballotsAreRead else { return }
        let end = reader.place
        reader.place = place
        try readBallots(&reader)
        reader.place = end
    }

    private func entry(_ key: String, _ reader: inout JSONReader) throws(Problem) {
        switch key {
        case "seats":
            hasSeats = true
            try list("seats", &reader, most: BallotFile.mostSeats) { reader, position throws(Problem) in
                try self.seat(&reader, position)
            }
        case "options":
            hasOptions = true
            options(try reader.whole())
        case "ballots":
            hasBallots = true
            ballotsAt = reader.place
            if hasSeats && hasOptions { try readBallots(&reader) } else { try reader.skip() }
        case _ where BallotFile.keys.contains(key): small[key] = try reader.whole()
        default:
            complaints.add(.unknownKey(key, known: BallotFile.keys, at: []))
            try reader.skip()
        }
    }

    private func readBallots(_ reader: inout JSONReader) throws(Problem) {
        ballotsAreRead = true
        named = Array(repeating: -1, count: file.options.count)
        optionTable.fill(file.options.map(\.id))
        try list("ballots", &reader, most: BallotFile.mostBallots) { reader, position throws(Problem) in
            try self.ballot(&reader, position)
        }
    }

    /// A list of objects.
    private func list(
        _ key: String, _ reader: inout JSONReader, most: Int,
        _ take: (inout JSONReader, Int) throws(Problem) -> Void
    ) throws(Problem) {
        guard reader.shape() == .list else {
            complaints.add(.kind(try reader.whole(), wanted: Text("een lijst", "a list"), at: [key]))
            return
        }
        var isTold = false
        try reader.items { reader, position throws(Problem) in
            if position >= most {
                if !isTold {
                    let what = key == "seats" ? Text("zetels", "seats") : Text("stembiljetten", "ballots")
                    self.complaints.add(.many(what, most: most, at: [key]))
                }
                isTold = true
                try reader.skip()
            } else if reader.shape() == .map {
                try take(&reader, position)
            } else {
                let value = try reader.whole()
                self.complaints.add(
                    .kind(value, wanted: Text("een groep velden", "a group of fields"), at: [key, String(position)]))
            }
        }
    }

    private func finish() {
        let entries = Entries(.map(small), at: [], known: BallotFile.keys, complaints)
        file.title = entries?.text("title") ?? Text()
        _ = entries?.text("note")
        _ = entries?.string("format")
        file.opens = entries?.moment("opens")
        file.closes = entries?.moment("closes")
        file.castingVote = entries?.string("castingVote")
        if let value = small["rule"] {
            file.rule = Rule(value, at: ["rule"], complaints)
        } else {
            complaints.add(
                .missingKey("rule", at: [], Text("Zeg hoe er geteld wordt.", "Say how ballots are counted.")))
        }
        if !hasSeats { complaints.add(.noSeats) }
        if !hasBallots {
            complaints.add(
                .missingKey(
                    "ballots", at: [],
                    Text("Geef een lijst, leeg als niemand stemde.", "Give a list, empty when nobody voted.")))
        }
        if file.options.count == 1, file.rule.method.isAboutProposals { file.box.chooseByCasting() }
        file.delegations = delegations(small["delegations"] ?? .null)
    }
}
