import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// What disputes and risks add to governance.
enum DisputeParts {
    static let kinds = [Kind(Dispute.self), Kind(Risk.self)]
    static let guards = [Dispute.climbs, riskItem]
    static let findings = [FindingRule(late), FindingRule(unguided), FindingRule(risks)]

    static let offers = [
        FieldOffer(Risk.self, "item") { _, situation in
            RiskRegister.items(situation.library).map { MethodChoice(id: $0.id, label: $0.text, group: $0.checklist) }
        }
    ]

    static let words: [String: FindingWords] = [
        "dispute.late": FindingWords(
            Text("Geschillen over hun termijn", "Disputes past their term"),
            action: Text("Bespreek het of ga een trede hoger", "Discuss it or go a step up"), .look),
        "dispute.unguided": FindingWords(
            Text("Bemiddeling zonder begeleider", "Mediation without a guide"),
            action: Text("Wijs iemand aan", "Appoint someone"), .look),
        "risk.no-owner": FindingWords(
            Text("Risico's zonder eigenaar", "Risks without an owner"),
            action: Text("Kies een eigenaar", "Choose an owner"), .change),
        "risk.review": FindingWords(
            Text("Risico's opnieuw te bekijken", "Risks to look at again"),
            action: Text("Bekijk het risico", "Look at the risk"), .change),
        "risk.no-measure": FindingWords(
            Text("Zware risico's zonder maatregel", "Heavy risks without a measure"),
            action: Text("Leg vast wat u eraan doet", "Record what you do about it"), .change),
    ]

    private static let riskItem = ChangeGuard(Risk.self) { _, new, situation in
        guard !new.item.isEmpty, !RiskRegister.items(situation.library).contains(where: { $0.id == new.item }) else {
            return []
        }
        return [
            Problem(
                "risk.item", at: ["item"],
                Text("“\(new.item.inShort)” staat in geen lijst.", "“\(new.item.inShort)” is in no list."),
                mend: Text("Schrijf lijst/onderdeel, of laat het leeg.", "Write list/item, or leave it empty."))
        ]
    }

    /// Told at the dispute itself, so that only who may see it hears of it.
    private static func late(_ situation: Situation) -> [Finding] {
        situation.state[Dispute.self].sorted.compactMap { dispute in
            guard dispute.isLate(on: situation.today), let due = dispute.current?.due else { return nil }
            return Finding(
                "dispute.late", .warning,
                Text(
                    "“\(dispute.subject.dutch)” is over de termijn van deze trede.",
                    "“\(dispute.subject.english)” is past the term of this step."),
                why: Text(
                    "Een geschil dat blijft liggen, wordt groter. Sluit het, of ga een trede hoger.",
                    "A dispute that is left lying grows. Close it, or go a step up."),
                kind: Dispute.naming.plural, record: dispute.id.rawValue, due: due)
        }
    }

    private static func unguided(_ situation: Situation) -> [Finding] {
        situation.state[Dispute.self].sorted.filter { $0.isOpen && $0.steps.count > 1 && $0.handler == nil }.map {
            dispute in
            Finding(
                "dispute.unguided", .warning,
                Text(
                    "“\(dispute.subject.dutch)” heeft nog niemand die het begeleidt.",
                    "“\(dispute.subject.english)” has nobody to guide it yet."),
                why: Text(
                    "Boven het gesprek tussen partijen hoort iemand die geen kant kiest.",
                    "Above the conversation between parties belongs someone who takes no side."),
                kind: Dispute.naming.plural, record: dispute.id.rawValue)
        }
    }

    /// From this weight on a risk without a measure is told; ours.
    static let heavy = 12

    private static func risks(_ situation: Situation) -> [Finding] {
        situation.state[Risk.self].sorted.filter { $0.closed == nil }.flatMap { risk -> [Finding] in
            func finding(_ rule: String, _ nl: String, _ en: String, _ field: String, due: Day? = nil) -> Finding {
                Finding(
                    rule, .warning, Text("“\(risk.name.dutch)” \(nl).", "“\(risk.name.english)” \(en)."),
                    why: Text(
                        "Een risico zonder eigenaar, maatregel of klok is alleen een zin.",
                        "A risk without an owner, a measure or a clock is only a sentence."),
                    kind: Risk.naming.plural, record: risk.id.rawValue, field: field, due: due)
            }
            var found: [Finding] = []
            if risk.owner == nil {
                found.append(finding("risk.no-owner", "heeft geen eigenaar", "has no owner", "owner"))
            }
            if let review = risk.review, review <= situation.today {
                found.append(
                    finding(
                        "risk.review", "is toe aan een nieuwe blik", "is due to be looked at again", "review",
                        due: review))
            }
            if (risk.weight ?? 0) >= heavy, risk.measure.isEmpty {
                found.append(
                    finding(
                        "risk.no-measure", "weegt zwaar en heeft geen maatregel", "is heavy and has no measure",
                        "measure"))
            }
            return found
        }
    }
}
