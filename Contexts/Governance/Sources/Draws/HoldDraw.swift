import Ecosystems
import Kernel

/// Fixes the list of candidates and how many are drawn from each group. Who leads the body does this, before anybody can know the lot.
///
/// Refuses a candidate that is there twice or in a group of which nobody is drawn, and more places than candidates.
package struct AnnounceDraw: Command {
    package let draw: MemberDraw

    /// - Parameter draw: its id and day are set by the command.
    package init(_ draw: MemberDraw) { self.draw = draw }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(draw.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var made = draw
        made.id = ID(situation.state.freeID(MemberDraw.self, "\(draw.body)-\(situation.today)"))
        made.announced = situation.today
        (made.seedSize, made.seedRoot, made.drawn, made.drawnOn) = (nil, "", [], nil)
        (made.withdrawn, made.withdrawnWhy) = (nil, Text())
        let change = RecordChange(MemberDraw.naming.plural, made.id.rawValue, .add(made.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Draws: the lot follows from the log as it stood when the list was fixed, and everyone drawn gets a seat. Refuses before that state of the log
/// is published, and a second time.
package struct HoldDraw: Command {
    package let draw: String
    /// The log right after the announcement.
    let seed: LotSeed?

    package init(_ draw: String, seed: LotSeed?) {
        self.draw = draw
        self.seed = seed
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[MemberDraw.self][ID(draw)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var found = try situation.openDraw(draw)
        guard let seed else { throw .conflict(.drawUnpublished) }
        let order = DrawOrder(found, seed: seed.root)
        (found.seedSize, found.seedRoot) = (seed.size, seed.root)
        (found.drawn, found.drawnOn) = (order.drawn, situation.today)
        let seats = order.places.filter(\.isDrawn).enumerated().map { position, place in
            RecordChange(Seat.naming.plural, "\(draw)-\(position + 1)", .add(seat(for: place, of: found).values))
        }
        let held = RecordChange(MemberDraw.naming.plural, draw, .put(found.values))
        return try ChangeRecords([held] + seats, process: true).decide(in: situation, catalogue: catalogue)
    }

    private func seat(for place: DrawOrder.Place, of draw: MemberDraw) -> Seat {
        var seat = Seat()
        seat.body = draw.body
        seat.group = place.group
        seat.function = Text("Door loting: \(place.key)", "Drawn by lot: \(place.key)")
        seat.term = draw.term
        return seat
    }
}

/// Ends a draw before it is held, with a reason. What was announced stays in the log, so that nobody draws until it pleases.
package struct WithdrawDraw: Command {
    package let draw: String
    package let reason: Text

    package init(_ draw: String, reason: Text) {
        self.draw = draw
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[MemberDraw.self][ID(draw)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        _ = try situation.openDraw(draw)
        if reason.isEmpty { throw .invalid([.reasonNeeded("reason")]) }
        let fields: [String: Value] = ["withdrawn": situation.today.value, "withdrawnWhy": reason.value]
        let change = RecordChange(MemberDraw.naming.plural, draw, .patch(fields))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension Ecosystem {
    /// Holds a draw with the log as it stood right after its announcement.
    package func hold(_ draw: String, by caller: Caller, name: CommandName? = nil) async throws(Refusal) -> Outcome {
        var seed: LotSeed?
        if state[MemberDraw.self][ID(draw)]?.isOpen == true,
            let announced = state.table(MemberDraw.naming.plural)?.version(of: draw)
        {
            seed = try self.seed(after: announced)
        }
        return try await perform(HoldDraw(draw, seed: seed), by: caller, name: name)
    }
}

extension Situation {
    fileprivate func openDraw(_ id: String) throws(Refusal) -> MemberDraw {
        guard let draw = state[MemberDraw.self][ID(id)] else { throw .notFound(.noSuchDraw(id)) }
        guard draw.isOpen else { throw .conflict(.drawSettled) }
        return draw
    }
}

extension Problem {
    fileprivate static let drawUnpublished = Problem(
        "lot.early", at: ["seed"],
        Text("Het zaad van de loting is nog niet gepubliceerd.", "The seed of the draw is not published yet."),
        mend: Text(
            "Leg eerst de lijst vast: daarna staat het zaad vast.", "Fix the list first: after that the seed is fixed.")
    )
}
