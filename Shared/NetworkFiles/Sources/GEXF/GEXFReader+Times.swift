import Kernel

extension GEXFReader {
    /// When the element that began last held, by its own attributes.
    func times() throws(Problem) -> [NetworkSpell] {
        if pull.attributes.isEmpty { return [] }
        if let intervals = try pull.attribute("intervals") { return try list(intervals, areMoments: false) }
        if let moments = try pull.attribute("timestamps") { return try list(moments, areMoments: true) }
        if let moment = try pull.attribute("timestamp") {
            let time = try time(moment)
            return time.map { [NetworkSpell($0, $0)] } ?? []
        }
        let isOpen = try pull.attribute("startopen", or: "endopen") != nil
        let start = try pull.attribute("start", or: "startopen")
        let end = try pull.attribute("end", or: "endopen")
        guard start != nil || end != nil else { return [] }
        if isOpen {
            assembly.remark(
                "loss.open-end",
                Text("dat een tijd zelf niet meetelt (open interval)", "that a time itself is left out (open interval)")
            )
        }
        let spell = NetworkSpell(
            try start.flatMap { text throws(Problem) in try time(text) },
            try end.flatMap { text throws(Problem) in try time(text) })
        return spell == NetworkSpell() ? [] : [spell]
    }

    /// `<[2001, 2003]; [2005, 2007]>`, or for moments `<[2001, 2003]>`
    private func list(_ text: String, areMoments: Bool) throws(Problem) -> [NetworkSpell] {
        let bare = text.filter { !"<>[]() ".contains($0) }
        var spells: [NetworkSpell] = []
        for part in bare.split(separator: ";") {
            let times = part.split(separator: ",").map(String.init)
            if areMoments {
                for written in times { if let time = try time(written) { spells.append(NetworkSpell(time, time)) } }
            } else if times.count == 2 {
                spells.append(NetworkSpell(try time(times[0]), try time(times[1])))
            } else {
                try assembly.report(.time(text, pull.place))
            }
        }
        return spells
    }

    /// Nil for what never begins or ends; told when it is no time.
    private func time(_ text: String) throws(Problem) -> String? {
        if ["", "-Infinity", "Infinity", "-INF", "INF"].contains(text) { return nil }
        guard NetworkTime(text) != nil else {
            try assembly.report(.time(text, pull.place))
            return nil
        }
        return text
    }
}
