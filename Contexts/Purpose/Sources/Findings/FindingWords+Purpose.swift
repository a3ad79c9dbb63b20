import Ecosystems
import Kernel

extension PurposeContext {
    static let findingWords = goals.merging(exchanges) { first, _ in first }.merging(ground) { first, _ in first }

    private static let goals: [String: FindingWords] = [
        "goal.none-shared": FindingWords(
            Text("Geen gedeeld doel", "No shared goal"), action: Text("Leg het doel vast", "Record the goal"), .add),
        "goal.not-smart": FindingWords(
            Text("Doelen zonder maat, streefwaarde of einddatum", "Goals without measure, target or due date"),
            action: Text("Vul het doel aan", "Complete the goal"), .change),
        "goal.not-covered": FindingWords(
            Text("Bijdragen dekken het doel niet", "Contributions do not cover the goal"),
            action: Text("Bekijk de dekking", "See the coverage"), .look),
        "goal.own-missing": FindingWords(
            Text("Deelnemers zonder eigen doel", "Participants without a goal of their own"),
            action: Text("Leg hun doel vast", "Record their goal"), .add),
        "milestone.late": FindingWords(
            Text("Mijlpalen zijn te laat", "Milestones are late"),
            action: Text("Vul in wanneer hij is gehaald", "Fill in when it was reached"), .change),
        "milestone.soon": FindingWords(
            Text("Mijlpalen komen eraan", "Milestones are near"),
            action: Text("Bekijk de mijlpaal", "See the milestone"),
            .look),
        "milestone.no-owner": FindingWords(
            Text("Mijlpalen zonder trekker", "Milestones without an owner"),
            action: Text("Kies een trekker", "Choose an owner"), .change),
        "milestone.after-goal": FindingWords(
            Text("Mijlpalen liggen na hun doel", "Milestones lie after their goal"),
            action: Text("Verzet de dag", "Move the day"), .change),
    ]

    private static let exchanges: [String: FindingWords] = [
        "activity.payer-gains-nothing": FindingWords(
            Text("Betalers krijgen niets terug", "Payers get nothing in return"),
            action: Text("Leg vast wat zij krijgen", "Record what they get"), .change),
        "activity.no-one": FindingWords(
            Text("Activiteiten zonder uitvoerder", "Activities that nobody carries out"),
            action: Text("Zoek een uitvoerder", "Find a carrier"), .change),
        "exchange.one-way": FindingWords(
            Text("Partijen geven zonder iets te krijgen", "Parties give without getting"),
            action: Text("Leg vast wat zij krijgen", "Record what they get"), .add),
    ]

    private static let ground: [String: FindingWords] = [
        "interest.none": FindingWords(
            Text("Deelnemers zonder bekend belang", "Participants without a known interest"),
            action: Text("Leg een belang vast", "Record an interest"), .add),
        "interest.opposing-unspoken": FindingWords(
            Text("Geen tegengesteld belang uitgesproken", "No opposing interest spoken out"),
            action: Text("Leg een belang vast", "Record an interest"), .add),
        "assumption.untested": FindingWords(
            Text("Aannames zijn niet getoetst", "Assumptions are not tested"),
            action: Text("Leg een toets vast", "Record a test"), .change),
        "boundary.none": FindingWords(
            Text("Het doel is niet afgebakend", "The goal has no boundaries"),
            action: Text("Leg een grens vast", "Record a boundary"), .add),
        "boundary.none-out": FindingWords(
            Text("Nergens staat wat er niet bij hoort", "Nothing says what is out of scope"),
            action: Text("Leg vast wat er niet bij hoort", "Record what is out"), .add),
        "term.no-counter-example": FindingWords(
            Text("Begrippen zonder tegenvoorbeeld", "Terms without a counter-example"),
            action: Text("Voeg een tegenvoorbeeld toe", "Add a counter-example"), .change),
    ]
}
