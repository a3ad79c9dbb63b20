extension GEXFWriter {
    func values(_ entries: [NetworkEntry], _ references: [String]) {
        if entries.isEmpty { return }
        sink.write("        <attvalues>\n")
        for entry in entries {
            if case .timed(let moments) = entry.value {
                for moment in moments { value(moment.value, references[entry.field], moment.spell) }
            } else {
                value(entry.value, references[entry.field], NetworkSpell())
            }
        }
        sink.write("        </attvalues>\n")
    }

    private func value(_ value: NetworkValue, _ reference: String, _ spell: NetworkSpell) {
        sink.write("          <attvalue")
        sink.attribute("for", reference)
        sink.attribute("value", Self.written(value))
        ends(spell)
        sink.write("/>\n")
    }

    func ends(_ spell: NetworkSpell) {
        if let start = spell.start { sink.attribute("start", start) }
        if let end = spell.end { sink.attribute("end", end) }
    }

    static func written(_ value: NetworkValue) -> String {
        if case .list(let items) = value { GEXFList.written(items) } else { value.shortest }
    }

    /// `<viz:color r="1" g="2" b="3"/>`
    func draw(_ name: String, _ value: NetworkValue) {
        sink.write("        <viz:\(name)")
        var written: Set<String> = []
        for part in value.shortest.split(separator: " ") {
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            let isKnown = halves.count == 2 && GEXFDrawing.attributes.contains(halves[0])
            if isKnown, written.insert(halves[0]).inserted { sink.attribute(halves[0], halves[1]) }
        }
        sink.write("/>\n")
    }
}
