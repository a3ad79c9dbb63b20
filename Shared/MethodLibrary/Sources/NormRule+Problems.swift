import Kernel

extension NormRule {
    /// The places to fill in that it names.
    package var placeholders: Set<String> {
        var texts = [name.nl, name.en, object, by, within, least, most, condition.nl, condition.en]
        texts += [bearer?.named, counterparty?.named].compactMap(\.self)
        texts += [trigger, evidence].compactMap(\.self).flatMap { $0.matching.flatMap { [$0.value, $0.above] } }
        return texts.reduce(into: []) { $0.formUnion(Placeholder.names(in: $1)) }
    }

    /// What does not fit together, from the rule alone.
    package func problems() -> [Problem] {
        var problems: [Problem] = []
        for (field, quantity) in [("within", within), ("least", least), ("most", most)]
        where !quantity.isEmpty && !Self.isQuantity(quantity) {
            problems.append(.notQuantity(quantity, field))
        }
        if !by.isEmpty, Day(by) == nil, !Self.isPlace(by) { problems.append(.notDay(by)) }
        for (field, subject) in [("bearer", bearer), ("counterparty", counterparty)] {
            guard let subject, subject.who != .everyone, subject.named.isEmpty else { continue }
            problems.append(.nobody(field))
        }
        if trigger != nil, within.isEmpty, evidence?.covers != true { problems.append(.noTime) }
        if each, counterparty == nil { problems.append(.eachOfNobody) }
        return problems
    }

    /// A number, an amount such as 2500.50, or one place to fill in.
    static func isQuantity(_ text: String) -> Bool { Money.cents(text) != nil || isPlace(text) }

    static func isPlace(_ text: String) -> Bool {
        let pieces = Placeholder.pieces(of: text)
        return pieces.count == 1 && pieces[0].name != nil
    }
}

extension Problem {
    fileprivate static func notQuantity(_ text: String, _ field: String) -> Problem {
        Problem(
            "norm.quantity", at: [field],
            Text("“\(text)” is geen getal of bedrag.", "“\(text)” is not a number or amount."),
            mend: Text(
                "Schrijf bijvoorbeeld 2 of 2500, of een invulplaats zoals {bijdrage}.",
                "Write for example 2 or 2500, or a place to fill in such as {contribution}."))
    }

    fileprivate static func notDay(_ text: String) -> Problem {
        Problem(
            "norm.day", at: ["by"], Text("“\(text)” is geen dag.", "“\(text)” is not a day."),
            mend: Text("Schrijf jjjj-mm-dd, of een invulplaats.", "Write yyyy-mm-dd, or a place to fill in."))
    }

    fileprivate static func nobody(_ field: String) -> Problem {
        Problem(
            "norm.subject", at: [field, "named"], Text("Er staat niet wie.", "It does not say who."),
            mend: Text("Noem de organisatie, de rol of het orgaan.", "Name the organisation, role or body."))
    }

    fileprivate static let noTime = Problem(
        "norm.time", at: ["within"],
        Text("Een aanleiding zonder termijn is niet te volgen.", "A trigger without a time cannot be watched."),
        mend: Text(
            "Zeg binnen welke tijd, of laat het bewijs dekken.", "Say within which time, or let the evidence cover."))

    fileprivate static let eachOfNobody = Problem(
        "norm.each", at: ["each"],
        Text("Per tegenpartij, maar er is geen tegenpartij.", "For each counterparty, but there is none."),
        mend: Text("Noem de tegenpartij, of zet dit uit.", "Name the counterparty, or switch this off."))
}
