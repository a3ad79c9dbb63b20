import Kernel

/// What is wrong with seats, options and ballots.
extension Problem {
    static func fileLarge(_ bytes: Int) -> Problem {
        Problem(
            "file.large",
            Text(
                "Het bestand is \(bytes) bytes; er passen er \(BallotFile.mostBytes).",
                "The file is \(bytes) bytes; \(BallotFile.mostBytes) fit."),
            mend: Text("Laat toelichtingen weg of verdeel de stemming.", "Leave out remarks or divide the ballot."))
    }

    static let noSeats = Problem(
        "seat.none", at: ["seats"], Text("Er is geen zetel die mag stemmen.", "There is no seat that may vote."),
        mend: Text("Noem de zetels van het orgaan.", "Name the seats of the body."))

    static func seatTwice(_ id: String, differs: Bool, at path: [String]) -> Problem {
        Problem(
            differs ? "seat.contradiction" : "seat.twice", at: path,
            differs
                ? Text(
                    "Zetel “\(id.inShort)” staat er twee keer, met verschillende gegevens.",
                    "Seat “\(id.inShort)” appears twice, and differs.")
                : Text("Zetel “\(id.inShort)” staat er twee keer.", "Seat “\(id.inShort)” appears twice."),
            mend: Text("Laat er één staan, de juiste.", "Keep one, the right one."))
    }

    static func seatWeight(_ weight: Fraction, at path: [String]) -> Problem {
        Problem(
            "seat.weight", at: path, Text("Het gewicht \(weight) is minder dan 0.", "The weight \(weight) is below 0."),
            mend: Text(
                "Geef 0 of meer; wie niet mag stemmen krijgt “voting”: false.",
                "Give 0 or more; who may not vote gets “voting”: false."))
    }

    static func reservedOption(_ id: String, at path: [String]) -> Problem {
        Problem(
            "option.reserved", at: path,
            Text(
                "“\(id)” heeft in de uitkomst een eigen betekenis.", "“\(id)” has a meaning of its own in the outcome."),
            mend: Text("Geef de optie een andere id.", "Give the option another id."))
    }

    static func optionTwice(_ id: String, at path: [String]) -> Problem {
        Problem(
            "option.twice", at: path,
            Text("Optie “\(id.inShort)” staat er twee keer.", "Option “\(id.inShort)” appears twice."),
            mend: Text("Laat er één weg.", "Leave one out."))
    }

    static func noOption(_ id: String, known: [String], at path: [String]) -> Problem {
        let near = known.nearest(to: id)
        return Problem(
            "option.unknown", at: path,
            Text(
                "“\(id.inShort)” is geen optie van deze stemming.", "“\(id.inShort)” is not an option of this ballot."),
            mend: near.map { Text("Bedoelt u “\($0)”?", "Do you mean “\($0)”?") }
                ?? Text("Kies een van “options”.", "Choose one of “options”."))
    }

    static func namedTwice(_ id: String, at path: [String]) -> Problem {
        Problem(
            "ballot.option", at: path,
            Text("Dit biljet noemt “\(id.inShort)” twee keer.", "This ballot names “\(id.inShort)” twice."),
            mend: Text("Noem elke optie hoogstens één keer.", "Name each option at most once."))
    }

    static func votes(_ count: Int, known: [String], at path: [String]) -> Problem {
        let keys = known.joined(separator: ", ")
        return Problem(
            "ballot.vote", at: path,
            count == 0
                ? Text("Dit biljet bevat geen stem.", "This ballot holds no vote.")
                : Text("Dit biljet bevat meer dan één soort stem.", "This ballot holds more than one kind of vote."),
            mend: Text("Geef precies één van: \(keys).", "Give exactly one of: \(keys)."))
    }

    static func noSeat(_ id: String, at path: [String]) -> Problem {
        Problem(
            "ballot.seat", at: path,
            Text("Er is geen zetel “\(id.inShort)”.", "There is no seat “\(id.inShort)”."),
            mend: Text("Noem een zetel uit “seats”, of voeg die toe.", "Name a seat of “seats”, or add it."))
    }

    static func observer(_ id: String, at path: [String]) -> Problem {
        Problem(
            "ballot.observer", at: path,
            Text("Zetel “\(id.inShort)” heeft geen stem.", "Seat “\(id.inShort)” has no vote."),
            mend: Text(
                "Haal dit biljet weg, of geef de zetel stemrecht.", "Take this ballot out, or let the seat vote."))
    }

    static func ballotTwice(_ id: String, first: Int, at path: [String]) -> Problem {
        Problem(
            "ballot.twice", at: path,
            Text(
                "Zetel “\(id.inShort)” stemde al, in ballots.\(first).",
                "Seat “\(id.inShort)” voted already, in ballots.\(first)."),
            mend: Text(
                "Laat één biljet staan; bij een gesplitste stem krijgt elk deel een “weight”.",
                "Keep one ballot; of a split vote each part gets a “weight”."))
    }

    static func ballotTimes(_ id: String, at path: [String]) -> Problem {
        Problem(
            "ballot.order", at: path,
            Text(
                "Welk biljet van zetel “\(id.inShort)” het laatste is, staat niet vast.",
                "Which ballot of seat “\(id.inShort)” is the last is not certain."),
            mend: Text("Geef elk biljet zijn eigen “at”.", "Give each ballot its own “at”."))
    }

    static func ballotWeight(_ id: String, cast: Fraction?, held: Fraction, at path: [String]) -> Problem {
        let sum = cast.map(\.inWords)
        return Problem(
            "ballot.weight", at: path,
            Text(
                "Zetel “\(id.inShort)” brengt \(sum ?? "meer dan past") uit en heeft gewicht \(held.inWords).",
                "Seat “\(id.inShort)” casts \(sum ?? "more than fits") and holds weight \(held.inWords)."),
            mend: Text("Verdeel hoogstens het gewicht van de zetel.", "Divide at most the weight of the seat."))
    }

    static func split(_ id: String, at path: [String]) -> Problem {
        Problem(
            "ballot.split", at: path,
            Text(
                "Zetel “\(id.inShort)” stemt met een deel van het gewicht, en dat mag hier niet.",
                "Seat “\(id.inShort)” votes with a part of its weight, which the rule does not allow."),
            mend: Text(
                "Stem met het hele gewicht, of laat splitsen toe.", "Vote with the whole weight, or allow splitting."))
    }

    static func time(_ moment: Moment, limit: Moment, isLate: Bool, at path: [String]) -> Problem {
        Problem(
            isLate ? "ballot.late" : "ballot.early", at: path,
            isLate
                ? Text(
                    "Gestemd op \(moment), na de sluiting op \(limit).",
                    "Cast at \(moment), after the closing at \(limit).")
                : Text(
                    "Gestemd op \(moment), voor de opening op \(limit).",
                    "Cast at \(moment), before the opening at \(limit)."),
            mend: Text("Dit biljet telt niet mee; haal het weg.", "This ballot does not count; take it out."))
    }

    static func unfit(_ method: Rule.Method, wanted: String, at path: [String]) -> Problem {
        Problem(
            "ballot.kind", at: path,
            Text(
                "Deze soort stem past niet bij de methode “\(method.rawValue)”.",
                "This kind of vote does not fit the method “\(method.rawValue)”."),
            mend: Text("Gebruik \(wanted).", "Use \(wanted)."))
    }
}
