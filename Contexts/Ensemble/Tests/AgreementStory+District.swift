import Kernel

@testable import Agreements
@testable import Governance

/// How the working group of the innovation district decided. What the questions are comes from the source; who said and voted what is ours.
extension AgreementStory {
    private static let consent: [String: Value] = ["method": "consent"]
    /// As the clause on deciding of the letter says: two thirds of the votes cast, abstentions not counted.
    private static let twoThirds: [String: Value] = [
        "method": "qualified", "threshold": "2/3", "abstentions": "excluded",
    ]

    mutating func tellDistrict() throws {
        try tellTerm()
        try tellCase()
        try tellResidents()
    }

    /// By consent: an objection, another text, agreement, and a term of the glossary that says so.
    private mutating func tellTerm() throws {
        let proposal = try propose(
            on: "2026-09-07", "begrip-gebied", by: "dei",
            Text("Eén omschrijving voor wat wij doen", "One description of what we do"),
            Text(
                "Wij bedoelen: een gebied in samenhang ontwikkelen, met gegevens die partijen met elkaar delen.",
                "We mean: developing an area as a whole, with data that parties share with each other."),
            effects: [
                Effect(
                    "terms", "digitaal-gebiedsgericht-ecosysteem",
                    ["definition": values("terms", "digitaal-gebiedsgericht-ecosysteem")["definition"] ?? .null],
                    Text("Zo staat het in de begrippenlijst.", "It reads so in the list of terms."))
            ])
        try sound(
            on: "2026-09-08", "omschrijving-heijmans", proposal, "heijmans", .support,
            Text("Als ieder vak zich erin herkent.", "If every discipline recognises itself in it."))
        try advise(
            on: "2026-09-09", "omschrijving-overheden", proposal, ["organisation": "overheden"], .conditional,
            Text(
                "Zeg ook wie er later voor het gebied zorgt. Beheer betekent in de fysieke en de digitale wereld iets anders.",
                "Say also who takes care of the area later. Management means something else in the physical and the digital world."
            ))
        let first = try open(on: "2026-09-10", proposal, Self.consent, until: "2026-09-24")
        try vote(
            on: "2026-09-11", first, "werkgroep-gebied-heijmans", BallotPaper(.yes),
            Text("Hiermee kunnen wij werken.", "We can work with this."))
        let longLife = Text(
            "Zo lijkt het alleen over de ontwikkelfase te gaan. Een gebied heeft een plan, wordt gebouwd, wordt beheerd en houdt ooit op.",
            "Like this it seems to be about the development phase only. An area has a plan, is built, is managed and ends one day."
        )
        let gemeente = "werkgroep-gebied-gemeente-den-bosch"
        try vote(on: "2026-09-14", first, gemeente, BallotPaper(.no), longLife, objects: true)
        try settle(
            on: "2026-09-17", first, gemeente, .resolved,
            Text(
                "Besproken in de werkgroep; de tekst wordt aangepast.",
                "Discussed in the working group; the text is changed."))
        try on(
            "2026-09-17", CancelBallot(first, reason: Text("Er komt een nieuwe tekst.", "There will be a new text.")))
        try reviseTerm(proposal, Vote.id(ID(first), ID(gemeente)))

        let second = try open(on: "2026-09-17", proposal, Self.consent, until: "2026-09-24")
        for (party, nl, en) in [
            ("dei", "Deze tekst laat ruimte voor wie later aansluit.", "This text leaves room for who joins later."),
            ("heijmans", "Wat wij bouwen, moet ook te beheren zijn.", "What we build must be manageable too."),
            ("gemeente-den-bosch", "Mijn bezwaar is weg.", "My objection is gone."),
        ] {
            try vote(on: "2026-09-21", second, "werkgroep-gebied-\(party)", BallotPaper(.yes), Text(nl, en))
        }
        try on("2026-09-28", CarryOutDecision(try count(on: "2026-09-25", second)))
    }

    private mutating func reviseTerm(_ proposal: String, _ objection: String) throws {
        try on(
            "2026-09-17",
            ReviseProposal(
                proposal,
                text: Text(
                    "Wij spreken van een integraal digitaal gebiedsgericht ecosysteem: partijen met één doel die daarvoor vrij gegevens uitwisselen over een fysiek gebied, van het eerste plan tot het gebied zijn functie verliest.",
                    "We speak of an integral digital area-based ecosystem: parties with one goal who for it freely exchange data about a physical area, from the first plan until the area loses its function."
                ),
                reason: Text(
                    "De oude tekst leek alleen over de ontwikkelfase te gaan.",
                    "The old text seemed to be about the development phase only."),
                objection: ID(objection)))
    }

