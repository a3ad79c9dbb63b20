import Ecosystems
import Kernel
import Markup
import NetworkMap

/// The map as tables, for who reads by ear, prints, or wants to copy.
extension EcosystemVisit {
    func mapTable(_ picture: NetworkPicture) -> HTML {
        let columns = [say("Sector", "Sector"), say("Relaties", "Relations")]
        let rows: HTML = picture.organisations.html { row in
            """
            <tr><th scope="row">\(partyLink(row.id, row.name))</th><td data-label="\(columns[0])">\(say(row.sector.title))</td>\
            <td class="number" data-label="\(columns[1])">\(row.relations)</td></tr>
            """
        }
        return """
            <details><summary>\(say("De kaart als tabel", "The map as a table"))</summary><div id="tabel" class="scroll">\(relationTable(picture))
            <h2>\(say("Organisaties", "Organisations"))</h2><table class="cards"><thead><tr><th scope="col">\(say("Organisatie", "Organisation"))</th><th scope="col">\(columns[0])</th>
            <th scope="col" class="number">\(columns[1])</th></tr></thead><tbody>\(rows)</tbody></table></div></details>\(crowds(picture))
            """
    }

    /// What ties so many at once that lines would hide the rest: told, not drawn.
    private func crowds(_ picture: NetworkPicture) -> HTML {
        guard !picture.crowds.isEmpty else { return "" }
        let items: HTML = picture.crowds.prefix(20).html { crowd in
            let link = ValueView(self).link(crowd.source.kind, crowd.source.id, as: say(crowd.about))
            return
                "<li>\(link): \(say("\(crowd.members.count) organisaties", "\(crowd.members.count) organisations"))</li>"
        }
        let most = EcosystemNetwork.largestCircle
        return """
            <p class="quiet">\(say("Dit verbindt meer dan \(most) organisaties tegelijk en geeft daarom geen lijnen:", "This ties more than \(most) organisations at once, and so gives no lines:"))</p><ul class="plain">\(items)</ul>
            """
    }

    func relationTable(_ picture: NetworkPicture) -> HTML { relationTable(picture.relations) }

    func relationTable(_ relations: [NetworkPicture.RelationRow]) -> HTML {
        let columns = [say("Relatie", "Relation"), say("Naar", "To"), say("Omschrijving", "Description")]
        let hasWords = relations.contains { !$0.description.isEmpty || $0.isDerived || $0.sides != TieSides() }
        let rows: HTML = relations.prefix(1_000).html { row in
            let path = Path.record(id, row.source.kind, row.source.id)
            let words: HTML = hasWords ? "<td data-label=\"\(columns[2])\">\(words(of: row))</td>" : ""
            return """
                <tr><th scope="row">\(partyLink(row.from.id, row.from.title))</th><td data-label="\(columns[0])"><a href="\(path)">\(say(row.kind.title))</a> \(row.isDirected ? "→" : "—")</td>\
                <td data-label="\(columns[1])">\(partyLink(row.to.id, row.to.title))</td>\(words)</tr>
                """
        }
        let head: HTML = ([say("Van", "From")] + columns.prefix(hasWords ? 3 : 2)).html {
            "<th scope=\"col\">\($0)</th>"
        }
        return """
            <table class="cards"><caption class="hidden">\(say("Relaties", "Relations"))</caption><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    /// What is said of it: the description, from what it follows, and how both sides see it.
    private func words(of row: NetworkPicture.RelationRow) -> String {
        var words = [say(row.description)]
        if row.isDerived, let kind = reader.catalogue.kind(row.source.kind) {
            words.append(say("volgt uit: ", "follows from: ") + say(kind.naming.label).lowercased())
        }
        if row.sides.isDisputed, let from = row.sides.from, let to = row.sides.to {
            words += ["\(say(row.from.title)): \(say(from.label))", "\(say(row.to.title)): \(say(to.label))"]
        } else if let quality = row.sides.agreed {
            words.append(say(quality.label))
        }
        return words.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func partyLink(_ party: String, _ title: Text) -> HTML {
        "<a href=\"\(Path.organisation(id, party))\">\(say(title))</a>"
    }
}
