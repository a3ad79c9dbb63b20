import Kernel

extension FileReading {
    func options(_ value: Value) {
        guard let list = value.list else {
            return complaints.add(.kind(value, wanted: Text("een lijst", "a list"), at: ["options"]))
        }
        guard list.count <= BallotFile.mostOptions else {
            return complaints.add(.many(Text("opties", "options"), most: BallotFile.mostOptions, at: ["options"]))
        }
        for (position, item) in list.enumerated() {
            let path = ["options", String(position)]
            guard let option = option(item, at: path) else { continue }
            guard !["abstain", "blank", "notVoted", "total"].contains(option.id) else {
                complaints.add(.reservedOption(option.id, at: path))
                continue
            }
            guard optionIndexes.updateValue(UInt16(file.options.count), forKey: option.id) == nil else {
                complaints.add(.optionTwice(option.id, at: path))
                continue
            }
            file.options.append(option)
        }
    }

    private func option(_ value: Value, at path: [String]) -> BallotOption? {
        if let id = value.string, !id.isEmpty { return BallotOption(id: id) }
        guard let entries = Entries(value, at: path, known: ["id", "name", "meaning"], complaints) else { return nil }
        guard let id = entries.string("id") else {
            complaints.add(.missingKey("id", at: path, Text("Geef elke optie een id.", "Give every option an id.")))
            return nil
        }
        _ = entries.text("meaning")
        return BallotOption(id: id, name: entries.text("name"))
    }

    func delegations(_ value: Value) -> [Delegation] {
        guard !value.isNull else { return [] }
        guard let list = value.list else {
            complaints.add(.kind(value, wanted: Text("een lijst", "a list"), at: ["delegations"]))
            return []
        }
        return list.enumerated().compactMap { position, item in
            let path = ["delegations", String(position)]
            guard let entries = Entries(item, at: path, known: ["from", "to"], complaints) else { return nil }
            let ends = ["from", "to"].compactMap { key -> Int? in
                guard let id = entries.string(key) else {
                    complaints.add(.missingKey(key, at: path, Text("Noem een zetel.", "Name a seat.")))
                    return nil
                }
                guard let seat = file.body.index(of: id) else {
                    complaints.add(.noSeat(id, at: path + [key]))
                    return nil
                }
                return seat
            }
            return ends.count == 2 ? Delegation(from: ends[0], to: ends[1]) : nil
        }
    }
}
