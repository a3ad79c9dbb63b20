import Kernel

extension NetworkFile {
    /// What a format cannot hold of this network, or holds in a form of its own that only we read back (`kept.…`); in a fixed order.
    package func remarks(in format: NetworkFormat) -> [NetworkRemark] {
        let all = format.isXML ? remarksInXML(format) : remarksAsText(format)
        return all.filter { $0.count > 0 }
    }

    private func remarksAsText(_ format: NetworkFormat) -> [NetworkRemark] {
        let fields = nodeFields + edgeFields
        let lists = fields.count { $0.type == .list && !$0.isTimed }
        return [
            NetworkRemark(
                "loss.name", name.isEmpty ? 0 : 1, Text("de naam van het netwerk", "the name of the network")),
            NetworkRemark(
                "loss.default", fields.count { $0.standard != nil }, Text("standaardwaarden", "default values")),
            NetworkRemark(
                "loss.field", format == .kumu ? unusedFields : 0,
                Text("velden die nergens zijn ingevuld", "fields that nothing fills")),
            Self.keptList(format == .csv ? lists : 0),
        ] + remarksOnTimes
    }

    private func remarksInXML(_ format: NetworkFormat) -> [NetworkRemark] {
        let character = NetworkRemark(
            "loss.character", unwritable,
            Text("stuurtekens, vervangen door U+FFFD", "control characters, replaced by U+FFFD"))
        if format == .gexf {
            return [
                NetworkRemark(
                    "kept.parallel", counts.duplicates,
                    Text("gelijke verbindingen; Gephi voegt ze samen", "equal edges; Gephi merges them")),
                NetworkRemark(
                    "kept.times", mixesTimes ? 1 : 0,
                    Text("tijden in twee vormen door elkaar", "times in two forms at once")), character,
            ]
        }
        let mutual = NetworkRemark(
            "kept.mutual", edges.count { $0.direction == .mutual },
            Text("wederzijdse verbindingen, als eigen gegeven", "mutual edges, as data of our own"))
        let lists = (nodeFields + edgeFields).count { $0.type == .list && !$0.isTimed }
        return [Self.keptList(lists), mutual] + remarksOnTimes + [character]
    }

    private static func keptList(_ count: Int) -> NetworkRemark {
        NetworkRemark("kept.list", count, Text("lijsten, als tekst", "lists, as text"))
    }

    /// Of formats that have no place for times.
    private var remarksOnTimes: [NetworkRemark] {
        let fields = nodeFields + edgeFields
        let spells = nodes.count { !$0.spells.isEmpty } + edges.count { !$0.spells.isEmpty }
        return [
            NetworkRemark(
                "loss.options", fields.count { !$0.options.isEmpty },
                Text("keuzelijsten van velden", "choices of fields")
            ),
            NetworkRemark("kept.spells", spells, Text("tijden, als tekst in “spells”", "times, as text in “spells”")),
            NetworkRemark(
                "kept.timed", fields.count(where: \.isTimed),
                Text("velden die veranderen, als tekst", "fields that change, as text")),
        ]
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
