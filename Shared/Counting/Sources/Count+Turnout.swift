import Kernel

extension Count {
    /// Who may vote, who did, and which ballots do not count.
    func tellTurnout(_ outcome: inout Outcome) {
        let voted = votes.hasVoted.count { $0 }
        let seats = file.body.voters
        outcome.details["seats"] = [
            "total": .whole(seats), "voted": .whole(voted), "notVoted": .whole(seats - voted),
            "byProxy": .whole(votes.proxied),
        ]
        let byWeight = file.rule.countsWeight
        outcome.tell(
            "body", ["seats": .whole(seats), "weight": value(tally.total)],
            byWeight
                ? Text(
                    "Wie mag stemmen: \(Self.seats(seats).nl), met samen gewicht \(words(tally.total)).",
                    "Who may vote: \(Self.seats(seats).en), with a total weight of \(words(tally.total)).")
                : Text(
                    "Wie mag stemmen: \(Self.seats(seats).nl), elk voor één.",
                    "Who may vote: \(Self.seats(seats).en), each as one."))
        outcome.tell(
            "turnout",
            [
                "seats": .whole(voted), "weight": value(tally.voted), "abstain": value(tally.abstain),
                "blank": value(tally.blank), "notVoted": value(tally.notVoted), "byProxy": .whole(votes.proxied),
            ],
            Text(
                "Gestemd: \(Self.seats(voted).nl)\(proxied.nl), gewicht \(words(tally.voted)): onthouding \(words(tally.abstain)), blanco \(words(tally.blank)); niet gestemd \(words(tally.notVoted)).",
                "Voted: \(Self.seats(voted).en)\(proxied.en), weight \(words(tally.voted)): abstained \(words(tally.abstain)), blank \(words(tally.blank)); not voted \(words(tally.notVoted))."
            ))
        tellLeftOut(&outcome)
    }

    private static func seats(_ count: Int) -> Text {
        count == 1 ? Text("1 zetel", "1 seat") : Text("\(count) zetels", "\(count) seats")
    }

    private var proxied: Text {
        votes.proxied == 0
            ? Text() : Text(", waarvan \(votes.proxied) bij volmacht", ", \(votes.proxied) of them by proxy")
    }

    private func tellLeftOut(_ outcome: inout Outcome) {
        guard !votes.leftOut.isEmpty else { return }
        outcome.details["notCounted"] = .list(
            votes.leftOut.map { left in
                var entry: [String: Value] = [
                    "seat": .string(file.body.ids[left.seat]), "why": .string(left.why.rawValue),
                ]
                if let ballot = left.ballot { entry["ballot"] = .whole(Int(file.box.entries[ballot])) }
                return .map(entry)
            })
        for why in Votes.Why.allCases {
            let left = votes.leftOut.filter { $0.why == why }
            guard !left.isEmpty else { continue }
            let ids =
                left.prefix(5).map { file.body.ids[$0.seat] }.joined(separator: ", ") + (left.count > 5 ? ", …" : "")
            outcome.tell(
                "notCounted", ["ballots": .whole(left.count), "why": .string(why.rawValue)], why.words(left.count, ids))
        }
    }
}

extension Votes.Why {
    fileprivate func words(_ count: Int, _ ids: String) -> Text {
        let start = Text("Niet geteld: \(count) (\(ids)); ", "Not counted: \(count) (\(ids)); ")
        switch self {
        case .changed: return start + Text("later anders gestemd.", "voted again later.")
        case .seatAbsent: return start + Text("de zetel was afwezig.", "the seat was absent.")
        case .proxyAbsent: return start + Text("de gemachtigde was afwezig.", "the proxy was absent.")
        case .proxySplit: return start + Text("de gemachtigde splitste de eigen stem.", "the proxy split its own vote.")
        case .proxyNotCounted:
            return start + Text("de stem van de gemachtigde telt niet.", "the vote of the proxy does not count.")
        }
    }
}
