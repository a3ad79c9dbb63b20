import Kernel

@testable import Agreements
@testable import Governance

/// How two bodies of the city deal decided. What the questions are comes from the source; who said and voted what is ours.
extension AgreementStory {
    mutating func tellCity() throws {
        try tellWorkLines()
        try tellCanvas()
    }

    /// By consent of the steering group, with one objection that was met.
    private mutating func tellWorkLines() throws {
        let proposal = try propose(
            on: "2026-04-15", "werklijnen", by: "future-city-foundation",
            Text("Vier werklijnen voor toepassen en opschalen", "Four work lines for applying and scaling up"),
            Text(
                "Wij gaan verder in vier werklijnen: een kennis- en netwerkcentrum, showcases uit de praktijk, communities of practice, en oplossingen die haalbaar, schaalbaar en deelbaar zijn.",
                "We go on in four work lines: a knowledge and network centre, showcases from practice, communities of practice, and solutions that are feasible, scalable and shareable."
            ))
        try advise(
            on: "2026-04-22", "werklijnen-kerngroep", proposal, ["body": "kerngroep"], .positive,
            Text(
                "De werkgroepen blijven zolang zij een vraag hebben.",
                "The working groups stay as long as they have a question."))
        let ballot = try open(
            on: "2026-05-06", proposal,
            ["method": "consent", "quorum": ["of": "seats", "fraction": "1/2"]], until: "2026-05-20")
        for (party, nl, en) in [
            ("argaleo", "Showcases laten zien wat werkt.", "Showcases show what works."),
            (
                "gemeente-s-hertogenbosch", "Wij willen instrumenten gebruiken, niet nog een keer maken.",
                "We want to use instruments, not make them once more."
            ),
            ("gemeente-sittard-geleen", "Delen hoort erbij.", "Sharing belongs to it."),
            (
                "ministerie-bzk", "Zo blijft de kennis niet bij een paar steden.",
                "So the knowledge does not stay with a few cities."
            ),
            ("ministerie-ienw", "Dit sluit aan op het DMI-ecosysteem.", "This connects to the DMI ecosystem."),
        ] {
            try vote(on: "2026-05-12", ballot, "stuurgroep-\(party)", BallotPaper(.yes), Text(nl, en))
        }
        let labs = "stuurgroep-we-labs"
        try vote(
            on: "2026-05-13", ballot, labs, BallotPaper(.no),
            Text(
                "Stopt een werkgroep, dan blijft haar vraag liggen.",
                "When a working group stops, its question is left lying."), objects: true)
        try settle(
            on: "2026-05-20", ballot, labs, .resolved,
            Text(
                "Showcases en communities of practice halen de vragen op, en de kerngroep zorgt dat iemand ze oppakt.",
                "Showcases and communities of practice collect the questions, and the core group sees to it that somebody takes them up."
            ))
        _ = try count(on: "2026-05-21", ballot)
    }

    /// Still open in the core group: which answers are acceptable.
    private mutating func tellCanvas() throws {
        let proposal = try propose(
            on: "2026-11-11", "plek-canvas", by: "future-city-foundation",
            Text("Drie manieren om het canvas een plek te geven", "Three ways to give the canvas a home"),
            Text(
                "Elk van deze manieren gaf een ander resultaat van de deal een plek. Kies wat voor u aanvaardbaar is; dat kan meer dan één zijn.",
                "Each of these ways gave another result of the deal a home. Choose what you find acceptable; that can be more than one."
            ),
            options: [
                ProposalOption(
                    "opvolger", Text("Naar de opvolger", "To the successor"),
                    Text(
                        "Het DMI-ecosysteem neemt het op en onderhoudt het.",
                        "The DMI ecosystem takes it in and maintains it.")),
                ProposalOption(
                    "redactie",
                    Text("Vrij te downloaden, met een redactie", "Free to download, with an editorial board"),
                    Text("Oud-partners en anderen houden het bij.", "Former partners and others keep it current.")),
                ProposalOption(
                    "lessen", Text("Alleen de lessen", "The lessons only"),
                    Text(
                        "Wij publiceren wat wij leerden en houden het canvas niet bij.",
                        "We publish what we learned and do not maintain the canvas.")),
            ])
        let ballot = try open(
            on: "2026-11-16", proposal, ["method": "approval", "changeable": true], until: "2026-12-02")
        var paper = BallotPaper()
        paper.choices = ["opvolger", "redactie"]
        try vote(
            on: "2026-11-18", ballot, "kerngroep-future-city-foundation", paper,
            Text("Zonder beheerder veroudert het.", "Without a maintainer it gets out of date."))
    }
}
