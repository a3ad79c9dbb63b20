import Ecosystems
import Kernel
import MethodLibrary
import Parties

extension BodyReview {
    /// How many days before its end a seat's term is called ending (ours).
    static let warningDays = 30

    /// Parties in fewer bodies of a sort than the library says, such as fewer than two working groups.
    var fewGroups: [Finding] {
        let sorts = Dictionary(grouping: bodies.filter { !$0.type.isEmpty }, by: \.type)
        return sorts.sorted { $0.key < $1.key }.compactMap { id, own -> Finding? in
            guard let type = situation.library.bodyType(id), let least = type.each, own.count >= least else {
                return nil
            }
            let counts = own.reduce(into: [ID<Organisation>: Int]()) { counts, body in
                for organisation in body.organisations(seats(of: body.id)) { counts[organisation, default: 0] += 1 }
            }
            let short = parties.filter { counts[$0, default: 0] < least }
            return short.isEmpty ? nil : tooFew(short, least, type)
        }
    }

    /// The organisations that take part, those that count as a party.
    private var parties: [ID<Organisation>] {
        situation.state[Participation.self].records.filter(\.status.isParty).map(\.organisation).sorted()
    }

    private func tooFew(_ short: [ID<Organisation>], _ least: Int, _ type: BodiesMethod.BodyType) -> Finding {
        let names = short.prefix(3).map { situation.state[Organisation.self][$0]?.name ?? Text(same: $0.rawValue) }
        let rest = short.count - names.count
        let nl = names.map(\.dutch).joined(separator: ", ") + (rest > 0 ? " en nog \(rest)" : "")
        let en = names.map(\.english).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        let isOne = short.count == 1
        return Finding(
            "party.few-bodies", .notice,
            Text(
                "\(nl) \(isOne ? "zit" : "zitten") in minder dan \(least) organen van de soort \(type.name.dutch.lowercased()).",
                "\(en) \(isOne ? "sits" : "sit") in fewer than \(least) bodies of the sort \(type.name.english.lowercased())."
            ),
            why: Text(
                "Wie in meer groepen zit, weet wat er elders gebeurt en draagt zichtbaar bij. De bibliotheek vraagt er ten minste \(least).",
                "Who is in more groups knows what happens elsewhere and visibly contributes. The library asks for at least \(least)."
            ),
            kind: Organisation.naming.plural, record: isOne ? short[0].rawValue : "",
            others: isOne ? [] : short.map(\.rawValue))
    }

    /// Who must be impartial, such as a market master, and votes for a party.
    var conflicts: [Finding] {
        let impartial = situation.state[Assignment.self].sorted.filter {
            $0.period.contains(today) && situation.library.role($0.role)?.impartial == true
        }
        return impartial.flatMap { assignment -> [Finding] in
            let people = Set([assignment.person, assignment.deputy].compactMap(\.self))
            return every.filter { seat in
                seat.votes > 0 && !seat.independent && seat.term.contains(today)
                    && [seat.person, seat.deputy].contains { $0.map(people.contains) == true }
            }
            .map { conflict($0, assignment) }
        }
    }

    private func conflict(_ seat: Seat, _ assignment: Assignment) -> Finding {
        let role = situation.library.role(assignment.role)?.name ?? Text(same: assignment.role)
        let body = situation.state[Body.self][seat.body]?.name ?? Text(same: seat.body.rawValue)
        return Finding(
            "seat.conflict", .error,
            Text(
                "De rol \(role.dutch) is onpartijdig, en wie haar vervult stemt in \(body.dutch).",
                "The role \(role.english) is impartial, and who has it votes in \(body.english)."),
            why: Text(
                "Wie tussen partijen bemiddelt, kan niet voor één van hen stemmen. Geef de zetel of de rol aan iemand anders.",
                "Who mediates between parties cannot vote for one of them. Give the seat or the role to someone else."),
            kind: Seat.naming.plural, record: seat.id.rawValue, field: "person")
    }

    /// Terms that are over or nearly so, and that nobody follows up.
    var endings: [Finding] {
        let alive = Set(bodies.map(\.id))
        return every.filter { alive.contains($0.body) }.compactMap { seat in
            guard let end = seat.term.until, end <= today + Self.warningDays, !isFollowed(seat, end) else { return nil }
            return ending(seat, end)
        }
    }

    private func isFollowed(_ seat: Seat, _ end: Day) -> Bool {
        every.contains {
            $0.id != seat.id && $0.body == seat.body && $0.organisation == seat.organisation
                && $0.function == seat.function && $0.group == seat.group && $0.term.contains(max(end + 1, today))
        }
    }

    private func ending(_ seat: Seat, _ end: Day) -> Finding {
        let isOver = end < today
        let body = situation.state[Body.self][seat.body]?.name ?? Text(same: seat.body.rawValue)
        let whose = seat.organisation.flatMap { situation.state[Organisation.self][$0]?.name } ?? seat.title
        let (nl, en) = (end.shown(.nl, today: today), end.shown(.en, today: today))
        return Finding(
            isOver ? "seat.term-ended" : "seat.term-ending", isOver ? .warning : .notice,
            isOver
                ? Text(
                    "De termijn van \(whose.dutch) in \(body.dutch) liep af op \(nl).",
                    "The term of \(whose.english) in \(body.english) ended on \(en).")
                : Text(
                    "De termijn van \(whose.dutch) in \(body.dutch) loopt af op \(nl).",
                    "The term of \(whose.english) in \(body.english) ends on \(en)."),
            why: Text(
                "Daarna telt de zetel niet mee. Verleng haar, of maak een nieuwe zetel.",
                "After that the seat does not count. Extend it, or make a new seat."),
            kind: Seat.naming.plural, record: seat.id.rawValue, field: "term", due: end)
    }
}

extension Body {
    /// The organisations in it: members, lead, and those that have a seat.
    package func organisations(_ seats: Seats) -> Set<ID<Organisation>> {
        Set(members + (lead.map { [$0] } ?? []) + seats.all.compactMap(\.seat.organisation))
    }
}
