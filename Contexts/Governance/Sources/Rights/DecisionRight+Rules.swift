import Kernel

extension DecisionRight {
    /// Twice the same, two bodies that decide about the same amount, an emergency that nobody confirms, an override of nobody.
    package func problems() -> [Problem] {
        repeated + unpayable + ambiguous + unconfirmed + idleOverride
    }

    private var repeated: [Problem] {
        var seen: Set<[String]> = []
        return shares.enumerated().compactMap { index, share in
            let key = [share.body.rawValue, share.right.rawValue, share.mode?.rawValue ?? ""]
            return seen.insert(key).inserted ? nil : .shareTwice(index)
        }
    }

    private var unpayable: [Problem] {
        shares.enumerated().flatMap { index, share in
            (share.limit?.unpayable ?? []).map { $0.under("limit").under(String(index)).under("shares") }
        }
    }

    /// In each circumstance one body decides about an amount: limits differ, and only one decides without limit.
    private var ambiguous: [Problem] {
        var taken: Set<[String]> = []
        return shares.enumerated().compactMap { index, share in
            guard share.right == .decides else { return nil }
            let limit = share.limit.map { "\($0.cents) \($0.currency)" } ?? ""
            return taken.insert([share.mode?.rawValue ?? "", limit]).inserted ? nil : .twoDecide(index)
        }
    }

    /// Hierarchy is allowed in an emergency; who ordinarily decides hears of it afterwards and confirms.
    private var unconfirmed: [Problem] {
        let always = Set(
            shares.filter { $0.right == .decides && $0.holds(in: .ordinary) && $0.limit == nil }.map(\.body))
        let urgent = shares.enumerated().filter {
            $0.element.right == .decides && $0.element.mode == .emergency && !always.contains($0.element.body)
        }
        guard let first = urgent.first, !shares.contains(where: { $0.right == .ratifies }) else { return [] }
        return [.nobodyRatifies(first.offset)]
    }

    private var idleOverride: [Problem] {
        shares.enumerated().compactMap { index, share in
            guard share.right == .overrides else { return nil }
            let others = shares.contains { $0.right == .decides && $0.body != share.body }
            return others ? nil : .overridesNobody(index)
        }
    }
}

extension Problem {
    fileprivate static func shareTwice(_ index: Int) -> Problem {
        Problem(
            "right.twice", at: ["shares", String(index)],
            Text("Dit recht staat er al.", "This right is there already."),
            mend: Text("Haal één van beide weg.", "Take one of them away."))
    }

    fileprivate static func twoDecide(_ index: Int) -> Problem {
        Problem(
            "right.two-decide", at: ["shares", String(index), "body"],
            Text(
                "Twee organen besluiten over hetzelfde, tot hetzelfde bedrag.",
                "Two bodies decide about the same, up to the same amount."),
            mend: Text(
                "Geef één van beide een lager bedrag, of een ander recht.",
                "Give one of them a lower amount, or another right."))
    }

    fileprivate static func nobodyRatifies(_ index: Int) -> Problem {
        Problem(
            "right.not-ratified", at: ["shares", String(index), "mode"],
            Text(
                "Wat in een noodgeval wordt besloten, bekrachtigt hier niemand achteraf.",
                "What is decided in an emergency is ratified by nobody here afterwards."),
            mend: Text("Wijs een orgaan aan dat bekrachtigt.", "Name a body that ratifies."))
    }

    fileprivate static func overridesNobody(_ index: Int) -> Problem {
        Problem(
            "right.overrides-nobody", at: ["shares", String(index), "right"],
            Text("Er is geen ander orgaan dat hierover besluit.", "No other body decides about this."),
            mend: Text("Wijs aan wie besluit, of haal dit recht weg.", "Name who decides, or take this right away."))
    }
}
