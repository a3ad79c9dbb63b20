import Ecosystems
import Kernel
import Parties

extension NetworkFindings {
    /// As findings that everyone may read, each with the number behind it; of each sort at most `most`, the weightiest.
    static let rule = FindingRule.reading { reader in
        do throws(Refusal) { return NetworkTelling(try NetworkFindings(reader), reader).findings } catch {
            return error.problems.map {
                Finding($0.rule, .error, $0.message, why: $0.mend, kind: Relation.naming.plural)
            }
        }
    }

    static let most = 10
}

/// Puts what was found in a network into words.
struct NetworkTelling {
    let found: NetworkFindings
    let reader: Reader

    init(_ found: NetworkFindings, _ reader: Reader) { (self.found, self.reader) = (found, reader) }

    var findings: [Finding] {
        found.keystones.prefix(NetworkFindings.most).map(told) + found.weakSpots.prefix(NetworkFindings.most).map(told)
            + found.soleSuppliers.prefix(NetworkFindings.most).map(told)
            + found.thinBridges.prefix(NetworkFindings.most).map(told)
            + found.missedMatches.prefix(NetworkFindings.most).map(told)
            + found.strangers.prefix(NetworkFindings.most).map(told)
            + found.frictions.prefix(NetworkFindings.most).map(told) + found.monotony.map(told)
            + found.dominance.prefix(NetworkFindings.most).map(told) + isolated
    }

    /// Only where relations are recorded at all: before that the advice is to begin with them.
    private var isolated: [Finding] {
        guard !found.isolated.isEmpty, reader.state[Relation.self].count > 0 else { return [] }
        return [RelationFindings.isolated(found.isolated, reader)]
    }

    func name(_ id: String) -> Text { reader.title(Organisation.naming.plural, id) }

    func names(_ ids: [String]) -> Text { Text.listing(ids.map(name)) }

    func about(
        _ rule: String, _ severity: Finding.Severity, _ organisation: String, _ message: Text, why: Text,
        others: [String] = []
    ) -> Finding {
        Finding(
            "network.\(rule)", severity, message, why: why, kind: Organisation.naming.plural, record: organisation,
            others: others)
    }

    private func told(_ keystone: Keystone) -> Finding {
        let (name, share) = (name(keystone.organisation), percent(keystone.share))
        let how =
            found.pivots.map { Text("geschat uit \($0) organisaties", "estimated from \($0) organisations") }
            ?? Text("precies geteld", "counted exactly")
        let least = percent(found.thresholds.keystoneShare)
        return about(
            "keystone", .notice, keystone.organisation,
            Text(
                "\(share)% van de kortste wegen tussen anderen loopt over \(name.dutch).",
                "\(share)% of the shortest paths between others run through \(name.english)."),
            why: Text(
                "Wie elkaar niet kent, bereikt elkaar via deze spil: een kracht, en een risico als zij wegvalt. Leg banden "
                    + "die niet over deze partij lopen. (\(keystone.pairs) paren, \(how.nl); drempel \(least)%.)",
                "Who do not know each other reach each other through this keystone: a strength, and a risk when it drops out. "
                    + "Make ties that do not run through it. (\(keystone.pairs) pairs, \(how.en); threshold \(least)%.)"
            ))
    }

    private func told(_ spot: WeakSpot) -> Finding {
        let name = name(spot.organisation)
        var (dutch, english): ([String], [String]) = ([], [])
        if spot.cutOff > 0 {
            let (count, one) = (spot.cutOff, spot.cutOff == 1)
            dutch.append(
                "\(one ? "verliest" : "verliezen") \(count) \(one ? "organisatie" : "organisaties") het contact met de rest"
            )
            english.append("\(count) \(one ? "organisation loses" : "organisations lose") touch with the rest")
        }
        if !spot.alone.isEmpty {
            let counts = PartyImpact.counts(spot.alone, reader.catalogue)
            dutch.append("staat er niemand meer voor \(counts.nl)")
            english.append("nobody is left for \(counts.en)")
        }
        return about(
            "weak-spot", .warning, spot.organisation,
            Text(
                "Zonder \(name.dutch) \(dutch.joined(separator: " en ")).",
                "Without \(name.english) \(english.joined(separator: " and "))."),
            why: Text(
                "Alles wat aan één partij hangt, valt met die partij om. Zoek wie het kan delen of overnemen. "
                    + "(Drempels: \(found.thresholds.cutOff) organisaties of \(found.thresholds.hanging) gegevens.)",
                "Whatever hangs on one party falls with it. Find who can share it or take it over. "
                    + "(Thresholds: \(found.thresholds.cutOff) organisations or \(found.thresholds.hanging) records.)"))
    }

    private func told(_ supplier: SoleSupplier) -> Finding {
        let (name, list) = (name(supplier.organisation), names(supplier.receivers))
        let kind = reader.library.relationKind(supplier.kind)?.name ?? Text(same: supplier.kind)
        let count = supplier.receivers.count
        return about(
            "sole-supplier", .notice, supplier.organisation,
            Text(
                "\(count) organisaties hebben voor “\(kind.dutch)” alleen \(name.dutch): \(list.dutch).",
                "\(count) organisations have only \(name.english) for “\(kind.english)”: \(list.english)."),
            why: Text(
                "Wie maar één bron heeft, kan niet kiezen en staat stil als die stilstaat. Ga na of een tweede mogelijk is. "
                    + "(Drempel: \(found.thresholds.soleSupplier) organisaties.)",
                "Who has one source only cannot choose, and stands still when it does. See whether a second is possible. "
                    + "(Threshold: \(found.thresholds.soleSupplier) organisations.)"), others: supplier.receivers)
    }
}

/// In whole per cents.
func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

extension Text {
    /// “a, b en c”; after so many names the rest becomes a number.
    static func listing(_ names: [Text], upTo limit: Int = 5) -> Text {
        func joined(_ words: [String], _ and: String, _ more: String) -> String {
            let rest = words.count - limit
            let shown = rest > 0 ? Array(words.prefix(limit)) + ["\(rest) \(more)"] : words
            guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
            return shown.dropLast().joined(separator: ", ") + " \(and) \(last)"
        }
        return Text(joined(names.map(\.dutch), "en", "andere"), joined(names.map(\.english), "and", "others"))
    }
}
