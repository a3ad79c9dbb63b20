import Ecosystems
import Kernel
import Markup
import Responsibilities

/// The columns of a matrix: who has a part in what is shown, and who was chosen or is offered beside them.
struct MatrixColumns {
    private let visit: EcosystemVisit
    /// By name.
    let shown: [ResponsibleParty]
    /// Whether the visitor may change cells.
    let isEditable: Bool
    /// What the address says of rows, day and columns, so that a step does not lose it.
    let kept: [(String, String)]
    private let names: [ResponsibleParty: String]
    private let offered: OfferedParties
    private let held: Set<ResponsibleParty>
    private let stem: String

    /// While the division is not complete, who may divide is offered the parties that have a role. A choice of one's own replaces these.
    init(_ visit: EcosystemVisit, _ matrix: ResponsibilityMatrix, _ rows: [ResponsibilitySubject], isComplete: Bool) {
        self.visit = visit
        isEditable = visit.mayDivide
        offered = OfferedParties(visit.reader, on: matrix.day)
        held = Set(rows.flatMap { matrix.row($0).keys })
        let sent = visit.visit
        let chosen = sent.queries("with").filter { !$0.isEmpty }.map(ResponsibleParty.init(name:)).filter {
            visit.reader.state.table($0.kind)?.contains($0.id) == true
        }
        let isChosen = !sent.query("columns").isEmpty || !chosen.isEmpty
        var all = held.union(chosen)
        if !isChosen, isEditable, !isComplete { all.formUnion(offered.first) }
        let names = Dictionary(uniqueKeysWithValues: all.map { ($0, visit.name(of: $0)) })
        shown = all.sorted { ((names[$0] ?? "").lowercased(), $0) < ((names[$1] ?? "").lowercased(), $1) }
        self.names = names
        kept =
            [("from", sent.query("from")), ("on", sent.query("on")), ("columns", sent.query("columns"))]
            .filter { !$0.1.isEmpty } + chosen.map { ("with", $0.name) }
        stem = Path.responsibilities(visit.id).with(kept)
    }

    func name(of party: ResponsibleParty) -> String { names[party] ?? visit.name(of: party) }

    /// Where one cell is a form; ids are safe in an address.
    func address(of row: ResponsibilitySubject, _ column: ResponsibleParty) -> String {
        "\(stem)\(kept.isEmpty ? "?" : "&")subject=\(row.id)&party=\(column.name)"
    }

    /// No columns: nothing was divided, and nobody is here to divide it, or nobody to divide it over.
    var none: HTML {
        let say = visit.say
        let words =
            isEditable
            ? say("Kies hierboven over wie u verdeelt.", "Choose above over whom you divide.")
            : say("Wie de regie heeft, kan de verdeling maken.", "Who orchestrates can make the division.")
        return "<p class=\"empty\">\(words)</p>"
    }

    /// All parties with a box each; those with a part are always shown.
    var chooser: HTML {
        guard isEditable else { return "" }
        let say = visit.say
        func boxes(_ parties: [ResponsibleParty]) -> HTML {
            parties.map { ($0, visit.name(of: $0)) }
                .sorted { ($0.1.lowercased(), $0.0) < ($1.1.lowercased(), $1.0) }.html { party, name in
                    let isOn = shown.contains(party)
                    return """
                        <label class="box"><input type="checkbox" name="with" value="\(party.name)"\(if: isOn, " checked")\(if: held.contains(party), " disabled")> \(name)</label>
                        """
                }
        }
        func group(_ label: String, _ parties: [ResponsibleParty]) -> HTML {
            guard !parties.isEmpty else { return "" }
            return "<fieldset class=\"field columns-choice\"><legend>\(label)</legend>\(boxes(parties))</fieldset>"
        }
        let hidden: HTML = kept.filter { $0.0 != "with" && $0.0 != "columns" }.html {
            "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">"
        }
        let organisations = offered.others.filter { $0.kind != "bodies" }
        return """
            <details\(if: shown.isEmpty, " open")><summary>\(say("Kolommen kiezen", "Choose columns")) <span class="quiet">\(shown.count)</span></summary>
            <form method="get" action="\(Path.responsibilities(visit.id))">\(hidden)<input type="hidden" name="columns" value="own">
            <p class="help">\(say("Wie al een deel heeft, staat er altijd bij.", "Who has a part already is always shown."))</p>
            \(group(say("Met een rol", "With a role"), offered.first))\(group(say("Andere organisaties", "Other organisations"), organisations))\
            \(group(say("Organen", "Bodies"), offered.others.filter { $0.kind == "bodies" }))
            <button class="button quiet">\(say("Toon deze kolommen", "Show these columns"))</button></form></details>
            """
    }
}
