import Kernel

extension GEXFReader {
    /// Colour, size, place and shape, each kept as text.
    mutating func drawing(_ entries: inout [NetworkEntry], _ ofNodes: Bool) throws(Problem) {
        let name = "viz:\(pull.localName)"
        var parts: [String] = []
        for attribute in pull.attributes {
            let key = String(decoding: pull.window.slice(attribute.name), as: UTF8.self)
            if !key.hasPrefix("xmlns") { parts.append("\(key)=\(try pull.text(of: attribute))") }
        }
        let field = ownField(name, ofNodes: ofNodes)
        entries.append(NetworkEntry(field, .text(parts.joined(separator: " "))))
        try pull.skip()
    }

    /// `<attvalue for="0" value="…" start="…" end="…"/>`
    func entry(_ entries: inout [NetworkEntry], _ ofNodes: Bool) throws(Problem) {
        let place = pull.place
        let reference = try pull.attribute("for", or: "id") ?? ""
        guard let index = (ofNodes ? fieldsOfNodes : fieldsOfEdges).known(reference) else {
            try assembly.report(undeclared(reference, place))
            return try pull.skip()
        }
        let field = (ofNodes ? assembly.file.nodeFields : assembly.file.edgeFields)[index]
        let text = try pull.attribute("value") ?? ""
        let spells = try times()
        try pull.skip()
        guard let value = try value(text, field, place) else { return }
        let known = entries.firstIndex { $0.field == index }
        if field.isTimed {
            let moment = NetworkMoment(spells.first ?? NetworkSpell(), value)
            guard let known else { return entries.append(NetworkEntry(index, .timed([moment]))) }
            entries[known].value.append(moment)
        } else if known != nil || !spells.isEmpty {
            try assembly.report(unexpectedTime(field.title, place))
        } else {
            entries.append(NetworkEntry(index, value))
        }
    }

    private func undeclared(_ reference: String, _ place: Place) -> Problem {
        Problem(
            "gexf.attribute", in: place,
            Text(
                "het attribuut “\(reference.inShort)” is niet verklaard.",
                "the attribute “\(reference.inShort)” is not declared."),
            mend: Text("Verklaar het in attributes.", "Declare it in attributes."))
    }

    private func unexpectedTime(_ title: String, _ place: Place) -> Problem {
        Problem(
            "gexf.static", in: place,
            Text(
                "“\(title.inShort)” heeft hier een tijd of een tweede waarde, maar is niet als veranderlijk verklaard.",
                "“\(title.inShort)” has a time or a second value here, but is not declared as changing."),
            mend: Text("Verklaar het met mode=\"dynamic\".", "Declare it with mode=\"dynamic\"."))
    }

    func noEnd(_ name: StaticString, _ place: Place) -> Problem {
        Problem(
            "gexf.edge", in: place, Text("deze edge heeft geen \(name).", "this edge has no \(name)."),
            mend: Text("Noem de id van een knoop.", "Name the id of a node."))
    }
}

extension NetworkValue {
    /// Adds a moment to a value that changes. The list is never there twice, so that a long one is not copied each time.
    fileprivate mutating func append(_ moment: NetworkMoment) {
        guard case .timed(var moments) = self else { return }
        self = .flag(false)
        moments.append(moment)
        self = .timed(moments)
    }
}
