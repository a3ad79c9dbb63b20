import Ecosystems
import Kernel
import Parties

/// Whether giving and getting, paying and gaining go together.
enum ExchangeFindings {
    static let rules = [FindingRule(unrewarded), FindingRule(unmanned), FindingRule(oneWay)]

    /// With more parties than this, one finding speaks for all of them.
    static let mostSeparate = 10

    static func unrewarded(_ situation: Situation) -> [Finding] {
        let returns = Returns(situation.state[Exchange.self].records)
        return situation.state[Activity.self].records.compactMap { activity in
            let losing = activity.payers.filter { returns.gain(of: $0, from: activity) == .nothing }
            guard !losing.isEmpty else { return nil }
            let list = Text.listing(losing.map(situation.name))
            let verbs = losing.count == 1 ? ("betaalt", "pays", "krijgt", "gets") : ("betalen", "pay", "krijgen", "get")
            return Finding(
                "activity.payer-gains-nothing", .warning,
                Text(
                    "\(list.nl) \(verbs.0) mee aan “\(activity.title.shown(.nl))” maar \(verbs.2) niets terug.",
                    "\(list.en) \(verbs.1) for “\(activity.title.shown(.en))” but \(verbs.3) nothing in return."),
                why: Text(
                    "Vernieuwing lukt als wie betaalt er zelf beter van wordt. Leg vast wat die partij eraan heeft, "
                        + "of zoek een betaler die er baat bij heeft.",
                    "Innovation works when who pays is better off. Record what the party gains, or find a payer who does."
                ),
                kind: Activity.naming.plural, record: activity.id.rawValue, field: "beneficiaries")
        }
    }

    static func unmanned(_ situation: Situation) -> [Finding] {
        let standing = Standing(situation.state[Participation.self].records)
        return situation.state[Activity.self].records.compactMap { activity in
            if let end = activity.period.until, end < situation.today { return nil }
            guard activity.organisations.allSatisfy(standing.isGone) else { return nil }
            return Finding(
                "activity.no-one", .warning,
                Text(
                    "Niemand voert “\(activity.title.shown(.nl))” nog uit.",
                    "Nobody carries out “\(activity.title.shown(.en))” any more."),
                why: Text(
                    "De uitvoerders zijn uitgetreden of doen niet mee. Zoek een andere, of sluit de activiteit af.",
                    "Its carriers left or declined. Find another one, or end the activity."),
                kind: Activity.naming.plural, record: activity.id.rawValue, field: "organisations")
        }
    }

    static func oneWay(_ situation: Situation) -> [Finding] {
        let exchanges = situation.state[Exchange.self].records
        let standing = Standing(situation.state[Participation.self].records)
        let receivers = Returns(exchanges).receivers
        let giving = Set(exchanges.lazy.map(\.from)).subtracting(receivers).filter { !standing.isGone($0) }.sorted()
        if giving.count > mostSeparate {
            let list = Text.listing(giving.map(situation.name))
            return [
                oneWay(
                    Text(
                        "\(giving.count) organisaties geven wel maar krijgen niets: \(list.nl).",
                        "\(giving.count) organisations give but receive nothing: \(list.en)."))
            ]
        }
        return giving.map { organisation in
            let name = situation.name(of: organisation)
            return oneWay(
                Text(
                    "“\(name.shown(.nl))” geeft wel maar krijgt niets.",
                    "“\(name.shown(.en))” gives but receives nothing."),
                organisation)
        }
    }

    private static func oneWay(_ message: Text, _ organisation: ID<Organisation>? = nil) -> Finding {
        Finding(
            "exchange.one-way", .notice, message,
            why: Text(
                "Samenwerken houdt stand als geven en krijgen in evenwicht zijn. Vraag wat de partij eraan heeft.",
                "Cooperation lasts when giving and getting are in balance. Ask what the party gains."),
            kind: organisation == nil ? Exchange.naming.plural : Organisation.naming.plural,
            record: organisation?.rawValue ?? "")
    }
}
