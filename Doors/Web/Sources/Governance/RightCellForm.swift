import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// One cell of the matrix of decision rights as a small form: what a body may do about a subject, up to which amount and in which circumstances.
extension EcosystemVisit {
    func rightCellForm(_ row: DecisionRights.Row, _ cell: DecisionRights.Cell, _ refused: RefusedForm?) -> HTML {
        let (record, body) = (row.right.id.rawValue, cell.body.rawValue)
        let name = "cell-\(record)-\(body)"
        let version = reader.state.table("decisionRights")?.version(of: record) ?? 0
        // An empty line stands ready for another right; two when there is none yet.
        let lines: HTML = (0..<max(2, cell.shares.count + 1)).map { $0 }.html { index in
            line(index, cell.shares.indices.contains(index) ? cell.shares[index] : nil, name, refused)
        }
        let back = Path.governancePart(id, "rights").url
        return """
            \(troubles(refused, in: name))<form method="post" action="\(Path.governancePart(id, "rights/\(record)/bodies/\(body)"))" class="right-cell">\(visit.token)<input type="hidden" name="seen" value="\(version)">\(lines)
            <div class="actions"><button class="button" data-testid="right">\(say("Bewaar", "Save"))</button><a href="\(back)#row-\(record)">\(say("Laat zo", "Leave it"))</a></div></form>
            """
    }

    private func line(_ index: Int, _ share: RightShare?, _ name: String, _ refused: RefusedForm?) -> HTML {
        func sent(_ field: String, _ start: String) -> String {
            refused.value("\(field).\(index)", in: name, else: start)
        }
        let right = sent("right", share?.right.rawValue ?? "")
        let rights: HTML = RightShare.Right.allCases.html { option($0.rawValue, say($0.label), chosen: right) }
        let mode = sent("mode", share?.mode?.rawValue ?? "")
        let modes: HTML = RightShare.Mode.allCases.html { option($0.rawValue, say($0.when), chosen: mode) }
        let amount = sent("limit", share?.limit.map { WrittenNumber.shown($0.amount, in: say.language) } ?? "")
        let currency = sent("currency", share?.limit?.currency ?? "EUR")
        let key = "\(name)-\(index)"
        return """
            <fieldset class="right-line"><legend class="hidden">\(say("Recht", "Right")) \(index + 1)</legend>
            <div><label for="\(key)-right">\(say("Wat", "What"))</label><select id="\(key)-right" name="right.\(index)"\(if: index == 0, " autofocus")><option value="">–</option>\(rights)</select></div>
            <div><label for="\(key)-limit">\(say("Tot en met", "Up to"))</label><span class="amount"><input class="currency" aria-label="\(say("Munt", "Currency"))" name="currency.\(index)" value="\(currency)" maxlength="3"> <input id="\(key)-limit" name="limit.\(index)" inputmode="decimal" value="\(amount)"></span></div>
            <div><label for="\(key)-mode">\(say("Wanneer", "When"))</label><select id="\(key)-mode" name="mode.\(index)"><option value="">\(say("altijd", "always"))</option>\(modes)</select></div></fieldset>
            """
    }

    /// The body gets exactly these rights about the subject; those of other bodies stay as they are.
    func changeRightCell() async throws -> Response {
        let (record, body) = (try visit.part("right"), try visit.part("body"))
        let form = try await visit.form()
        guard let right = reader.record(DecisionRight.self, record), reader.record(Body.self, body) != nil else {
            throw Refusal.notFound(
                Problem(
                    "right.unknown", Text("Dit onderwerp of orgaan is er niet.", "This subject or body is not here.")))
        }
        let name = "cell-\(record)-\(body)"
        let others = right.shares.filter { $0.body.rawValue != body }
        let shares: [RightShare]
        do throws(Problem) { shares = try sentShares(form, body, from: others.count) } catch {
            return try await showRights(after: RefusedForm(name: name, sent: form, problems: [error]))
        }
        let change = RecordChange(
            "decisionRights", record, .patch(["shares": (others + shares).value]), seen: Int(form.first("seen")))
        return try await perform(
            ChangeRecords([change]), of: name, sent: form,
            then: Path.governancePart(id, "rights").url + "#row-\(record)"
        ) { try await showRights(after: $0) }
    }

    /// - Parameter place: where the first of them stands among all shares, for what is told of it.
    private func sentShares(_ form: Form, _ body: String, from place: Int) throws(Problem) -> [RightShare] {
        var shares: [RightShare] = []
        var index = 0
        while form.has("right.\(index)") {
            defer { index += 1 }
            guard let right = RightShare.Right(rawValue: form.first("right.\(index)")) else { continue }
            var share = RightShare()
            (share.body, share.right) = (ID(body), right)
            share.mode = RightShare.Mode(rawValue: form.first("mode.\(index)"))
            let typed = form.first("limit.\(index)").trimmed
            if !typed.isEmpty {
                share.limit = try limit(typed, form.first("currency.\(index)"), at: place + shares.count)
            }
            shares.append(share)
        }
        return shares
    }

    private func limit(_ typed: String, _ currency: String, at place: Int) throws(Problem) -> Money {
        do throws(Problem) {
            let plain = try WrittenNumber.plain(typed, in: say.language, decimals: 2)
            return try Money(["amount": .string(plain), "currency": .string(currency.trimmed.uppercased())])
        } catch { throw error.under("limit").under("\(place)").under("shares") }
    }
}

extension RightShare.Mode {
    /// As a cell says it.
    var when: Text {
        switch self {
        case .ordinary: Text("gewoon", "ordinarily")
        case .emergency: Text("in nood", "in an emergency")
        }
    }
}
