import Kernel

/// A word of the field that the pages use and that is no kind of record.
struct FieldWord {
    let id: String
    let name: Text
    let meaning: Text

    init(_ id: String, _ name: Text, _ meaning: Text) {
        self.id = id
        self.name = name
        self.meaning = meaning
    }

    static let all = partnership + governance

    private static let partnership = [
        FieldWord(
            "helix", Text("Helix", "Helix"),
            Text(
                "De delen van de samenleving die samenwerken: overheid, bedrijven en kennis vormen een triple helix; met burgers erbij een quadruple helix.",
                "The parts of society that work together: government, business and knowledge form a triple helix; with citizens added, a quadruple helix."
            )),
        FieldWord(
            "regisseur", Text("Regisseur", "Orchestrator"),
            Text(
                "Wie de samenwerking bij elkaar houdt en in Stelsel alles van dit ecosysteem mag vastleggen.",
                "Who holds the collaboration together and may record everything of this ecosystem in Stelsel.")),
        FieldWord(
            "schil", Text("Schil", "Layer"),
            Text(
                "Hoe dicht een organisatie bij de kern van het ecosysteem staat.",
                "How close an organisation is to the core of the ecosystem.")),
        FieldWord(
            "kavel", Text("Kavel", "Lot"),
            Text(
                "Een deel van het werk dat als geheel aan één leverancier wordt gegund.",
                "A part of the work that is awarded as a whole to one supplier.")),
        FieldWord(
            "dekking", Text("Dekking", "Coverage"),
            Text(
                "Of de bijdragen van alle partijen samen genoeg zijn voor het doel.",
                "Whether the contributions of all parties together are enough for the goal.")),
        FieldWord(
            "borging", Text("Borging", "Embedding"),
            Text(
                "Zorgen dat resultaten blijven bestaan en onderhouden worden als de samenwerking stopt.",
                "Making sure that results last and are maintained when the collaboration ends.")),
    ]

