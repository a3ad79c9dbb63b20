import Kernel
import MethodLibrary
import Parties

/// A choice between options by criteria that were fixed beforehand: who may join, which legal form, which offer.
package struct Selection: Record {
    package var id = ID<Selection>("")
    package var name = Text()
    package var use = CriteriaMethod.Use.offers
    /// Scores run from `lowest` up to `highest`; higher is better.
    package var lowest = 1
    package var highest = 3
    package var criteria: [SelectionCriterion] = []
    package var options: [SelectionOption] = []
    /// Who scores.
    package var assessors: [ID<Organisation>] = []
    package var body: ID<Body>?
    /// The day from which nobody scores any more.
    package var closed: Day?
    /// The id of the option that was chosen.
    package var chosen = ""
    /// Of tied options, the one that the lot pointed out, and where that can be recomputed.
    package var drawn = ""
    package var draw = ""
    package var reasons = Text()
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "selection", "selections", Text("Selectie", "Selection"), Text("Selecties", "Selections"),
        meaning: Text(
            "Een keuze tussen mogelijkheden, op criteria die vooraf vaststaan.",
            "A choice between options, by criteria that are fixed beforehand."))

    package static let visibility = Visibility.participants

    private static let outcome = Text("Uitkomst", "Outcome")

    package static let fields: [Field<Selection>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("use", \.use, Text("Keuze tussen", "Choice between"), required: true),
        Field("lowest", \.lowest, Text("Laagste score", "Lowest score"), shape: .whole(0...1_000)),
        Field("highest", \.highest, Text("Hoogste score", "Highest score"), shape: .whole(0...1_000)),
        Field("criteria", \.criteria, Text("Criteria", "Criteria"), required: true),
        Field("options", \.options, Text("Mogelijkheden", "Options")),
        Field("assessors", \.assessors, Text("Beoordelaars", "Assessors")),
        Field("body", \.body, Text("Wie kiest", "Who chooses")),
        Field(
            "closed", \.closed, Text("Gesloten op", "Closed on"),
            help: Text("Daarna kan niemand meer scoren.", "After that nobody can score."), group: outcome),
        Field(
            "chosen", \.chosen, Text("Gekozen", "Chosen"),
            help: Text("De id van de mogelijkheid.", "The id of the option."), group: outcome),
        Field(
            "drawn", \.drawn, Text("Door het lot aangewezen", "Pointed out by the lot"),
            help: Text("Alleen bij een gelijke stand.", "Only for a tie."), group: outcome),
        Field(
            "draw", \.draw, Text("De loting", "The draw"),
            help: Text("Waar de loting is na te rekenen.", "Where the draw can be recomputed."), group: outcome),
        Field("reasons", \.reasons, Text("Motivering", "Reasons"), shape: .text(long: true), group: outcome),
        .source(\.source),
    ]
}

/// One criterion of a selection, with its weight.
package struct SelectionCriterion: Part {
    package var id = ""
    package var name = Text()
    package var weight = 1

    package init() {}

    package static let fields: [Field<SelectionCriterion>] = [
        Field("id", \.id, Text("Id", "Id"), required: true),
        Field("name", \.name, Text("Criterium", "Criterion"), required: true),
        Field("weight", \.weight, Text("Gewicht", "Weight"), shape: .whole(0...1_000)),
    ]
}

/// One thing to choose.
package struct SelectionOption: Part {
    package var id = ""
    package var name = Text()
    /// Whose it is, when it is an organisation's.
    package var organisation: ID<Organisation>?

    package init() {}

    package static let fields: [Field<SelectionOption>] = [
        Field("id", \.id, Text("Id", "Id"), required: true),
        Field("name", \.name, Text("Mogelijkheid", "Option"), required: true),
        Field("organisation", \.organisation, Text("Van", "Of")),
    ]
}

/// What one assessor gives one option, criterion by criterion, with the reasons.
package struct Scoring: Record {
    package var id = ID<Scoring>("")
    package var selection = ID<Selection>("")
    package var assessor = ID<Organisation>("")
    /// The id of the option.
    package var option = ""
    package var scores: [CriterionScore] = []

    package init() {}

    package var title: Text { Text(same: "\(selection): \(option) (\(assessor))") }
    package func title(with names: Names) -> Text {
        let (name, who) = (names[selection], names[assessor])
        return Text("\(name.dutch): \(option), door \(who.dutch)", "\(name.english): \(option), by \(who.english)")
    }

    package static let naming = Naming(
        "scoring", "scorings", Text("Beoordeling", "Scoring"), Text("Beoordelingen", "Scorings"),
        meaning: Text(
            "Wat één beoordelaar aan één mogelijkheid geeft, met redenen.",
            "What one assessor gives one option, with reasons."))

    package static let visibility = Visibility.participants
    package static let owners = ["assessor"]

    package static let fields: [Field<Scoring>] = [
        Field("selection", \.selection, Text("Selectie", "Selection"), required: true),
        Field("assessor", \.assessor, Text("Beoordelaar", "Assessor"), required: true),
        Field("option", \.option, Text("Mogelijkheid", "Option"), required: true),
        Field("scores", \.scores, Text("Scores", "Scores"), required: true),
    ]
}

/// The score on one criterion, and why.
package struct CriterionScore: Part {
    /// The id of the criterion.
    package var criterion = ""
    package var score = 0
    package var reason = Text()

    package init() {}

    package static let fields: [Field<CriterionScore>] = [
        Field("criterion", \.criterion, Text("Criterium", "Criterion"), required: true),
        Field("score", \.score, Text("Score", "Score"), shape: .whole(0...1_000), required: true),
        Field("reason", \.reason, Text("Waarom", "Why"), shape: .text(long: true)),
    ]
}
