import Ecosystems
import Kernel
import Parties

/// What concerns several at once: bridges, work done twice, what goes wrong between two.
extension NetworkTelling {
    func told(_ bridge: ThinBridge) -> Finding {
        let source = found.network.source(of: bridge.tie)
        let groups = bridge.groups.map { group in
            let name = name(group.around)
            return Text("rond \(name.dutch) (\(group.size))", "around \(name.english) (\(group.size))")
        }
        let (from, to) = (name(bridge.from), name(bridge.to))
        let loss =
            bridge.isOnlyWay
            ? Text("Zonder deze band valt het netwerk uiteen.", "Without this tie the network falls apart.")
            : Text("Er is wel een omweg via anderen.", "There is a way around, through others.")
        return Finding(
            "network.thin-bridge", .notice,
            Text(
                "De groepen \(groups[0].nl) en \(groups[1].nl) zijn alleen verbonden via \(from.dutch) en \(to.dutch).",
                "The groups \(groups[0].en) and \(groups[1].en) are connected only through \(from.english) and \(to.english)."
            ),
            why: Text(
                "\(loss.nl) Breng ook anderen uit beide groepen met elkaar in contact. "
                    + "(Groepen vanaf \(found.thresholds.community) organisaties.)",
                "\(loss.en) Bring others of both groups in contact too. "
                    + "(Groups from \(found.thresholds.community) organisations on.)"),
            kind: source.kind, record: source.id)
    }

    func told(_ match: NeedAndOffer) -> Finding {
        let (seeker, giver) = (name(match.seeker.rawValue), name(match.giver.rawValue))
        func need(_ language: Language) -> String { Self.short(match.need.shown(language)) }
        func offer(_ language: Language) -> String { Self.short(match.offer.shown(language)) }
        return about(
            "missed-match", .notice, match.seeker.rawValue,
            Text(
                "\(seeker.dutch) zoekt “\(need(.nl))” en \(giver.dutch) biedt “\(offer(.nl))”, zonder band met elkaar.",
                "\(seeker.english) seeks “\(need(.en))” and \(giver.english) offers “\(offer(.en))”, without a tie to each other."
            ),
            why: Text(
                "Zo blijft samenwerking liggen. Breng hen met elkaar in gesprek. (Gevonden op woorden die vraag en aanbod delen.)",
                "So cooperation is missed. Bring them together. (Found by words that need and offer share.)"),
            others: [match.giver.rawValue])
    }

    /// As much of a text as fits in a sentence, up to a whole word.
    private static func short(_ text: String) -> String {
        guard text.count > 60 else { return text }
        let words = text.prefix(60).split(separator: " ").dropLast()
        return words.joined(separator: " ") + "…"
    }

    func told(_ strangers: Strangers) -> Finding {
        let (first, count) = (names(strangers.pairs[0]), strangers.pairs.count)
        let message =
            count == 1
            ? Text(
                "\(first.dutch) werken aan “\(strangers.name.dutch)” zonder band met elkaar.",
                "\(first.english) work on “\(strangers.name.english)” without a tie to each other.")
            : Text(
                "Aan “\(strangers.name.dutch)” werken \(count) tweetallen zonder band met elkaar, zoals \(first.dutch).",
                "On “\(strangers.name.english)” \(count) pairs work without a tie to each other, such as \(first.english)."
            )
        return Finding(
            "network.strangers", .notice, message,
            why: Text(
                "Wie aan hetzelfde werkt zonder het van elkaar te weten, doet dubbel werk: samen niet meer dan één. "
                    + "Laat hen vertellen wat zij doen, of leg vast hoe zij samenwerken.",
                "Who work on the same without knowing of each other do it twice: together no more than one. Let them tell "
                    + "what they do, or record how they work together."),
            kind: strangers.what.kind, record: strangers.what.id)
    }

    func told(_ tie: NetworkTie) -> Finding {
        let ends = found.network.ends(of: tie)
        let both = names([ends.from, ends.to])
        let (from, to) = (name(ends.from), name(ends.to))
        if tie.sides.isDisputed, let one = tie.sides.from?.label, let other = tie.sides.to?.label {
            return Finding(
                "relation.disputed", .notice,
                Text(
                    "\(both.dutch) zien hun relatie verschillend: \(from.dutch) zegt “\(one.nl)”, \(to.dutch) zegt “\(other.nl)”.",
                    "\(both.english) see their relation differently: \(from.english) says “\(one.en)”, \(to.english) says “\(other.en)”."
                ),
                why: Text(
                    "Een verschil van inzicht lost op door het te bespreken. Vraag waar beide zijden het aan merken.",
                    "A difference of view is solved by speaking of it. Ask by what both sides notice it."),
                kind: Relation.naming.plural, record: tie.id)
        }
        let label = tie.quality?.label ?? Text()
        return Finding(
            "relation.friction", .notice,
            Text("Tussen \(both.dutch): \(label.nl).", "Between \(both.english): \(label.en)."),
            why: Text(
                "Samen halen zij minder dan of net zoveel als ieder apart. Kennis uitwisselen of een gedeeld belang zoeken levert meer op.",
                "Together they reach less than or just as much as each alone. Exchanging knowledge or finding a shared interest gives more."
            ),
            kind: Relation.naming.plural, record: tie.id)
    }
}
