import Ecosystems
import Kernel
import Parties

/// Tells each fact as a step.
struct CourseBuilder {
    let facts: AgreementFacts
    /// The only last day to come that still matters.
    let closes: Day?
    let reader: Reader

    var versions: [AgreementCourse.Step] {
        facts.versions.compactMap { fixed in
            step(
                fixed.version.on,
                Text("Versie \(fixed.version.number) vastgelegd", "Version \(fixed.version.number) fixed"),
                fixed.version.changes, "versions", fixed.version.id.rawValue, [fixed.version.number, 0])
        }
    }

    var rounds: [AgreementCourse.Step] {
        facts.rounds.flatMap { round in
            [
                step(
                    round.opens, Text("Consultatie geopend", "Consultation opened"), round.note, "rounds",
                    round.id.rawValue, rank(round.version, 1)),
                round.closed == nil
                    ? step(
                        last(round.closes), Text("Consultatie sluit", "Consultation closes"), Text(), "rounds",
                        round.id.rawValue, rank(round.version, 2))
                    : step(
                        round.closed, Text("Consultatie eerder gesloten", "Consultation closed early"), round.reason,
                        "rounds", round.id.rawValue, rank(round.version, 2)),
            ].compactMap(\.self)
        }
    }

    var offerings: [AgreementCourse.Step] {
        facts.offerings.flatMap { offering in
            [
                step(
                    offering.on, Text("Ter ondertekening voorgelegd", "Offered to sign"), offering.note, "offerings",
                    offering.id.rawValue, rank(offering.version, 3)),
                step(
                    last(offering.until), Text("Tekenen sluit", "Signing closes"), Text(), "offerings",
                    offering.id.rawValue, rank(offering.version, 5)),
                step(
                    offering.withdrawn, Text("Voorlegging ingetrokken", "Offering withdrawn"), Text(), "offerings",
                    offering.id.rawValue, rank(offering.version, 5)),
            ].compactMap(\.self)
        }
    }

    var signatures: [AgreementCourse.Step] {
        facts.signatures.compactMap { signature in
            let number = facts.fixed(signature.version)?.version.number ?? 0
            let name = reader.title("organisations", signature.party.rawValue)
            return step(
                signature.on,
                Text(
                    "\(name.dutch) \(signature.answer.label.nl) versie \(number)",
                    "\(name.english) \(signature.answer.label.en) version \(number)"),
                signature.reason, "signatures", signature.id.rawValue, rank(signature.version, 4))
        }
    }

    var exits: [AgreementCourse.Step] {
        facts.exits.flatMap { exit in
            let name = reader.title("organisations", exit.party.rawValue)
            return [
                step(
                    exit.given, Text("\(name.dutch) zegt op", "\(name.english) gives notice"), exit.reason, "exits",
                    exit.id.rawValue),
                step(
                    exit.effective, Text("\(name.dutch) treedt uit", "\(name.english) leaves"), Text(), "exits",
                    exit.id.rawValue),
            ].compactMap(\.self)
        }
    }

    var endings: [AgreementCourse.Step] {
        facts.endings.compactMap {
            step($0.on, Text("De afspraak eindigt", "The agreement ends"), $0.reason, "endings", $0.id.rawValue)
        }
    }

    /// The last day of the text that binds now, or did until it expired.
    var terms: [AgreementCourse.Step] {
        AgreementTerm(AgreementStanding(facts, on: reader.today)).flatMap { term in
            step(
                term.until,
                Text("De looptijd van versie \(term.version) eindigt", "The term of version \(term.version) ends"),
                Text(), "versions", term.record)
        }.map { [$0] } ?? []
    }

    func reviews(_ reviews: [Review]) -> [AgreementCourse.Step] {
        reviews.compactMap { review in
            step(
                review.held ?? review.planned,
                review.held == nil
                    ? Text("Evaluatie gepland", "Review planned") : Text("Evaluatie gehouden", "Review held"),
                review.conclusions, "reviews", review.id.rawValue)
        }
    }

    private func rank(_ version: ID<AgreementVersion>, _ stage: Int) -> [Int] {
        [facts.fixed(version)?.version.number ?? 0, stage]
    }

    /// A last day that is over, or that still matters.
    private func last(_ day: Day?) -> Day? { day.flatMap { $0 <= reader.today || $0 == closes ? $0 : nil } }

    private func step(
        _ day: Day?, _ what: Text, _ detail: Text, _ kind: String, _ record: String, _ rank: [Int] = [.max]
    ) -> AgreementCourse.Step? {
        guard let day, let known = reader.catalogue.kind(kind), reader.canRead(known) else { return nil }
        return AgreementCourse.Step(
            day: day, what: what, detail: detail, kind: kind, record: record, isFuture: day > reader.today,
            rank: rank)
    }
}
