import Kernel

/// What is wrong with a rule, with who votes for whom, and with a lot.
extension Problem {
    static func neverPasses(_ why: Text, at path: [String]) -> Problem {
        Problem(
            "rule.impossible", at: path,
            Text(
                "Met deze regel kan nooit iets worden aangenomen: \(why.nl).",
                "Under this rule nothing can ever pass: \(why.en)."),
            mend: Text("Kies een drempel die te halen is.", "Choose a threshold that can be reached."))
    }

    static func noThreshold(_ threshold: Fraction, at path: [String]) -> Problem {
        Problem(
            "rule.threshold", at: path,
            Text("Een drempel van \(threshold) is geen drempel.", "A threshold of \(threshold) is none."),
            mend: Text("Kies een breuk boven 0, zoals 2/3.", "Choose a fraction above 0, such as 2/3."))
    }

    static func neededFor(_ method: Rule.Method, _ key: String, _ example: String) -> Problem {
        Problem(
            "rule.incomplete", at: ["rule", key],
            Text(
                "De methode “\(method.rawValue)” heeft “\(key)” nodig.",
                "The method “\(method.rawValue)” needs “\(key)”."),
            mend: Text("Bijvoorbeeld \(example).", "For example \(example)."))
    }

    static func notFor(_ method: Rule.Method, _ key: String, _ mend: Text) -> Problem {
        Problem(
            "rule.unfit", at: ["rule", key],
            Text(
                "“\(key)” past niet bij de methode “\(method.rawValue)”.",
                "“\(key)” does not fit the method “\(method.rawValue)”."), mend: mend)
    }

    static func quorum(_ needed: String, _ held: String, at path: [String]) -> Problem {
        Problem(
            "quorum.large", at: path,
            Text(
                "Het quorum van \(needed) is groter dan het orgaan: \(held).",
                "The quorum of \(needed) is larger than the body: \(held)."),
            mend: Text("Kies een quorum dat het orgaan kan halen.", "Choose a quorum that the body can reach."))
    }

    static func quorumOfMoreThanAll(_ fraction: Fraction, exceeded: Bool, at path: [String]) -> Problem {
        Problem(
            "quorum.large", at: path,
            Text(
                "Een quorum van \(exceeded ? "meer dan " : "")\(fraction) van het orgaan is meer dan het hele orgaan.",
                "A quorum of \(exceeded ? "more than " : "")\(fraction) of the body is more than the whole body."),
            mend: Text("Kies een quorum dat het orgaan kan halen.", "Choose a quorum that the body can reach."))
    }

    static let noPresence = Problem(
        "quorum.presence", at: ["rule", "quorum", "counts"],
        Text("Van geen zetel staat vast of die aanwezig is.", "Of no seat is it known whether it is present."),
        mend: Text("Geef de zetels “present”, of tel wie stemde.", "Give the seats “present”, or count who voted."))

    static func noGroup(_ name: String, known: [String], at path: [String]) -> Problem {
        let near = known.nearest(to: name)
        return Problem(
            "group.unknown", at: path,
            Text(
                "Geen zetel met stem hoort bij groep “\(name.inShort)”.",
                "No voting seat belongs to group “\(name.inShort)”."),
            mend: near.map { Text("Bedoelt u “\($0)”?", "Do you mean “\($0)”?") }
                ?? Text("Geef zetels een “group”.", "Give seats a “group”."))
    }

    static func unknownName(_ name: String, _ key: String, _ what: Text, at path: [String]) -> Problem {
        Problem(
            "\(key).unknown", at: path,
            Text("“\(name.inShort)” is geen \(what.nl).", "“\(name.inShort)” is not \(what.en)."),
            mend: Text("Noem er een die in het bestand staat.", "Name one that the file holds."))
    }

    static let noSeed = Problem(
        "lot.seed", at: ["rule", "lot", "seed"],
        Text("Er wordt geloot, en het zaad van het lot ontbreekt.", "A lot decides, and its seed is missing."),
        mend: Text(
            "Zet in “lot” een “seed” die vaststond voor er geloot werd, zoals de hash van een controlepunt.",
            "Put a “seed” in “lot” that was fixed before the lot was drawn, such as the hash of a checkpoint."))

    static func lotEarly(_ drawn: Moment, _ published: Moment) -> Problem {
        Problem(
            "lot.early", at: ["rule", "lot", "drawn"],
            Text(
                "Er is geloot op \(drawn), voor het zaad bekend was op \(published).",
                "The lot was drawn at \(drawn), before its seed was published at \(published)."),
            mend: Text("Loot opnieuw, met een zaad dat er al was.", "Draw again, with a seed that was there already."))
    }

    static func noProxy(_ id: String, at path: [String]) -> Problem {
        Problem(
            "proxy.unknown", at: path,
            Text("De gemachtigde “\(id.inShort)” is geen zetel.", "The proxy “\(id.inShort)” is not a seat."),
            mend: Text(
                "Noem een zetel; wie geen stem heeft krijgt “voting”: false.",
                "Name a seat; who has no vote gets “voting”: false."))
    }

    static func proxy(_ ids: [String], isLoop: Bool, at path: [String]) -> Problem {
        let chain = ids.map { "“\($0.inShort)”" }.joined(separator: " → ")
        return Problem(
            isLoop ? "proxy.loop" : "proxy.chain", at: path,
            isLoop
                ? Text("Deze volmachten lopen in een kring: \(chain).", "These proxies go round: \(chain).")
                : Text("Een volmacht wordt hier doorgegeven: \(chain).", "A proxy is passed on here: \(chain)."),
            mend: Text(
                "Wie zelf een ander machtigt, kan niet voor anderen stemmen.",
                "Who lets another vote cannot vote for others."))
    }

    static func proxies(_ id: String, _ count: Int, most: Int) -> Problem {
        Problem(
            "proxy.many", at: ["rule", "proxies", "most"],
            Text(
                "Zetel “\(id.inShort)” stemt voor \(count) andere; het mogen er \(most) zijn.",
                "Seat “\(id.inShort)” votes for \(count) others; \(most) are allowed."),
            mend: Text("Verdeel de volmachten.", "Divide the proxies."))
    }

    static func unlisted(_ seat: String, _ proxy: String, at path: [String]) -> Problem {
        Problem(
            "proxy.unlisted", at: path,
            Text(
                "“\(proxy.inShort)” stemt voor “\(seat.inShort)”, en die volmacht staat niet in “delegations”.",
                "“\(proxy.inShort)” votes for “\(seat.inShort)”, and “delegations” does not hold that proxy."),
            mend: Text("Voeg de volmacht toe, of haal het biljet weg.", "Add the delegation, or take the ballot out."))
    }

    static func delegatesTwice(_ id: String, at path: [String]) -> Problem {
        Problem(
            "proxy.two", at: path,
            Text("Zetel “\(id.inShort)” machtigt er twee.", "Seat “\(id.inShort)” has two proxies."),
            mend: Text("Noem er één.", "Name one."))
    }

    static func points(_ text: Text, _ rule: String, at path: [String], _ mend: Text) -> Problem {
        Problem(rule, at: path, text, mend: mend)
    }
}
