import Ecosystems
import Kernel

extension Roster {
    /// Names that look like duplicates; beyond fifty of them, the rest as a number.
    var lookalikeFindings: [Finding] {
        let found = Lookalikes(of: state[Organisation.self].records)
        let findings =
            found.same.map { looksLike($0, .warning) } + found.near.map { looksLike($0, .notice) }
        guard findings.count > 50 else { return findings }
        let rest = findings.count - 50
        return findings.prefix(50) + [
            Finding(
                "organisation.looks-like", .notice,
                Text(
                    "Nog \(rest) groepen organisaties lijken dubbel te staan.",
                    "\(rest) more groups of organisations seem to be recorded twice."),
                why: Self.whyMerge, kind: Organisation.naming.plural)
        ]
    }

    private func looksLike(_ ids: [String], _ severity: Finding.Severity) -> Finding {
        let names = Text.list(ids.map { id in organisation(ID(id)).marked(with: id) })
        return Finding(
            "organisation.looks-like", severity,
            Text(
                "Misschien één organisatie: \(names.dutch).", "Perhaps one organisation: \(names.english)."),
            why: Self.whyMerge, kind: Organisation.naming.plural, record: ids.first ?? "",
            others: Array(ids.dropFirst()),
            field: "aliases")
    }

    private static let whyMerge = Text(
        "Een organisatie die dubbel staat, telt dubbel, en haar rollen en relaties raken verspreid. Voeg ze samen: alles "
            + "wat naar de ene verwijst, verwijst dan naar de andere. Zijn het er echt twee, geef ze dan namen die "
            + "duidelijker verschillen, of maak de ene onderdeel van de andere.",
        "An organisation that is recorded twice counts twice, and its roles and relations get scattered. Merge them: "
            + "everything that names the one then names the other. If they really are two, give them names that differ "
            + "more, or make the one part of the other.")
}

extension Text {
    fileprivate func marked(with id: String) -> Text { Text("“\(dutch)” (\(id))", "“\(english)” (\(id))") }
}
