import Kernel
import Markup
import NetworkMap

/// The form without a drawing: everybody and every relation, sorted as asked by links.
extension MapSheet {
    func tables(_ reading: MapReading) throws(Refusal) -> MapContent {
        let (picture, groups) = (picture(reading), try reading.groups())
        let lead = say(picture.sentence)
        let relations = sorted(
            picture.relations,
            by: [
                ("from", { row in say(row.from.title) }), ("kind", { row in say(row.kind.title) }),
                ("to", { row in say(row.to.title) }),
            ])
        return MapContent(
            lead: lead,
            html: """
                \(exportLinks)<h2>\(say("Organisaties", "Organisations"))</h2>\(organisationTable(picture, groups))
                <h2 id="relations">\(say("Relaties", "Relations"))</h2>\(relationOrder)<div class="scroll">\(inside.relationTable(relations))</div>
                """)
    }

    private func organisationTable(_ picture: NetworkPicture, _ groups: MapGroups) -> HTML {
        let labels = [
            say("Organisatie", "Organisation"), say("Sector", "Sector"), say("Relaties", "Relations"),
            say("Groep", "Group"),
        ]
        let rows = sorted(
            picture.organisations,
            by: [("name", { row in say(row.name) }), ("sector", { row in say(row.sector.title) })],
            numbers: [("relations", \.relations), ("group", { groups.number(of: $0.id) ?? .max })])
        let body: HTML = rows.html { row in
            let group = groups.number(of: row.id)
            let link: HTML =
                group.map { "<a href=\"\(address([("group", "\($0)"), ("view", "groups")]))\">\($0)</a>" } ?? ""
            return """
                <tr><th scope="row"><a href="\(Path.organisation(id, row.id))">\(say(row.name))</a></th><td data-label="\(labels[1])">\(say(row.sector.title))</td>\
                <td class="number" data-label="\(labels[2])">\(row.relations)</td><td class="number" data-label="\(labels[3])">\(link)</td></tr>
                """
        }
        let heads: HTML = zip(["name", "sector", "relations", "group"], labels).map { head($0, $1) }.joined
        return """
            <div class="scroll"><table class="cards"><caption class="hidden">\(say("Organisaties", "Organisations"))</caption>\
            <thead><tr>\(heads)</tr></thead><tbody>\(body)</tbody></table></div>
            """
    }

    /// A heading that sorts by its column, and the other way round when it did already.
    private func head(_ key: String, _ label: String) -> HTML {
        let isChosen = choice["sort"] == key || (choice["sort"].isEmpty && key == "name")
        let isDown = choice["order"] == "down"
        let path = address([("sort", key), ("order", isChosen && !isDown ? "down" : "")])
        let state: HTML = isChosen ? " aria-sort=\"\(isDown ? "descending" : "ascending")\"" : ""
        let sign: HTML = isChosen ? " <span aria-hidden=\"true\">\(isDown ? "↓" : "↑")</span>" : ""
        return "<th scope=\"col\"\(state)><a href=\"\(path)\">\(label)\(sign)</a></th>"
    }

    private var relationOrder: HTML {
        let links: HTML = [
            ("from", say("van", "from")), ("kind", say("relatie", "relation")), ("to", say("naar", "to")),
        ].map { key, label -> HTML in
            let path = address([
                ("sort", key), ("order", choice["sort"] == key && choice["order"] != "down" ? "down" : ""),
            ])
            return choice["sort"] == key
                ? "<a href=\"\(path)#relations\" aria-current=\"true\">\(label) \(choice["order"] == "down" ? "↓" : "↑")</a>"
                : "<a href=\"\(path)#relations\">\(label)</a>"
        }.joined(separator: " · ")
        return "<p class=\"quiet\">\(say("Op volgorde van", "In the order of")): \(links)</p>"
    }

    /// By the key in the address, words as people sort them; what is equal keeps its order.
    private func sorted<Row>(
        _ rows: [Row], by words: [(key: String, word: (Row) -> String)],
        numbers: [(key: String, number: (Row) -> Int)] = []
    ) -> [Row] {
        let isDown = choice["order"] == "down"
        if let number = numbers.first(where: { $0.key == choice["sort"] })?.number {
            let keyed = rows.enumerated().map { ($0.offset, number($0.element), $0.element) }
            return keyed.sorted { isDown ? ($1.1, $0.0) < ($0.1, $1.0) : ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
        }
        guard let word = words.first(where: { $0.key == choice["sort"] })?.word ?? (isDown ? words.first?.word : nil)
        else {
            return rows
        }
        let keyed = rows.enumerated().map { ($0.offset, word($0.element).lowercased(), $0.element) }
        return keyed.sorted { isDown ? ($1.1, $0.0) < ($0.1, $1.0) : ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
    }
}
