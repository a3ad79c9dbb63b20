import Ecosystems
import Kernel

extension AgreementsContext {
    static let findingWords: [String: FindingWords] = [
        "agreement.no-parties": FindingWords(
            Text("Afspraken zonder partijen", "Agreements without parties"),
            action: Text("Noem de partijen", "Name the parties"), .change),
        "clause.blank": FindingWords(
            Text("Bepalingen zijn niet ingevuld", "Clauses are not filled in"), action: Text("Vul in", "Fill in"),
            .change),
        "clause.language": FindingWords(
            Text("Bepalingen missen een taal", "Clauses lack a language"), action: Text("Vertaal", "Translate"), .change
        ),
        "clause.places": FindingWords(
            Text("Bepalingen verschillen per taal", "Clauses differ by language"),
            action: Text("Maak de talen gelijk", "Make the languages the same"), .change),
        "clause.behind": FindingWords(
            Text("Bepalingen lopen in één taal achter", "Clauses lag behind in one language"),
            action: Text("Werk de tekst bij", "Bring the text up to date"), .change),
        "clause.value-language": FindingWords(
            Text("Bepalingen zijn in één taal ingevuld", "Clauses are filled in in one language"),
            action: Text("Vul ook de andere taal in", "Fill in the other language too"), .change),
        "norm.text-changed": FindingWords(
            Text("Normen horen bij een oudere tekst", "Norms belong to an older text"),
            action: Text("Bevestig of verwijder de norm", "Confirm or remove the norm"), .look),
        "agreement.two-values": FindingWords(
            Text("Afspraken spreken zichzelf tegen", "Agreements contradict themselves"),
            action: Text("Kies één waarde", "Choose one value"), .look),
        "agreement.conflict": FindingWords(
            Text("Bouwstenen gaan niet samen", "Building blocks do not go together"),
            action: Text("Kies een van de twee", "Choose one of the two"), .look),
        "agreement.depends": FindingWords(
            Text("Bouwstenen ontbreken", "Building blocks are missing"),
            action: Text("Voeg de bouwsteen toe", "Add the block"), .look),
        "agreement.precedence-circle": FindingWords(
            Text("Documenten gaan in een kring voor", "Documents go before each other in a circle"),
            action: Text("Haal een richting weg", "Take one way out"), .change),
        "norm.clause-gone": FindingWords(
            Text("Normen zonder bepaling", "Norms without a clause"),
            action: Text("Verwijder of verplaats de norm", "Remove or move the norm"), .look),
        "norm.blank": FindingWords(
            Text("Normen zijn niet te volgen", "Norms cannot be watched"), action: Text("Vul in", "Fill in"), .look),
        "offering.lapsing": FindingWords(
            Text("Versies vervallen bijna", "Versions lapse soon"),
            action: Text("Bel wie nog niet tekende", "Call who has not signed"), .look),
        "agreement.term-ends": FindingWords(
            Text("Afspraken lopen bijna af", "Agreements end soon"),
            action: Text("Besluit over verlengen", "Decide on renewing"), .look),
        "review.overdue": FindingWords(
            Text("Evaluaties zijn te laat", "Reviews are late"),
            action: Text("Houd de evaluatie of plan haar opnieuw", "Hold the review or plan it anew"), .change),
        "agreement.no-review": FindingWords(
            Text("Evaluaties zijn niet gepland", "Reviews are not planned"),
            action: Text("Plan de evaluatie", "Plan the review"), .look),
    ]

    static let draftFindings = FindingRule { situation in
        DraftFindings(situation).all + TimeFindings(situation: situation).all
    }
}
