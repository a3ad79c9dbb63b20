import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Gives the chosen part of a network its names, shapes and words.
struct MapPainter {
    let organisations: [Organisation]
    let ties: [PaintedTie]
    private let names: [ID<Organisation>: Text]
    let roles: MapRoles
    private let question: MapQuestion
    private let library: Library
    let language: Language

    init(
        _ network: MapNetwork, _ chosen: [Int], _ question: MapQuestion, _ reader: Reader, _ language: Language
    ) {
        (self.question, library, self.language) = (question, reader.library, language)
        organisations = chosen.compactMap { reader.record(Organisation.self, network.ids[$0]) }
            .sorted { bytesPrecede($0.id.rawValue, $1.id.rawValue) }
        names = Dictionary(organisations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var isChosen = [Bool](repeating: false, count: network.ids.count)
        for index in chosen { isChosen[index] = true }
        ties = network.pairs.indices.filter { isChosen[network.pairs[$0].0] && isChosen[network.pairs[$0].1] }
            .map { PaintedTie(network.ties[$0], network.network, reader) }
            .sorted { bytesPrecede($0.tie.id, $1.tie.id) }
        roles = MapRoles(of: Set(organisations.map(\.id.rawValue)), question, reader)
    }

    func nodes(_ link: (String) -> String) -> [DrawnNode] {
        organisations.map { organisation in
            let id = organisation.id.rawValue
            let facts = [organisation.name, sectorName(organisation.sector)] + roles.names(of: id)
            return DrawnNode(
                id: id, label: organisation.name.shown(language), sector: organisation.sector,
                shape: shape(of: organisation), href: link(id),
                title: facts.map { $0.shown(language) }.joined(separator: ", "))
        }
    }

    private func shape(of organisation: Organisation) -> NodeShape {
        question.shape == .role ? roles.shape(of: organisation.id.rawValue) : sectorShape(organisation.sector)
    }

    private func sectorShape(_ id: String) -> NodeShape {
        library.sector(id).flatMap { NodeShape(rawValue: $0.shape.rawValue) } ?? .ring
    }

    func sectorName(_ id: String) -> Text { library.sector(id)?.name ?? Text(same: id) }

    func kindName(_ id: String) -> Text { library.relationKind(id)?.name ?? Text(same: id) }

    func name(_ id: String) -> Text { names[ID(id)] ?? Text(same: id) }
}

extension MapPainter {
    /// What follows from other records is a line only where no relation runs, and one for each two: there it says something new. The table has all.
    var edges: [DrawnEdge] {
        let recorded = ties.filter { !$0.tie.isDerived }
        let known = Set(recorded.map(\.pair))
        let derived = Dictionary(grouping: ties.filter { $0.tie.isDerived && !known.contains($0.pair) }, by: \.pair)
        let lines = recorded.map { line in
            DrawnEdge(
                id: line.tie.id, from: line.from, to: line.to, kind: line.tie.kind, directed: line.tie.isDirected,
                label: label(of: line), weight: line.tie.weight ?? 1)
        }
        return lines + derived.values.compactMap(derivedEdge).sorted { bytesPrecede($0.id, $1.id) }
    }

    /// With an arrowhead only where all go the same way.
    private func derivedEdge(_ lines: [PaintedTie]) -> DrawnEdge? {
        guard let first = lines.first else { return nil }
        let goesOneWay = lines.allSatisfy { $0.tie.isDirected && $0.from == first.from }
        return DrawnEdge(
            id: first.tie.id, from: first.from, to: first.to, kind: first.tie.kind, directed: goesOneWay,
            label: lines.prefix(3).map(label).joined(separator: "; ") + (lines.count > 3 ? "; …" : ""), derived: true)
    }

    private func label(of line: PaintedTie) -> String {
        let (from, to) = (name(line.from).shown(language), name(line.to).shown(language))
        let ends = "\(from) \(line.tie.isDirected ? "→" : "↔") \(to)"
        let words = [kindName(line.tie.kind), line.about].map { $0.shown(language) }.filter { !$0.isEmpty }
        return "\(ends): \(words.joined(separator: ", "))"
    }

    var legend: [LegendEntry] {
        let recorded = ties.filter { !$0.tie.isDerived }
        let lines = inOrder(Set(recorded.map(\.tie.kind)), .relationKind).map { kind in
            LegendEntry.line(kind: kind, pattern: pattern(of: kind), text: kindName(kind).shown(language))
        }
        let derived: [LegendEntry] =
            edges.contains(where: \.derived) ? [.derived(text: Self.derived.shown(language))] : []
        return (question.shape == .role ? roleLegend : sectorLegend) + lines + derived
    }

    private static let derived = Text("volgt alleen uit andere gegevens", "only follows from other records")

    /// The place of a kind in the library, so that a line means the same on every map.
    private func pattern(of kind: String) -> Int {
        library.choices(for: .relationKind).firstIndex { $0.id == kind } ?? 0
    }

    private var sectors: [String] { inOrder(Set(organisations.map(\.sector)), .sector) }

    private var sectorLegend: [LegendEntry] {
        guard !sectors.isEmpty else { return [] }
        let note = Text("Kleur en vorm: sector", "Colour and shape: sector").shown(language)
        return [.note(text: note)]
            + sectors.map { .node(shape: sectorShape($0), sector: $0, text: sectorName($0).shown(language)) }
    }

    private var roleLegend: [LegendEntry] {
        let (colour, shape) = language == .nl ? ("kleur", "vorm") : ("colour", "shape")
        let colours = sectors.map { sector in
            LegendEntry.node(
                shape: .circle, sector: sector, text: "\(colour): \(sectorName(sector).shown(language))")
        }
        return colours
            + roles.legend(for: organisations.map(\.id.rawValue)).map {
                .node(shape: $0.shape, sector: "", text: "\(shape): \($0.text.shown(language))")
            }
    }

    /// In the order of the library; names that it does not have come last.
    private func inOrder(_ names: Set<String>, _ entry: FieldShape.MethodEntry) -> [String] {
        let known = library.choices(for: entry).map(\.id).filter(names.contains)
        return known + names.subtracting(known).sorted(by: bytesPrecede)
    }
}
