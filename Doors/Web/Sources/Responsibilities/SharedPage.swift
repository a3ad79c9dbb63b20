import Ecosystems
import Hummingbird
import Kernel
import Markup
import Responsibilities

/// The Shared Responsibility Model: delivery models across, management layers down, parties by colour and abbreviation.
extension EcosystemVisit {
    func showShared() async throws -> Response { try await showShared(after: nil) }

    func showShared(after refused: RefusedForm?) async throws -> Response {
        let matrix = ResponsibilityMatrix(reader, on: dividedOn)
        let places = ResponsibilityPlaces(reader.library)
        let model = SharedResponsibility(matrix, places, all: mayDivide)
        let content: HTML =
            model.models.isEmpty
            ? "<p class=\"empty\">\(say("Er is nog niets per leveringsmodel verdeeld. Wie de regie heeft, kan dat hier doen.", "Nothing has been divided by delivery model yet. Who orchestrates can do so here."))</p>"
            : "\(dayChoice(.shared))\(abbreviationLegend(model))\(sharedTable(matrix, model, refused))"
        var page = responsibilityPage(
            .shared, say("Per leveringsmodel", "By delivery model"),
            lead: say(
                "Per manier van leveren en per beheerlaag welke partij het doet. Het driehoekje wijst aan wie eindverantwoordelijk is.",
                "For each way of delivering and each management layer which party does it. The triangle points out who is accountable."
            ), withoutResponsibilities(content))
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func abbreviationLegend(_ model: SharedResponsibility) -> HTML {
        let items: HTML = model.parties.html { "<li>\(chip($0, model, isFinal: false)) \(link(to: $0))</li>" }
        return """
            <ul class="part-legend">\(items)<li><span class="final" aria-hidden="true">▲</span> \(say("eindverantwoordelijk", "accountable"))</li></ul>
            """
    }

    private func sharedTable(
        _ matrix: ResponsibilityMatrix, _ model: SharedResponsibility, _ refused: RefusedForm?
    ) -> HTML {
        let head: HTML = model.models.html { "<th scope=\"col\">\(say($0.name))</th>" }
        let editing = refused?.sent.first("subject") ?? visit.query("subject")
        let rows: HTML = model.layers.html { layer in
            let cells: HTML = model.models.html { delivery in
                let cell = model.cell(delivery.id, layer.id)
                guard mayDivide, cell.subject.id == editing else { return "<td>\(sharedCell(cell, model))</td>" }
                return "<td id=\"cell\" class=\"edited\">\(sharedForm(matrix, cell, refused))</td>"
            }
            return "<tr><th scope=\"row\">\(say(layer.name))</th>\(cells)</tr>"
        }
        return """
            <div class="scroll"><table class="rasci srm"><caption class="hidden">\(say("Wie verantwoordelijk is per beheerlaag en leveringsmodel", "Who is responsible by management layer and delivery model"))</caption>
            <thead><tr><th scope="col">\(say("Beheerlaag", "Management layer"))</th>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func sharedCell(_ cell: SharedResponsibility.Cell, _ model: SharedResponsibility) -> HTML {
        let others = cell.responsible.filter { $0 != cell.final }
        let chips: HTML = ((cell.final.map { [$0] } ?? []) + others).html { chip($0, model, isFinal: $0 == cell.final) }
        guard mayDivide else { return cell.isEmpty ? "<span class=\"nothing\">–</span>" : chips }
        let words = say("\(name(of: cell.subject)): wijzig", "\(name(of: cell.subject)): change")
        let content: HTML = cell.isEmpty ? "<span class=\"nothing\" aria-hidden=\"true\">·</span>" : chips
        let path = Path.responsibilities(id, "shared").with([("subject", cell.subject.id), ("on", visit.query("on"))])
        return "<a href=\"\(path)#cell\" title=\"\(words)\">\(content)<span class=\"hidden\">\(words)</span></a>"
    }

    /// Who is in the cell already, each to be changed, and a form for one party.
    private func sharedForm(
        _ matrix: ResponsibilityMatrix, _ cell: SharedResponsibility.Cell, _ refused: RefusedForm?
    ) -> HTML {
        let named = visit.query("party")
        let party: ResponsibleParty? = named.isEmpty ? nil : ResponsibleParty(name: named)
        let others: HTML = matrix.shares(of: cell.subject).filter { $0.party != party }.html { share in
            let path = Path.responsibilities(id, "shared").with([
                ("subject", cell.subject.id), ("party", share.party.name),
            ])
            return "<li><a href=\"\(path)#cell\">\(name(of: share.party))</a> \(letters(share.parts))</li>"
        }
        let head: HTML = party.map { "<p><strong>\(name(of: $0))</strong></p>" } ?? ""
        return "<ul class=\"plain\">\(others)</ul>\(head)\(partForm(matrix, cell.subject, party, .shared, refused))"
    }

    private func chip(_ party: ResponsibleParty, _ model: SharedResponsibility, isFinal: Bool) -> HTML {
        let place = model.parties.firstIndex(of: party) ?? 0
        let short = abbreviations(model.parties)[place]
        let what = isFinal ? say("eindverantwoordelijk", "accountable") : say("voert uit", "responsible")
        let sign: HTML = isFinal ? "<span class=\"final\" aria-hidden=\"true\">▲</span>" : ""
        return
            "<span class=\"party-chip party-\(place % 8)\" title=\"\(name(of: party)): \(what)\">\(sign)\(short)<span class=\"hidden\"> \(name(of: party)), \(what)</span></span>"
    }

    /// Initials of each party, all different.
    private func abbreviations(_ parties: [ResponsibleParty]) -> [String] {
        var taken: Set<String> = []
        return parties.map { party in
            let words = name(of: party).split { !$0.isLetter && !$0.isNumber }
            let initials =
                words.count > 1
                ? words.prefix(3).compactMap(\.first).map(String.init).joined() : String(words.first?.prefix(2) ?? "?")
            let base = initials.uppercased()
            var candidate = base
            var number = 2
            while !taken.insert(candidate).inserted {
                candidate = "\(base)\(number)"
                number += 1
            }
            return candidate
        }
    }
}
