import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// Changing one row of the matrix where it stands: letters for each body as boxes to tick.
extension EcosystemVisit {
    func rightForm(_ row: DecisionRights.Row, _ matrix: DecisionRights, _ refused: RefusedForm?) -> HTML {
        let record = row.right.id.rawValue
        guard mayChange("decisionRights", record) else { return "" }
        let name = "right-\(record)"
        let version = reader.state.table("decisionRights")?.version(of: record) ?? 0
        let head: HTML = RightShare.Right.allCases.html {
            "<th scope=\"col\"><abbr title=\"\(say($0.label))\">\(say($0.letter))</abbr></th>"
        }
        let rows: HTML = matrix.bodies.indices.html { column in
            let body = matrix.bodies[column]
            let cells: HTML = RightShare.Right.allCases.html { right in
                box(body, right, row.cells[column].shares, refused, in: name)
            }
            return "<tr><th scope=\"row\">\(say(body.name))</th>\(cells)</tr>"
        }
        let all = Path.editRecord(id, "decisionRights", record).with([("back", Path.governancePart(id, "rights").url)])
        return """
            <details\(if: refused.isAbout(name), " open")><summary>\(say("Wijzig", "Change"))</summary>\(troubles(refused, in: name))
            <form method="post" action="\(Path.governancePart(id, "rights/\(record)"))">\(visit.token)<input type="hidden" name="seen" value="\(version)">
            <div class="scroll"><table class="rights-form"><thead><tr><th scope="col">\(say("Orgaan", "Body"))</th>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>
            <button class="button">\(say("Bewaar", "Save"))</button> <a href="\(all)">\(say("Alles van dit onderwerp", "All of this subject"))</a></form></details>
            """
    }

    private func box(
        _ body: Body, _ right: RightShare.Right, _ shares: [RightShare], _ refused: RefusedForm?, in name: String
    ) -> HTML {
        let key = "\(body.id.rawValue)/\(right.rawValue)"
        let there = shares.contains { $0.right == right }
        let isOn = refused.map { $0.name == name ? $0.sent.all("may").contains(key) : there } ?? there
        return """
            <td><label class="tick"><input type="checkbox" name="may" value="\(key)"\(if: isOn, " checked")>\
            <span class="hidden">\(say(body.name)) \(say(right.label))</span></label></td>
            """
    }

    /// What is ticked and was not there is added; what is no longer ticked goes; amounts and circumstances of the rest stay.
    func changeRights() async throws -> Response {
        let record = try visit.part("right")
        let form = try await visit.form()
        guard let right = reader.record(DecisionRight.self, record) else {
            throw Refusal.notFound(
                Problem("right.unknown", Text("Dit onderwerp is er niet.", "This subject is not here.")))
        }
        let wanted = form.all("may")
        func key(_ share: RightShare) -> String { "\(share.body.rawValue)/\(share.right.rawValue)" }
        let kept = right.shares.filter { wanted.contains(key($0)) }
        let known = Set(right.shares.map(key))
        let added = wanted.filter { !known.contains($0) }.compactMap { name -> RightShare? in
            let parts = name.split(separator: "/").map(String.init)
            guard parts.count == 2, let may = RightShare.Right(rawValue: parts[1]) else { return nil }
            var share = RightShare()
            (share.body, share.right) = (ID(parts[0]), may)
            return share
        }
        let change = RecordChange(
            "decisionRights", record, .patch(["shares": (kept + added).value]), seen: Int(form.first("seen")))
        return try await perform(
            ChangeRecords([change]), of: "right-\(record)", sent: form,
            then: Path.governancePart(id, "rights").url + "#\(record)"
        ) { try await showRights(after: $0) }
    }
}
