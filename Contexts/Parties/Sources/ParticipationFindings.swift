import Ecosystems
import Kernel

extension Roster {
    var participationFindings: [Finding] { helixFindings + lateBoardings + withoutParticipation }

    private var helixFindings: [Finding] {
        HelixSummary(situation).strands.filter(\.isMissing).map { strand in
            let label = strand.helix.label
            let names = Text.list(strand.candidates.map { organisation(ID($0)) }, upTo: 3)
            let (nl, en) =
                strand.candidates.isEmpty ? ("", "") : (" In beeld: \(names.dutch).", " In sight: \(names.english).")
            return Finding(
                "helix.missing", .warning,
                Text(
                    "Het doel heeft \(label.dutch) nodig, maar uit die hoek doet nog niemand mee.\(nl)",
                    "The goal needs \(label.english), but nobody from that part takes part yet.\(en)"),
                why: Text(
                    "Het ecosysteem zegt zelf dat het deze sector nodig heeft. Zonder partij uit die hoek ontbreken haar "
                        + "kennis en haar belangen. Nodig iemand uit, of pas bij het ecosysteem aan wat nodig is.",
                    "The ecosystem itself says that it needs this sector. Without such a party its knowledge and its "
                        + "interests are missing. Invite someone, or change what the ecosystem says it needs."),
                kind: Profile.naming.plural, record: state.id, field: "helix")
        }
    }

    /// Boardings with steps past their day: one finding for each boarding, due on the oldest of those days.
    private var lateBoardings: [Finding] {
        state[Boarding.self].sorted.compactMap { boarding in
            let late = boarding.open(in: situation.library).compactMap { item in
                boarding.due(item).flatMap { $0 < today ? (day: $0, text: item.text) : nil }
            }
            .sorted { $0.day < $1.day }
            guard let first = late.first else { return nil }
            let name = organisation(boarding.organisation)
            let (nl, en) = late.count == 1 ? ("stap is", "step is") : ("stappen zijn", "steps are")
            let (way, weg) =
                boarding.direction == .onboarding ? ("Onboarding", "Toetreding") : ("Offboarding", "Uittreding")
            return Finding(
                "boarding.late", .warning,
                Text(
                    "\(weg) van \(name.dutch): \(late.count) \(nl) te laat, als eerste: \(first.text.dutch)",
                    "\(way) of \(name.english): \(late.count) \(en) late, the first: \(first.text.english)"),
                why: Text(
                    "Wie in de eerste weken niet verder komt, haakt af; wie uittreedt zonder afronding, laat losse "
                        + "einden achter. Vink af wat klaar is, of spreek een nieuwe dag af.",
                    "Those who get stuck in the first weeks drop out; those who leave without finishing leave loose "
                        + "ends. Tick off what is done, or agree on a new day."),
                kind: Boarding.naming.plural, record: boarding.id.rawValue, field: "steps", due: first.day)
        }
    }

    private var withoutParticipation: [Finding] {
        let known = Set(state[Participation.self].records.lazy.map(\.organisation))
        let missing = state[Organisation.self].records.compactMap { organisation in
            known.contains(organisation.id) ? nil : (id: organisation.id, name: organisation.name)
        }
        guard !missing.isEmpty else { return [] }
        let names = Text.list(missing.sorted { $0.id < $1.id }.map(\.name))
        let (nl, en) = missing.count == 1 ? ("organisatie heeft", "organisation has") : Self.many
        return [
            Finding(
                "organisation.no-participation", .notice,
                Text(
                    "\(missing.count) \(nl) nog geen deelname: \(names.dutch).",
                    "\(missing.count) \(en) no participation yet: \(names.english)."),
                why: Text(
                    "Van deze organisaties is niet vastgelegd of ze meedoen. Hoort een organisatie er alleen zijdelings "
                        + "bij, zet haar dan op “in beeld”.",
                    "It is not recorded whether these organisations take part. If an organisation is only involved from "
                        + "the side, set it to “identified”."),
                kind: Organisation.naming.plural)
        ]
    }

    private static let many = ("organisaties hebben", "organisations have")
}