    /// How decisions come about, and who is responsible.
    private static let governance = [
        FieldWord(
            "besluitregel", Text("Besluitregel", "Decision rule"),
            Text(
                "Wanneer een voorstel is aangenomen: welke telling, welke drempel, welk quorum, en wat bij gelijke stemmen.",
                "When a proposal is adopted: which count, which threshold, which quorum, and what happens when votes are equal."
            )),
        FieldWord(
            "quorum", Text("Quorum", "Quorum"),
            Text(
                "Hoeveel zetels, gewicht of groepen ten minste meedoen. Wordt het niet gehaald, dan is er geen besluit.",
                "How many seats, how much weight or how many groups take part at least. When it is not reached there is no decision."
            )),
        FieldWord(
            "opkomst", Text("Opkomst", "Turnout"),
            Text(
                "Welke zetels hebben gestemd. Wie zich onthoudt, stemde ook; wie niets deed, niet.",
                "Which seats voted. Who abstains voted too; who did nothing did not.")),
        FieldWord(
            "instemming", Text("Instemming (consent)", "Consent"),
            Text(
                "Een voorstel is aangenomen als geen bezwaar met een argument nog open is.",
                "A proposal is adopted when no argued objection is still open.")),
        FieldWord(
            "bezwaar", Text("Bezwaar", "Objection"),
            Text(
                "Een stem tegen, met het argument waarom dit schade doet. Het wordt opgelost, ingetrokken of vastgelegd.",
                "A vote against, with the argument why this does harm. It is resolved, withdrawn or recorded.")),
        FieldWord(
            "minderheid", Text("Wie er anders over dacht", "Minority view"),
            Text(
                "Wat tegenstemmers zeiden; het blijft bij het besluit staan.",
                "What those against said; it stays with the decision.")),
        FieldWord(
            "gekwalificeerde-meerderheid", Text("Gekwalificeerde meerderheid", "Qualified majority"),
            Text(
                "Een deel van de stemmen dat vooraf is afgesproken, zoals twee derde.",
                "A share of the votes that was agreed beforehand, such as two thirds.")),
        FieldWord(
            "dubbele-meerderheid", Text("Dubbele meerderheid", "Double majority"),
            Text(
                "Elke groep telt apart, en in elke groep is een meerderheid nodig.",
                "Every group counts apart, and a majority is needed in each.")),
        FieldWord(
            "voorkeuren", Text("Stemmen op volgorde", "Ranked choice"),
            Text(
                "U zet opties op volgorde. Bij instant runoff valt telkens de laatste af; bij Schulze wint wie van elk ander wint.",
                "You put options in order. With instant runoff the last goes out each time; with Schulze whoever beats each other wins."
            )),
        FieldWord(
            "loting", Text("Loting", "Drawing of lots"),
            Text(
                "Wie bij gelijke stand voorgaat, volgt uit een zaad dat niemand vooraf kende. Iedereen kan het narekenen.",
                "Who goes first when all is equal follows from a seed that nobody knew before. Anyone can recompute it."
            )),
        FieldWord(
            "zaad", Text("Zaad", "Seed"),
            Text(
                "De waarde waaruit een loting volgt: de wortel van het logboek op een afgesproken moment.",
                "The value from which a lot follows: the root of the log at an agreed moment.")),
        FieldWord(
            "stemcode", Text("Stemcode", "Receipt code"),
            Text(
                "Wat u na een geheime stem één keer ziet. Daarmee vindt u uw biljet terug, en niemand anders.",
                "What you see once after a secret vote. With it you find your paper back, and nobody else does.")),
        FieldWord(
            "terzijde", Text("Terzijde schuiven", "Override"),
            Text(
                "Een ander orgaan zet een besluit opzij en geeft daarvoor de redenen.",
                "Another body sets a decision aside and gives the reasons.")),
        FieldWord(
            "heropenen", Text("Heropenen", "Reopening"),
            Text(
                "Een besluit opnieuw aan de orde stellen, met redenen en instemming van het orgaan.",
                "Bringing a decision up again, with reasons and the leave of the body.")),
        FieldWord(
            "bekrachtigen", Text("Bekrachtigen", "Ratification"),
            Text(
                "Achteraf vastleggen wat in nood werd besloten.",
                "Confirming afterwards what was decided in an emergency.")),
        FieldWord(
            "rasci", Text("RASCI", "RASCI"),
            Text(
                "Per activiteit: wie uitvoert (R), eindverantwoordelijk is (A), helpt (S), meedenkt (C) en wordt geïnformeerd (I).",
                "For each activity: who carries out (R), is accountable (A), supports (S), is consulted (C) and is informed (I)."
            )),
        FieldWord(
            "srm", Text("Gedeelde verantwoordelijkheid (SRM)", "Shared responsibility (SRM)"),
            Text(
                "Per manier van leveren en per beheerlaag: welke partij verantwoordelijk is, en wie het eind heeft.",
                "For each way of delivering and each management layer: which party is responsible, and who has the final say."
            )),
        FieldWord(
            "demarcatie", Text("Demarcatie", "Demarcation"),
            Text(
                "De grens tussen wat de ene en de andere partij doet. Zonder tegenhanger valt er iets tussen.",
                "The border between what one party does and what another does. Without a counterpart something falls in between."
            )),
        FieldWord(
            "escalatieladder", Text("Escalatieladder", "Escalation ladder"),
            Text(
                "De stappen die een geschil omhoog gaat, elk met een termijn en iemand die het begeleidt.",
                "The steps by which a dispute goes up, each with a term and somebody who guides it.")),
        FieldWord(
            "gevoeligheid", Text("Gevoeligheid", "Sensitivity"),
            Text(
                "Wie er wint als een criterium zwaarder of niet meetelt.",
                "Who wins when a criterion counts for more or not at all.")),
    ]
}
