import Kernel
import MethodLibrary
import Parties

/// A group that meets, advises or decides: a steering group, a working group, a council.
package struct Body: Record {
    package var id = ID<Body>("")
    package var name = Text()
    package var sort = Sort.workingGroup
    /// `method/type` of the library.
    package var type = ""
    package var purpose = Text()
    package var members: [ID<Organisation>] = []
    package var lead: ID<Organisation>?
    package var parent: ID<Body>?
    package var rhythm = Text()
    package var rule: DecisionRule?
    package var period = Period()
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "body", "bodies", Text("Orgaan", "Body"), Text("Organen", "Bodies"),
        meaning: Text(
            "Een groep die bijeenkomt, adviseert of besluit, met wie erin zitten.",
            "A group that meets, advises or decides, with who is in it."))

    private static let working = Text("Werkwijze", "Way of working")

    package func problems() -> [Problem] { (rule?.problems ?? []).map { $0.under("rule") } }

    package static let fields: [Field<Body>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("sort", \.sort, Text("Soort", "Sort"), required: true),
        Field(
            "type", \.type, Text("Uit de bibliotheek", "From the library"),
            help: Text(
                "Welk orgaan van de bibliotheek het is; dat zegt meer over doel en ritme.",
                "Which body of the library it is; that tells more of purpose and rhythm."), shape: .method(.body)),
        Field("purpose", \.purpose, Text("Doel", "Purpose"), shape: .text(long: true)),
        Field(
            "members", \.members, Text("Leden", "Members"),
            help: Text(
                "De organisaties in dit orgaan. Stemmen doen zetels.", "The organisations in this body. Seats vote.")),
        Field("lead", \.lead, Text("Trekker", "Lead")),
        Field("parent", \.parent, Text("Valt onder", "Answers to")),
        Field(
            "rhythm", \.rhythm, Text("Ritme", "Rhythm"),
            help: Text("Hoe vaak het bijeenkomt.", "How often it meets."), group: working),
        Field(
            "rule", \.rule, Text("Hoe het meestal besluit", "How it usually decides"),
            help: Text("Leeg: het besluit niet.", "Empty: it does not decide."), group: working),
        Field("period", \.period, Text("Bestaat", "Exists"), group: working),
        .source(\.source),
    ]

    package typealias Sort = BodiesMethod.Sort
}
