import Kernel

/// What selecting by criteria refuses.
extension Problem {
    static let selectionScale = Problem(
        "selection.scale", at: ["highest"],
        Text("De hoogste score ligt niet boven de laagste.", "The highest score is not above the lowest."),
        mend: Text("Kies bijvoorbeeld 1 tot en met 3.", "Choose for example 1 up to 3."))

    static let selectionWeightless = Problem(
        "selection.weights", at: ["criteria"],
        Text("Geen enkel criterium telt mee.", "No criterion counts."),
        mend: Text("Geef minstens één criterium een gewicht.", "Give at least one criterion a weight."))

    static func selectionTwice(_ field: String, _ index: Int, _ id: String) -> Problem {
        Problem(
            "selection.twice", at: [field, String(index)],
            Text("“\(id.inShort)” staat er twee keer.", "“\(id.inShort)” is there twice."),
            mend: Text("Laat er één weg.", "Leave one out."))
    }

    static func noSuchOption(_ field: String, _ id: String) -> Problem {
        Problem(
            "selection.option", at: [field],
            Text("“\(id.inShort)” is geen van de mogelijkheden.", "“\(id.inShort)” is none of the options."),
            mend: Text("Noem de id van een mogelijkheid.", "Name the id of an option."))
    }

    static func noSuchCriterion(_ index: Int, _ id: String) -> Problem {
        Problem(
            "scoring.criterion", at: ["scores", String(index), "criterion"],
            Text("“\(id.inShort)” is geen van de criteria.", "“\(id.inShort)” is none of the criteria."),
            mend: Text("Noem de id van een criterium.", "Name the id of a criterion."))
    }

    static func outsideScale(_ index: Int, _ score: Int, _ scale: ClosedRange<Int>) -> Problem {
        Problem(
            "scoring.scale", at: ["scores", String(index), "score"],
            Text(
                "\(score) ligt buiten de schaal van \(scale.lowerBound) tot en met \(scale.upperBound).",
                "\(score) is outside the scale from \(scale.lowerBound) up to \(scale.upperBound)."),
            mend: Text("Kies een score op de schaal.", "Choose a score on the scale."))
    }

    static func fixedOnceScored(_ field: String) -> Problem {
        Problem(
            "selection.fixed", at: [field],
            Text(
                "Er is al gescoord; wat vooraf vaststond, verandert niet meer.",
                "Scores were given already; what was fixed beforehand changes no more."),
            mend: Text(
                "Begin een nieuwe selectie, of bekijk bij de gevoeligheid wat een ander gewicht zou doen.",
                "Begin a new selection, or see in the sensitivity what another weight would do."))
    }

    static let scoredAfterClosing = Problem(
        "scoring.closed", at: ["selection"],
        Text("Deze selectie is gesloten.", "This selection is closed."),
        mend: Text("Vraag wie de selectie leidt.", "Ask who leads the selection."))

    static let notAnAssessor = Problem(
        "scoring.assessor", at: ["assessor"],
        Text("Deze organisatie is hier geen beoordelaar.", "This organisation is no assessor here."),
        mend: Text("Voeg haar eerst bij de selectie toe.", "Add it to the selection first."))

    static let ownOffer = Problem(
        "scoring.own", at: ["option"],
        Text("Niemand beoordeelt zichzelf.", "Nobody assesses itself."),
        mend: Text("Laat de anderen deze mogelijkheid beoordelen.", "Let the others assess this option."))

    static let scoredTwice = Problem(
        "scoring.twice", at: ["option"],
        Text(
            "Deze beoordelaar heeft deze mogelijkheid al beoordeeld.", "This assessor has scored this option already."),
        mend: Text("Wijzig die beoordeling.", "Change that scoring."))

    static let chosenBeforeClosing = Problem(
        "selection.open", at: ["chosen"],
        Text("Er wordt nog gescoord.", "Scoring is still going on."),
        mend: Text("Vul eerst in op welke dag de selectie sluit.", "First fill in on which day the selection closes."))

    static let choiceWithoutReasons = Problem(
        "selection.reasons", at: ["reasons"],
        Text(
            "Dit is niet de enige met de meeste punten; zo'n keuze vraagt om een motivering.",
            "This is not the only one with most points; such a choice needs reasons."),
        mend: Text(
            "Motiveer de keuze, of laat bij een gelijke stand het lot beslissen.",
            "Give the reasons, or let the lot decide a tie."))

    static let drawnWithoutTie = Problem(
        "selection.no-tie", at: ["drawn"],
        Text(
            "Er is niets te loten: dit is geen van de gelijken.",
            "There is nothing to draw: this is none of the equals."),
        mend: Text("Laat het lot leeg.", "Leave the lot empty."))

    static let drawWithoutProof = Problem(
        "selection.draw", at: ["draw"],
        Text("Er staat niet waar de loting is na te rekenen.", "It does not say where the draw can be recomputed."),
        mend: Text("Noem de stemming of het bestand van de loting.", "Name the ballot or file of the draw."))
}
