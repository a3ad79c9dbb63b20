import Kernel

/// What the numbers of a count are called, for whoever reads them; the keys of the JSON object stay as they are.
package enum NumberWords {
    /// The words for a key of `numbers`; nil for a key that is no name of ours, such as the id of an option.
    package static func label(_ key: String) -> Text? { labels[key] }

    /// The words for what a step establishes, such as `quorum`; the key itself when it has none.
    package static func step(_ what: String) -> Text { steps[what] ?? Text(same: what) }

    /// The words for a value that is a name of ours, such as a result or what a quorum counts.
    package static func name(_ value: String) -> Text? { names[value] }

    private static let labels: [String: Text] = [
        "seats": Text("zetels", "seats"), "weight": Text("gewicht", "weight"), "for": Text("voor", "for"),
        "against": Text("tegen", "against"), "abstain": Text("onthouding", "abstained"),
        "blank": Text("blanco", "blank"), "notVoted": Text("niet gestemd", "not voted"),
        "byProxy": Text("bij volmacht", "by proxy"), "total": Text("totaal", "total"),
        "base": Text("waarvan geteld", "counted of"), "threshold": Text("drempel", "threshold"),
        "needed": Text("nodig", "needed"), "atLeast": Text("precies genoeg is genoeg", "exactly enough is enough"),
        "most": Text("de meeste stemmen", "most votes"), "of": Text("van", "of"),
        "part": Text("meegedaan", "took part"),
        "whole": Text("geheel", "whole"), "count": Text("aantal", "number"), "open": Text("open", "open"),
        "resolved": Text("opgelost", "resolved"), "recorded": Text("vastgelegd", "recorded"),
        "withdrawn": Text("ingetrokken", "withdrawn"), "unargued": Text("zonder argument", "without argument"),
        "ballots": Text("stembiljetten", "ballots"), "why": Text("waarom", "why"),
        "result": Text("uitkomst", "result"), "round": Text("ronde", "round"), "counts": Text("stand", "counts"),
        "exhausted": Text("uitgeput", "exhausted"), "eliminated": Text("afgevallen", "out"),
        "elected": Text("gekozen", "elected"), "tied": Text("gelijk", "equal"), "quota": Text("kiesdeler", "quota"),
        "group": Text("groep", "group"), "reached": Text("gehaald", "reached"), "option": Text("optie", "option"),
        "places": Text("plaatsen", "places"), "votes": Text("stemmen", "votes"),
        "transferred": Text("doorgegeven", "transferred"), "value": Text("waarde", "value"),
    ]

    private static let steps: [String: Text] = [
        "body": Text("Wie mag stemmen", "Who may vote"), "turnout": Text("Opkomst", "Turnout"),
        "quorum": Text("Quorum", "Quorum"), "notCounted": Text("Niet geteld", "Not counted"),
        "neutral": Text("Onthouding en blanco", "Abstained and blank"), "threshold": Text("Drempel", "Threshold"),
        "votes": Text("Stemmen", "Votes"), "points": Text("Punten", "Points"), "round": Text("Ronde", "Round"),
        "majority": Text("Meerderheid", "Majority"), "option": Text("Optie", "Option"),
        "objections": Text("Bezwaren", "Objections"), "standAsides": Text("Opzij gaan staan", "Standing aside"),
        "pairs": Text("Per paar", "Pair by pair"), "paths": Text("Sterkste paden", "Strongest paths"),
        "tie": Text("Staken", "Equal votes"), "result": Text("Uitkomst", "Outcome"),
        "quota": Text("Kiesdeler", "Quota"),
    ]

    private static let names: [String: Text] = [
        "seats": Text("zetels", "seats"), "weight": Text("gewicht", "weight"), "groups": Text("groepen", "groups"),
        "adopted": Text("aangenomen", "adopted"), "rejected": Text("niet aangenomen", "not adopted"),
        "noQuorum": Text("geen quorum", "no quorum"), "tie": Text("onbeslist", "undecided"),
        "elected": Text("gekozen", "elected"), "changed": Text("later anders gestemd", "voted again later"),
        "seatAbsent": Text("de zetel was afwezig", "the seat was absent"),
        "proxyAbsent": Text("de gemachtigde was afwezig", "the proxy was absent"),
        "proxySplit": Text("de gemachtigde splitste de stem", "the proxy split the vote"),
        "proxyNotCounted": Text("de stem van de gemachtigde telt niet", "the vote of the proxy does not count"),
    ]
}
