import Kernel
import Markup
import NetworkMap

/// The forms in which organisations are nodes: by springs, in groups, and in rings.
extension MapSheet {
    func network(_ reading: MapReading) -> MapContent {
        let picture = picture(reading)
        let lead = say(picture.sentence)
        return MapContent(
            lead: lead, html: drawn(picture, .springs, lead: lead) + inside.mapTable(picture))
    }

    func grouped(_ reading: MapReading) throws(Refusal) -> MapContent {
        let (picture, groups) = (picture(reading), try reading.groups())
        let bands = groups.groups.map { group in
            NodeBand(
                title: "\(say(group.title)) (\(group.members.count))", members: group.members,
                href: address([("group", "\(group.number)")]))
        }
        let lead = groupSentence(groups) + left(picture)
        return MapContent(
            lead: lead,
            html: drawn(picture, .groups(bands), lead: lead) + table(say("Groepen", "Groups"), groupTable(groups))
                + inside.mapTable(picture))
    }

    func rings(_ reading: MapReading) throws(Refusal) -> MapContent {
        let importance = MapImportance(rawValue: choice["by"]) ?? .partners
        let (picture, bands) = (picture(reading), try reading.rings(by: importance, say.language))
        let lead =
            switch importance {
            case .partners:
                say("Hoe dichter bij het midden, hoe meer partners.", "The nearer the middle, the more partners.")
            case .between:
                say(
                    "Hoe dichter bij het midden, hoe meer kortste wegen tussen anderen via die organisatie lopen.",
                    "The nearer the middle, the more shortest ways between others run through that organisation.")
            }
        let told = lead + " " + say(picture.sentence)
        return MapContent(
            lead: told,
            html: drawn(picture, .rings(bands), lead: told)
                + table(say("Ringen", "Rings"), bandTable(bands, picture, say("Ring", "Ring")))
                + inside.mapTable(picture))
    }

    func roleRings(_ reading: MapReading) -> MapContent {
        let picture = picture(reading)
        let bands = reading.roleRings(picture.nodes.map(\.id), say.language)
        let lead =
            say(
                "In het midden wie regie voert, daaromheen de andere rollen; buiten staat wie nog geen rol heeft.",
                "In the middle who directs, around it the other roles; outside stand those without a role.")
            + left(picture)
        return MapContent(
            lead: lead,
            html: drawn(picture, .rings(bands), lead: lead)
                + table(say("Rollen", "Roles"), bandTable(bands, picture, say("Rol", "Role")))
                + inside.mapTable(picture))
    }

    private func drawn(_ picture: NetworkPicture, _ arrangement: Arrangement, lead: String) -> HTML {
        figure(
            MapRenderer.render(
                nodes: picture.nodes, edges: picture.edges,
                options: MapOptions(
                    width: width(of: picture), focus: question.focus, legend: picture.legend, texts: texts(lead),
                    arrangement: arrangement)))
    }

    /// A small network is drawn small, so that a phone shows it large enough to read.
    private func width(of picture: NetworkPicture) -> Double {
        picture.nodes.count <= 12 ? 520 : picture.nodes.count <= 24 ? 760 : 1080
    }

    /// How many are not on the drawing, as a sentence to follow another.
    func left(_ picture: NetworkPicture) -> String {
        picture.leftOut == 0
            ? ""
            : " "
                + say(
                    "Nog \(picture.leftOut) organisaties passen er niet op.",
                    "Another \(picture.leftOut) organisations do not fit.")
    }
}

extension MapSheet {
    func groupSentence(_ groups: MapGroups) -> String {
        guard let largest = groups.groups.first else {
            return say(
                "Er zijn geen groepen: niemand is aan een ander verbonden.",
                "There are no groups: nobody is tied to another.")
        }
        let alone =
            groups.alone == 0
            ? ""
            : " " + say("\(groups.alone) horen bij geen groep.", "\(groups.alone) belong to no group.")
        if groups.groups.count == 1 {
            return say("Iedereen met een relatie hoort bij één groep.", "All who are tied belong to one group.") + alone
        }
        return say(
            "\(groups.groups.count) groepen van organisaties die meer met elkaar hebben dan met de rest; de grootste telt \(largest.members.count) organisaties.",
            "\(groups.groups.count) groups of organisations that have more to do with each other than with the rest; the largest has \(largest.members.count)."
        ) + alone
    }

    /// Groups with what runs inside and between them.
    func groupTable(_ groups: MapGroups) -> HTML {
        let columns = [
            say("Organisaties", "Organisations"), say("Meest", "Mostly"),
            say("Verbonden paren binnen", "Tied pairs inside"),
            say("Met andere groepen", "With other groups"),
        ]
        var outside: [Int: [String]] = [:]
        for link in groups.links {
            outside[link.from, default: []].append("\(link.to): \(link.count)")
            outside[link.to, default: []].append("\(link.from): \(link.count)")
        }
        let rows: HTML = groups.groups.prefix(200).html { group in
            let sector = say(reader.library.sector(group.sector)?.name ?? Text(same: group.sector))
            return """
                <tr><th scope="row"><a href="\(address([("group", "\(group.number)")]))">\(say(group.title))</a></th>\
                <td class="number" data-label="\(columns[0])">\(group.members.count)</td>\
                <td data-label="\(columns[1])">\(sector) (\(group.sectorCount))</td>\
                <td class="number" data-label="\(columns[2])">\(group.inside)</td>\
                <td data-label="\(columns[3])">\((outside[group.number] ?? []).prefix(12).joined(separator: "; "))</td></tr>
                """
        }
        return inside.cards(say("Groepen", "Groups"), [say("Groep", "Group")] + columns, rows)
    }

    /// Who stands in which ring.
    private func bandTable(_ bands: [NodeBand], _ picture: NetworkPicture, _ head: String) -> HTML {
        let names = Dictionary(picture.organisations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let label = say("Organisaties", "Organisations")
        let rows: HTML = bands.filter { !$0.members.isEmpty }.html { band in
            let members: HTML = band.members.compactMap { member in names[member].map { (member, $0) } }.map {
                "<a href=\"\(Path.organisation(id, $0.0))\">\(say($0.1))</a>" as HTML
            }.joined(separator: ", ")
            return "<tr><th scope=\"row\">\(band.title)</th><td data-label=\"\(label)\">\(members)</td></tr>"
        }
        return inside.cards(head, [head, label], rows)
    }
}
