import Kernel

/// What is refused after a decision was taken.
extension Problem {
    static let standsNoLonger = Problem(
        "decision.gone",
        Text("Dit besluit geldt niet meer.", "This decision no longer stands."),
        mend: Text("Kijk welk besluit ervoor in de plaats kwam.", "See which decision came in its place."))

    static let nothingToCarryOut = Problem(
        "decision.no-effects",
        Text("Dit besluit verandert niets in het ecosysteem.", "This decision changes nothing in the ecosystem."),
        mend: Text("Wijzig wat nodig is met de hand.", "Change by hand what is needed."))

    static let carriedOutAlready = Problem(
        "decision.carried-out",
        Text("Dit besluit is al uitgevoerd.", "This decision was carried out already."),
        mend: Text("Neem een nieuw besluit om het te veranderen.", "Take a new decision to change it."))

    static let ownDecision = Problem(
        "override.own", at: ["body"],
        Text("Een orgaan schuift een eigen besluit niet terzijde.", "A body does not override its own decision."),
        mend: Text("Vraag het te heropenen.", "Ask to reopen it."))

    static let noLeave = Problem(
        "reopen.leave", at: ["leave"],
        Text(
            "Het orgaan dat besloot, stemde niet in met heropenen.",
            "The body that decided gave no leave to reopen."),
        mend: Text(
            "Breng bij dat orgaan een kwestie in die vraagt dit besluit te heropenen, en laat het daarover besluiten.",
            "Raise a matter with that body that asks to reopen this decision, and have it decided."))

    static let urgentChoice = Problem(
        "urgent.options", at: ["proposal"],
        Text("Tussen opties kiezen vraagt een stemming.", "Choosing between options asks for a ballot."),
        mend: Text("Doe een voorstel zonder opties.", "Make a proposal without options."))

    static let nothingToRatify = Problem(
        "ratify.nothing",
        Text("Hier valt niets te bekrachtigen.", "There is nothing to ratify here."),
        mend: Text(
            "Alleen een noodbesluit wordt bekrachtigd, één keer.", "Only an emergency decision is ratified, once."))

    static let noRatification = Problem(
        "ratify.decision", at: ["ratification"],
        Text(
            "Dit is geen later besluit van hetzelfde orgaan dat ja zegt.",
            "This is no later decision of the same body that says yes."),
        mend: Text(
            "Laat het orgaan erover besluiten en noem dat besluit.", "Have the body decide and name that decision."))
}
