import Kernel

/// A word of the field that the pages use and that is no kind of record.
struct FieldWord {
    let id: String
    let name: Text
    let meaning: Text

    static let all = [
        FieldWord(
            id: "helix", name: Text("Helix", "Helix"),
            meaning: Text(
                "De delen van de samenleving die samenwerken: overheid, bedrijven en kennis vormen een triple helix; met burgers erbij een quadruple helix.",
                "The parts of society that work together: government, business and knowledge form a triple helix; with citizens added, a quadruple helix."
            )),
        FieldWord(
            id: "regisseur", name: Text("Regisseur", "Orchestrator"),
            meaning: Text(
                "Wie de samenwerking bij elkaar houdt en in Stelsel alles van dit ecosysteem mag vastleggen.",
                "Who holds the collaboration together and may record everything of this ecosystem in Stelsel.")),
        FieldWord(
            id: "schil", name: Text("Schil", "Layer"),
            meaning: Text(
                "Hoe dicht een organisatie bij de kern van het ecosysteem staat.",
                "How close an organisation is to the core of the ecosystem.")),
        FieldWord(
            id: "kavel", name: Text("Kavel", "Lot"),
            meaning: Text(
                "Een deel van het werk dat als geheel aan één leverancier wordt gegund.",
                "A part of the work that is awarded as a whole to one supplier.")),
        FieldWord(
            id: "dekking", name: Text("Dekking", "Coverage"),
            meaning: Text(
                "Of de bijdragen van alle partijen samen genoeg zijn voor het doel.",
                "Whether the contributions of all parties together are enough for the goal.")),
        FieldWord(
            id: "borging", name: Text("Borging", "Embedding"),
            meaning: Text(
                "Zorgen dat resultaten blijven bestaan en onderhouden worden als de samenwerking stopt.",
                "Making sure that results last and are maintained when the collaboration ends.")),
    ]
}
