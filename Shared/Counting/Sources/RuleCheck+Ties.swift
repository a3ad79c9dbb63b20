import Kernel

extension RuleCheck {
    func tie() {
        if let chair = rule.chair, file.body.index(of: chair) == nil {
            complaints.add(.unknownName(chair, "chair", Text("zetel", "a seat"), at: ["rule", "chair"]))
        }
        if let option = rule.statusQuo, !file.options.contains(where: { $0.id == option }) {
            complaints.add(.noOption(option, known: file.options.map(\.id), at: ["rule", "statusQuo"]))
        }
        guard let vote = file.castingVote else { return }
        if rule.tie != .chair {
            complaints.add(
                .notFor(
                    rule.method, "tie",
                    Text("Een beslissende stem vraagt “tie”: “chair”.", "A casting vote asks for “tie”: “chair”.")))
        }
        if vote != "for", vote != "against", !file.options.contains(where: { $0.id == vote }) {
            complaints.add(.noOption(vote, known: file.options.map(\.id) + ["for", "against"], at: ["castingVote"]))
        }
    }

    func lot() {
        if rule.tie == .lot, rule.lot?.seed.isEmpty ?? true { complaints.add(.noSeed) }
        if let lot = rule.lot, let drawn = lot.drawn, let published = lot.published, drawn < published {
            complaints.add(.lotEarly(drawn, published))
        }
    }
}
