import Kernel
import Markup
import NetworkMap

/// The form in which sectors stand on a rim and relations run between them as ribbons.
extension MapSheet {
    func flows(_ reading: MapReading) -> MapContent {
        let flows = reading.flows()
        var ends: [String: Int] = [:]
        for flow in flows.flows {
            ends[flow.from.id, default: 0] += flow.count
            if flow.from.id != flow.to.id { ends[flow.to.id, default: 0] += flow.count }
        }
        let groups = flows.sectors.map { sector in
            FlowGroup(
                id: sector.id, label: "\(say(sector.title)) (\(ends[sector.id] ?? 0))", sector: sector.id,
                href: address([("view", ""), ("sector", sector.id)]))
        }
        let ribbons = flows.flows.map { flow in
            Flow(from: flow.from.id, to: flow.to.id, count: flow.count, title: told(flow), href: address(of: flow))
        }
        let lead = sentence(flows)
        let drawing = ChordDrawing.render(groups: groups, flows: ribbons, texts: texts(lead))
        let legend: HTML = """
            <ul class="map-legend"><li>\(say("De breedte van een band: hoeveel relaties", "The breadth of a ribbon: how many relations"))</li>
            <li>\(say("De kleur: uit welke sector", "The colour: from which sector"))</li></ul>
            """
        return MapContent(
            lead: lead,
            html: figure(drawing, legend: legend)
                + table(say("Stromen als tabel", "Flows as a table"), flowTable(flows)))
    }

    private func sentence(_ flows: SectorFlows) -> String {
        guard let most = flows.flows.max(by: { $0.count < $1.count }) else {
            return say("Er lopen geen relaties tussen sectoren.", "No relations run between sectors.")
        }
        let begin = say("Hoeveel relaties er tussen sectoren lopen.", "How many relations run between sectors.")
        return begin + " " + say("De breedste stroom", "The broadest flow") + ": " + told(most) + "."
    }

    private func told(_ flow: SectorFlows.Flow) -> String {
        let (from, to) = (say(flow.from.title), say(flow.to.title))
        let ends = flow.from.id == flow.to.id ? say("binnen \(from)", "inside \(from)") : "\(from) → \(to)"
        let count = say.count(flow.count, Text("relatie", "relation"), Text("relaties", "relations"))
        guard flow.undirected > 0 else { return "\(ends): \(count)" }
        return "\(ends): \(count), "
            + say("waarvan \(flow.undirected) zonder richting", "\(flow.undirected) of them without direction")
    }

    /// The network of these two sectors.
    private func address(of flow: SectorFlows.Flow) -> String {
        let sectors = flow.from.id == flow.to.id ? [flow.from.id] : [flow.from.id, flow.to.id]
        return address([("view", "")] + sectors.map { ("sector", $0) })
    }

    private func flowTable(_ flows: SectorFlows) -> HTML {
        let columns = [say("Naar", "To"), say("Relaties", "Relations"), say("Zonder richting", "Without direction")]
        let rows: HTML = flows.flows.html { flow in
            """
            <tr><th scope="row">\(say(flow.from.title))</th><td data-label="\(columns[0])">\(say(flow.to.title))</td>\
            <td class="number" data-label="\(columns[1])"><a href="\(address(of: flow))">\(flow.count)</a></td>\
            <td class="number" data-label="\(columns[2])">\(flow.undirected)</td></tr>
            """
        }
        return inside.cards(say("Stromen", "Flows"), [say("Van", "From")] + columns, rows)
    }
}
