import Kernel

/// What the register of disputes refuses.
extension Problem {
    static let raiserIsNoParty = Problem(
        "dispute.raiser", at: ["parties"],
        Text("Wie het inbrengt, is zelf ook partij.", "Who raises it is a party too."),
        mend: Text("Zet die organisatie bij de partijen.", "Put that organisation among the parties."))

    static let disputeOrder = Problem(
        "dispute.order", at: ["steps"],
        Text("De dagen volgen elkaar niet op.", "The days do not follow each other."),
        mend: Text("Een trede begint niet vóór de vorige.", "A step does not begin before the one before it."))

    static let outcomeWithClosing = Problem(
        "dispute.outcome", at: ["outcome"],
        Text(
            "Een gesloten geschil heeft een uitkomst, een open geschil niet.",
            "A closed dispute has an outcome, an open one has not."),
        mend: Text("Vul beide in, of geen van beide.", "Fill in both, or neither."))

    static let feedbackBeforeClosing = Problem(
        "dispute.feedback",
        Text("Terugkijken kan pas als het gesloten is.", "Looking back is for when it is closed."),
        mend: Text("Sluit het eerst.", "Close it first."))

    static let feedbackOfStranger = Problem(
        "dispute.feedback-party", at: ["organisation"],
        Text("Alleen een partij kijkt hierop terug.", "Only a party looks back on this."),
        mend: Text("Kies een van de partijen.", "Choose one of the parties."))

    static func noSuchLadder(_ id: String) -> Problem {
        Problem(
            "dispute.ladder", at: ["ladder"],
            Text("“\(id.inShort)” is geen escalatieladder.", "“\(id.inShort)” is no escalation ladder."),
            mend: Text("Kies een methode van de familie ladders.", "Choose a method of the family ladders."))
    }

    static func stepsOutOfOrder(_ known: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return Problem(
            "dispute.steps", at: ["steps"],
            Text("Een geschil gaat de ladder alleen omhoog.", "A dispute only goes up the ladder."),
            mend: Text("De treden zijn: \(list).", "The steps are: \(list)."))
    }

    static let topOfLadder = Problem(
        "dispute.top", at: ["steps"],
        Text("Dit is al de hoogste trede.", "This is the highest step already."),
        mend: Text("Sluit het geschil met zijn uitkomst.", "Close the dispute with its outcome."))

    static let escalationWithoutReason = Problem(
        "dispute.reason", at: ["note"],
        Text("Er staat niet waarom het een trede hoger gaat.", "It does not say why it goes a step up."),
        mend: Text("Schrijf het in een paar woorden.", "Write it in a few words."))

    static let disputeClosed = Problem(
        "dispute.closed", at: ["closed"],
        Text("Dit is al gesloten.", "This is closed already."),
        mend: Text("Breng het opnieuw in als het weer speelt.", "Raise it anew when it is the matter again."))

    static let settlementMissing = Problem(
        "dispute.settlement", at: ["settlement"],
        Text("Er staat niet wat is afgesproken of besloten.", "It does not say what was agreed or decided."),
        mend: Text(
            "Schrijf het op, zodat de partijen hetzelfde lezen.", "Write it down, so that the parties read the same."))

    static let partialHandler = Problem(
        "dispute.partial-handler", at: ["handler"],
        Text("Wie het begeleidt, hoort zelf bij een van de partijen.", "Who guides it belongs to one of the parties."),
        mend: Text("Kies iemand die geen kant heeft.", "Choose someone without a side."))

    static let handlerWithoutRole = Problem(
        "dispute.handler", at: ["handler"],
        Text(
            "Wie het begeleidt, heeft geen rol die vertrouwelijk mag behandelen.",
            "Who guides it holds no role that handles things in confidence."),
        mend: Text(
            "Kies de marktmeester of vertrouwenspersoon; de regisseur kan het niet zijn.",
            "Choose the market master or confidant; who orchestrates cannot be it."))

    static let notRaisedByOwn = Problem(
        "dispute.subject", at: ["subject"],
        Text("Er staat niet waar het over gaat.", "It does not say what it is about."),
        mend: Text("Schrijf het onderwerp in een paar woorden.", "Write the subject in a few words."))

    static let onlyImpartial = Problem(
        "dispute.share", at: ["party"],
        Text(
            "Alleen wie het inbracht of wie het begeleidt, betrekt er een partij bij.",
            "Only who raised it or guides it brings in a party."),
        mend: Text("Vraag het aan een van die twee.", "Ask one of those two."))

    static func noSuchDispute(_ id: String) -> Problem {
        Problem(
            "dispute.unknown", Text("Dit geschil is er niet.", "This dispute is not here."),
            mend: Text("Kijk in de lijst welke u kunt zien.", "See in the list which you can see."))
    }
}