    /// By two thirds: an objection that remained after two conversations, a vote, and a view of a minority.
    private mutating func tellCase() throws {
        let proposal = try propose(
            on: "2026-09-21", "eerste-casus", by: "heijmans",
            Text("Beginnen met openbare verlichting en opstelpunten", "Begin with public lighting and mounting points"),
            Text(
                "Wij beginnen met de casus van de subgroep economie: objecten en opstelpunten beter benutten, samen met de openbare verlichting. De andere twee volgen.",
                "We begin with the case of the subgroup economy: making better use of objects and mounting points, together with public lighting. The other two follow."
            ),
            effects: [
                Effect(
                    "goals", "economie",
                    ["description": Text("Hiermee begint de verkenning.", "The exploration begins with this.").value],
                    Text("Bij dit doel staat dat het eerst komt.", "The goal says that it comes first."))
            ])
        try advise(
            on: "2026-09-24", "verlichting-subgroep-maatschappij", proposal, ["body": "subgroep-maatschappij"],
            .negative,
            Text(
                "Neem geluidsoverlast. Daar is duidelijk wie de pijn voelt, en de eigenaar van het probleem hoort erbij te zitten.",
                "Take noise nuisance. There it is clear who feels the pain, and the owner of the problem should be at the table."
            ))
        let first = try open(on: "2026-10-01", proposal, Self.consent, until: "2026-10-22")
        let dei = "werkgroep-gebied-dei"
        let pain = Text(
            "Bij verlichting zit niemand aan tafel die er last van heeft. Dan praten wij uit meningen en niet uit ervaring.",
            "With lighting nobody at the table suffers from it. Then we speak from opinions and not from experience.")
        try vote(on: "2026-10-05", first, dei, BallotPaper(.no), pain, objects: true)
        try settle(
            on: "2026-10-22", first, dei, .recorded,
            Text(
                "Besproken op 8 en 22 oktober; het bezwaar bleef. De werkgroep stemt, zoals de intentieverklaring zegt.",
                "Discussed on 8 and 22 October; the objection remained. The working group votes, as the letter of intent says."
            ))
        try on(
            "2026-10-22",
            CancelBallot(
                first,
                reason: Text("Na twee gesprekken bleef een bezwaar.", "After two conversations an objection remained."))
        )

        let second = try open(on: "2026-10-22", proposal, Self.twoThirds, until: "2026-10-29")
        try vote(on: "2026-10-23", second, dei, BallotPaper(.no), pain)
        try vote(
            on: "2026-10-26", second, "werkgroep-gebied-heijmans", BallotPaper(.yes),
            Text(
                "Lichtmasten staan overal en zijn al digitaal aan te passen.",
                "Lamp posts are everywhere and can be adapted digitally already."))
        try vote(
            on: "2026-10-28", second, "werkgroep-gebied-gemeente-den-bosch", BallotPaper(.yes),
            Text(
                "De masten zijn van ons, dus wij kunnen beginnen. Geluid doen wij als tweede.",
                "The posts are ours, so we can begin. Noise we take second."))
        try on("2026-11-02", CarryOutDecision(try count(on: "2026-10-30", second)))
    }

    /// Still open: who has not voted yet is asked to.
    private mutating func tellResidents() throws {
        let proposal = try propose(
            on: "2026-11-12", "bewoners-horen", by: "gemeente-den-bosch",
            Text("Een panel van bewoners, door loting", "A panel of residents, drawn by lot"),
            Text(
                "Wij loten twaalf bewoners uit wie zich meldt, evenveel uit elk deel van het gebied. Zij vertellen wat zij nodig hebben, voordat het doel vaststaat. Na een half jaar loten wij opnieuw.",
                "We draw twelve residents by lot from who applies, as many from each part of the area. They tell what they need, before the goal is fixed. After half a year we draw again."
            ))
        try advise(
            on: "2026-11-13", "panel-subgroep-maatschappij", proposal, ["body": "subgroep-maatschappij"], .positive,
            Text(
                "Bewoners weten waar en wanneer het geluid overlast geeft.",
                "Residents know where and when the noise is a nuisance."))
        try sound(
            on: "2026-11-13", "panel-heijmans", proposal, "heijmans", .doubt,
            Text(
                "Wij horen bewoners graag; spreekt een panel voor de hele buurt?",
                "We like to hear residents; does a panel speak for the whole neighbourhood?"))
        let ballot = try open(on: "2026-11-16", proposal, Self.consent, until: "2026-12-10")
        try vote(
            on: "2026-11-18", ballot, "werkgroep-gebied-dei", BallotPaper(.yes),
            Text("Hun stem ontbreekt nu.", "Their voice is missing now."))
    }
}
