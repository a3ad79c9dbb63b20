import Kernel
import MethodLibrary

/// How a vote and a rule are told.
extension BallotPaper {
    /// “voor”, “Warmtenet”, “1. Warmtenet, 2. Pompen = Niets”.
    package func words(_ proposal: Proposal) -> Text {
        if let cast { return cast.label }
        func name(_ key: String) -> Text { proposal.option(key)?.name ?? Text(same: key) }
        func told(_ language: Language) -> String {
            if !choices.isEmpty { return choices.map { name($0).shown(language) }.joined(separator: ", ") }
            if !ranking.isEmpty {
                return ranking.enumerated().map { place, rank in
                    "\(place + 1). " + rank.options.map { name($0).shown(language) }.joined(separator: " = ")
                }.joined(separator: ", ")
            }
            return points.map { "\(name($0.option).shown(language)) \($0.given)" }.joined(separator: ", ")
        }
        return Text(told(.nl), told(.en))
    }
}

extension BallotView {
    /// Which fields a vote has.
    package enum Shape: Sendable { case cast, one, some, points, order }

    package var shape: Shape {
        switch ballot.method {
        case "approval": .some
        case "score", "dots": .points
        case "irv", "stv", "schulze": .order
        default: proposal.options.count > 1 ? .one : .cast
        }
    }
}

extension Ballot {
    /// The rule in words, line by line.
    package var ruleLines: [(label: Text, words: Text)] {
        let rule = ruleEntries
        var lines: [(label: Text, words: Text)] = [
            (Text("Regel", "Rule"), DecisionRule.Method(rawValue: method)?.label ?? Text(same: method))
        ]
        func add(_ nl: String, _ en: String, _ words: Text) { lines.append((Text(nl, en), words)) }
        if let threshold = rule["threshold"]?.string { add("Drempel", "Threshold", Text(same: threshold)) }
        if let quorum = rule["quorum"] {
            let of = DecisionRule.QuorumOf(rawValue: quorum["of"].string ?? "seats")?.label ?? Text()
            let much = quorum["fraction"].string ?? quorum["number"].whole.map(String.init) ?? ""
            add("Quorum", "Quorum", Text("\(much) van \(of.nl)", "\(much) of \(of.en)"))
        }
        if rule["abstentions"]?.string == "counted" {
            add("Onthoudingen", "Abstentions", Text("tellen mee", "count"))
        }
        if let places = rule["places"]?.whole { add("Plaatsen", "Places", Text(same: String(places))) }
        // With consent there are no votes to be equal.
        if !["consent", "consensus", "unanimity"].contains(method) {
            let tie = rule["tie"]?.string.flatMap(DecisionRule.Tie.init(rawValue:))?.label
            add("Bij gelijke stemmen", "When votes are equal", tie ?? Text("onbeslist", "undecided"))
        }
        if let mostProxies {
            add(
                "Volmachten", "Proxies",
                Text(
                    "een zetel stemt voor hoogstens \(mostProxies) andere",
                    "a seat votes for at most \(mostProxies) others"))
        }
        if follows {
            add(
                "Wie niet stemt", "Who does not vote",
                Text("stemt als de gemachtigde, als die er is", "votes as the proxy does, when there is one"))
        }
        add(
            "Wijzigen", "Changing",
            isChangeable
                ? Text("een stem kan tot de sluiting worden gewijzigd", "a vote can be changed until closing")
                : Text("een stem staat vast", "a vote is fixed"))
        return lines
    }
}
