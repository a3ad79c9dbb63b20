import Kernel

extension DecisionRule {
    package enum Method: String, ChoiceValue {
        case consent, consensus, majority, absolute, qualified, unanimity, weighted, doubleMajority
        case approval, score, dots, irv, stv, schulze

        package var label: Text {
            switch self {
            case .consent: Text("consent (geen beargumenteerd bezwaar)", "consent (no argued objection)")
            case .consensus: Text("consensus", "consensus")
            case .majority: Text("meerderheid", "majority")
            case .absolute: Text("volstrekte meerderheid", "absolute majority")
            case .qualified: Text("gekwalificeerde meerderheid", "qualified majority")
            case .unanimity: Text("unanimiteit", "unanimity")
            case .weighted: Text("gewogen meerderheid", "weighted majority")
            case .doubleMajority: Text("dubbele meerderheid", "double majority")
            case .approval: Text("goedkeuring", "approval")
            case .score: Text("punten", "score")
            case .dots: Text("stippen", "dots")
            case .irv: Text("voorkeuren (instant runoff)", "preferences (instant runoff)")
            case .stv: Text("voorkeuren, evenredig (STV)", "preferences, in proportion (STV)")
            case .schulze: Text("voorkeuren (Schulze)", "preferences (Schulze)")
            }
        }
    }

    package enum Abstentions: String, ChoiceValue {
        case excluded, counted

        package var label: Text {
            switch self {
            case .excluded: Text("tellen niet mee", "do not count")
            case .counted: Text("tellen mee", "count")
            }
        }
    }

    package enum QuorumOf: String, ChoiceValue {
        case seats, weight, groups

        package var label: Text {
            switch self {
            case .seats: Text("zetels", "seats")
            case .weight: Text("gewicht", "weight")
            case .groups: Text("groepen", "groups")
            }
        }
    }

    package enum Tie: String, ChoiceValue {
        case statusQuo, chair, lot

        package var label: Text {
            switch self {
            case .statusQuo: Text("het blijft zoals het is", "things stay as they are")
            case .chair: Text("de voorzitter beslist", "the chair decides")
            case .lot: Text("het lot beslist", "the lot decides")
            }
        }
    }

    /// “Gekwalificeerde meerderheid van 2/3, met een quorum van 1/2 van de zetels”.
    package var words: Text {
        var (nl, en) = (method.label.dutch, method.label.english)
        if !threshold.isEmpty { (nl, en) = ("\(nl) van \(threshold)", "\(en) of \(threshold)") }
        if !quorum.isEmpty {
            let of = (quorumOf ?? .seats).label
            (nl, en) = (
                "\(nl), met een quorum van \(quorum) van \(quorumOf == .weight ? "het" : "de") \(of.dutch)",
                "\(en), with a quorum of \(quorum) of the \(of.english)"
            )
        }
        return Text(nl, en)
    }
}
