import Kernel

/// What is refused about a ballot and the votes in it.
extension Problem {
    static func noSeat(_ seat: ID<Seat>) -> Problem {
        Problem(
            "vote.no-seat", at: ["seat"],
            Text("“\(seat)” heeft in deze stemming geen zetel.", "“\(seat)” has no seat in this ballot."),
            mend: Text(
                "Stemmen doen de zetels zoals ze bij de opening waren.", "The seats vote as they were at the opening."))
    }

    static func observerVotes(_ seat: ID<Seat>) -> Problem {
        Problem(
            "vote.observer", at: ["seat"],
            Text("“\(seat)” is toehoorder en stemt niet.", "“\(seat)” is an observer and does not vote."),
            mend: Text("Vraag een lid om te stemmen.", "Ask a member to vote."))
    }

    static let emptyVote = Problem(
        "vote.empty", at: ["papers"], Text("Er is niets gekozen.", "Nothing is chosen."),
        mend: Text("Kies, onthoud u of stem blanco.", "Choose, abstain or vote blank."))

    static let partsNeedWeight = Problem(
        "vote.parts", at: ["papers"],
        Text("Van een gesplitste stem moet elk deel een gewicht hebben.", "Each part of a split vote needs a weight."),
        mend: Text("Zeg bij elk deel hoeveel het weegt.", "Say of each part what it weighs."))

    static let votedTwice = Problem(
        "vote.twice", at: ["seat"],
        Text("Deze zetel heeft al gestemd.", "This seat has voted already."),
        mend: Text("In deze stemming kan een stem niet worden gewijzigd.", "In this ballot a vote cannot be changed."))

    static let votedInSecret = Problem(
        "vote.twice", at: ["seat"],
        Text("Deze zetel heeft al gestemd.", "This seat has voted already."),
        mend: Text(
            "Wijzig de stem met de ontvangstcode, als deze stemming dat toelaat.",
            "Change the vote with the receipt code, if this ballot allows it."))

    static func ballotShut(_ ballot: Ballot) -> Problem {
        let until = ballot.closed ?? ballot.closes
        return Problem(
            "ballot.shut", at: ["ballot"],
            until.map {
                Text(
                    "Deze stemming nam stemmen aan tot en met \($0.shown(.nl)).",
                    "This ballot took votes until \($0.shown(.en)).")
            } ?? Text("Deze stemming is niet open.", "This ballot is not open."),
            mend: Text("Na de sluiting telt geen stem meer.", "After closing no vote counts."))
    }

    static func otherState(_ state: Ballot.State) -> Problem {
        Problem(
            "ballot.state", at: ["state"],
            Text("Deze stemming is \(state.label.nl).", "This ballot is \(state.label.en)."),
            mend: Text("Deze stap kan daarna niet meer.", "This step is not possible after that."))
    }

    static let reasonsAsked = Problem(
        "vote.reason", at: ["reason"],
        Text("Dit voorstel vraagt om redenen bij de stem.", "This proposal asks for reasons with the vote."),
        mend: Text("Schrijf waarom u zo stemt.", "Write why you vote so."))

    static func noProxy(_ from: ID<Seat>, _ to: ID<Seat>) -> Problem {
        Problem(
            "proxy.none", at: ["by"],
            Text("“\(from)” gaf “\(to)” geen volmacht.", "“\(from)” gave “\(to)” no proxy."),
            mend: Text("Wie de zetel bezet, geeft eerst een volmacht.", "Who holds the seat gives a proxy first."))
    }

    static func tooManyProxies(_ seat: ID<Seat>, most: Int) -> Problem {
        Problem(
            "proxy.many", at: ["by"],
            Text(
                "“\(seat)” stemt al voor \(most) andere; meer mag niet.",
                "“\(seat)” votes for \(most) others already; more is not allowed."),
            mend: Text("Geef de volmacht aan een andere zetel.", "Give the proxy to another seat."))
    }

    static let membersMissing = Problem(
        "ballot.no-members", at: ["seats"],
        Text("Dit orgaan heeft geen zetels met stem.", "This body has no seats that vote."),
        mend: Text("Geef de leden eerst een zetel.", "Give the members a seat first."))

    static let alreadyOpen = Problem(
        "ballot.twice",
        Text("Over dit voorstel loopt al een stemming.", "A ballot on this proposal is running already."),
        mend: Text("Sluit die eerst.", "Close that first."))

    static let noFutureClose = Problem(
        "ballot.closes", at: ["closes"],
        Text("Die dag ligt niet na de vorige.", "That day is not after the one before."),
        mend: Text("Kies een latere dag.", "Choose a later day."))

    static let seedUnpublished = Problem(
        "lot.early", at: ["seed"],
        Text("Het zaad van het lot is nog niet gepubliceerd.", "The seed of the lot is not published yet."),
        mend: Text(
            "Sluit de stemming en tel daarna: dan staat het controlepunt vast.",
            "Close the ballot and count after it: then the checkpoint is fixed."))

    static let byName = Problem(
        "ballot.by-name", at: ["ballot"],
        Text("Deze stemming is op naam.", "This ballot is by name."),
        mend: Text("Stem op naam.", "Vote by name."))

    static let inSecret = Problem(
        "ballot.in-secret", at: ["ballot"],
        Text("Deze stemming is geheim.", "This ballot is secret."),
        mend: Text("Lever een geheim biljet in.", "Hand in a secret paper."))

    static let boxDiffers = Problem(
        "ballot.box", at: ["papers"],
        Text(
            "Het aantal biljetten is niet gelijk aan het aantal zetels dat meedeed.",
            "The number of papers is not the number of seats that took part."),
        mend: Text(
            "Breek de stemming af en stem opnieuw; laat de opslag nakijken.",
            "Cancel and vote again; have the store looked at."))
}
