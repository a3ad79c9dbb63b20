import Kernel

extension NetworkFile {
    /// What a format cannot hold of this network, or holds in a form of its own that only we read back (`kept.…`); in a fixed order.
    package func remarks(in format: NetworkFormat) -> [NetworkRemark] {
        var remarks: [NetworkRemark] = []
        func add(_ rule: String, _ count: Int, _ nl: String, _ en: String) {
            if count > 0 { remarks.append(NetworkRemark(rule, count, Text(nl, en))) }
        }
        let fields = nodeFields + edgeFields
        let spells = nodes.count { !$0.spells.isEmpty } + edges.count { !$0.spells.isEmpty }
        let timed = fields.count(where: \.isTimed)
        let lists = fields.count { $0.type == .list && !$0.isTimed }
        let mutual = edges.count { $0.direction == .mutual }
        if format == .csv || format == .kumu {
            add("loss.name", name.isEmpty ? 0 : 1, "de naam van het netwerk", "the name of the network")
            add("loss.default", fields.count { $0.standard != nil }, "standaardwaarden", "default values")
        }
        if format != .gexf {
            add("loss.options", fields.count { !$0.options.isEmpty }, "keuzelijsten van velden", "choices of fields")
            add("kept.spells", spells, "tijden, als tekst in “spells”", "times, as text in “spells”")
            add("kept.timed", timed, "velden die veranderen, als tekst", "fields that change, as text")
        }
        if format == .kumu {
            add("loss.field", unusedFields, "velden die nergens zijn ingevuld", "fields that nothing fills")
        }
        if format == .csv || format == .graphML { add("kept.list", lists, "lijsten, als tekst", "lists, as text") }
        if format == .graphML {
            add(
                "kept.mutual", mutual, "wederzijdse verbindingen, als eigen gegeven", "mutual edges, as data of our own"
            )
        }
        if format == .gexf {
            add(
                "kept.parallel", counts.duplicates, "gelijke verbindingen; Gephi voegt ze samen",
                "equal edges; Gephi merges them")
            add("kept.times", mixesTimes ? 1 : 0, "tijden in twee vormen door elkaar", "times in two forms at once")
        }
        if format.isXML {
            add(
                "loss.character", unwritable, "stuurtekens, vervangen door U+FFFD",
                "control characters, replaced by U+FFFD")
        }
        return remarks
    }

    private var unusedFields: Int {
        Self.unused(nodeFields.count, nodes.lazy.map(\.entries))
            + Self.unused(edgeFields.count, edges.lazy.map(\.entries))
    }

    private static func unused(_ count: Int, _ entries: some Sequence<[NetworkEntry]>) -> Int {
        var used = [Bool](repeating: false, count: count)
        for list in entries { for entry in list { used[entry.field] = true } }
        return used.count { !$0 }
    }

    /// Characters that XML has no place for.
    private var unwritable: Int {
        var count = XMLText.unwritable(name)
        for field in nodeFields + edgeFields {
            count += XMLText.unwritable(field.title) + XMLText.unwritable(field.options)
            if let standard = field.standard { count += XMLText.unwritable(standard.shortest) }
        }
        for node in nodes {
            count += XMLText.unwritable(node.label)
            for entry in node.entries { count += XMLText.unwritable(entry.value.shortest) }
        }
        for edge in edges {
            count += XMLText.unwritable(edge.label) + XMLText.unwritable(edge.kind)
            for entry in edge.entries { count += XMLText.unwritable(entry.value.shortest) }
        }
        return count
    }
}
