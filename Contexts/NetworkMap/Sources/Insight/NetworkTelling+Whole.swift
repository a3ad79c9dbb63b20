import Ecosystems
import Kernel
import Parties

/// What concerns the whole: how mixed it is, and whether one party has most say.
extension NetworkTelling {
    func told(_ monotony: Monotony) -> Finding {
        let (count, total, name) = (monotony.count, monotony.total, monotony.name)
        let message =
            switch monotony.subject {
            case .sectors:
                Text(
                    "\(count) van de \(total) deelnemers komen uit dezelfde hoek: \(name.dutch).",
                    "\(count) of the \(total) participants come from the same part of society: \(name.english).")
            case .roles:
                Text(
                    "\(count) van de \(total) rollen worden vervuld door \(name.dutch).",
                    "\(count) of the \(total) roles are fulfilled by \(name.english).")
            }
        let effective = "\((monotony.effective * 10).rounded() / 10)"
        let least = percent(found.thresholds.monotonyShare)
        return Finding(
            "network.monotony", .notice, message,
            why: Text(
                "Verscheidenheid vangt tegenslag op: wie anders is, ziet en kan iets anders. Zoek wie ontbreekt. "
                    + "(Zo gemengd als \(effective.replacing(".", with: ",")) gelijke groepen; drempel \(least)%.)",
                "Diversity buffers setbacks: who differs sees and can do something else. Look for who is missing. "
                    + "(As mixed as \(effective) equal groups; threshold \(least)%.)"),
            kind: Organisation.naming.plural)
    }

    func told(_ dominance: Dominance) -> Finding {
        let name = name(dominance.organisation)
        let (count, others) = (dominance.dependents.count, dominance.others)
        let least = percent(found.thresholds.dominanceShare)
        return about(
            "dominance", .warning, dominance.organisation,
            Text(
                "\(count) van de \(others) anderen hangen af van \(name.dutch), voor geld, sturing of om te kunnen werken.",
                "\(count) of the \(others) others depend on \(name.english), for money, direction or to be able to work."
            ),
            why: Text(
                "Beslist één partij over wat anderen kunnen, dan is het eerder een opdrachtgever met opdrachtnemers dan een "
                    + "ecosysteem. Bespreek welke macht deze partij deelt. (Drempel \(least)%.)",
                "When one party decides what others can do, it is a client with contractors rather than an ecosystem. Discuss "
                    + "what power it shares. (Threshold \(least)%.)"), others: dominance.dependents)
    }
}
