import Kernel
import MethodLibrary

/// The eight sorts of norms that the sources name.
enum NormSorts {
    static func rule(_ number: Int, body: String, amount: Int) -> NormRule {
        var rule = NormRule()
        switch number % 8 {
        case 0:
            rule.action = "offer"
            rule.every = .year
            rule.measure = .amount
            rule.least = String(amount)
            rule.evidence = acts("offer") { $0.amount = "amount" }
        case 1:
            rule.form = .prohibition
            rule.counterparty = NormRule.Subject(.everyone)
            rule.each = true
            rule.action = "sample"
            rule.every = .year
            rule.measure = .amount
            rule.most = String(amount)
            rule.evidence = acts("sample") {
                $0.amount = "amount"
                $0.counterparty = "towards"
            }
        case 2:
            rule.action = "report"
            rule.every = .halfYear
            rule.least = "1"
            rule.evidence = acts("report") { $0.matching.append(match("body", body)) }
        case 3:
            rule.action = "take-part"
            rule.least = "2"
            rule.evidence = evidence("bodies") {
                $0.matching = [match("sort", "working-group")]
                $0.party = "members"
            }
        case 4:
            rule.bearer = NormRule.Subject(.body, body)
            rule.action = "meet"
            rule.every = .quarter
            rule.evidence = evidence("meetings") {
                $0.party = "body"
                $0.day = "on"
            }
        default: triggered(&rule, number % 8, amount)
        }
        return rule
    }

    private static func triggered(_ rule: inout NormRule, _ sort: Int, _ amount: Int) {
        switch sort {
        case 5:
            rule.action = "respond"
            rule.trigger = acts("request") { $0.party = "towards" }
            rule.within = "10"
            rule.unit = .workingDays
            rule.evidence = acts("respond") { $0.about = "about" }
        case 6:
            rule.form = .prohibition
            rule.action = "commit"
            rule.trigger = acts("commit") {
                $0.amount = "amount"
                $0.matching.append(match("amount", above: String(amount)))
            }
            rule.evidence = evidence("mandates") {
                $0.party = "organisation"
                $0.day = "period"
                $0.amount = "limit"
                $0.covers = true
            }
        default:
            rule.action = "motivate"
            rule.trigger = acts("deviate") { _ in }
            rule.within = "2"
            rule.unit = .months
            rule.evidence = acts("motivate") { $0.about = "about" }
        }
    }

    private static func acts(_ what: String, _ change: (inout NormRule.Evidence) -> Void) -> NormRule.Evidence {
        evidence("acts") {
            $0.matching = [match("what", what)]
            $0.party = "by"
            $0.day = "on"
            change(&$0)
        }
    }

    private static func evidence(_ kind: String, _ change: (inout NormRule.Evidence) -> Void) -> NormRule.Evidence {
        var evidence = NormRule.Evidence()
        evidence.kind = kind
        change(&evidence)
        return evidence
    }

    private static func match(_ field: String, _ value: String = "", above: String = "") -> NormRule.Match {
        var match = NormRule.Match()
        match.field = field
        match.value = value
        match.above = above
        return match
    }
}
