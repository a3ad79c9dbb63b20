import Kernel

extension Goal {
    /// A goal of one organisation says of which; a shared goal belongs to all.
    package func problems() -> [Problem] {
        switch (level, organisation) {
        case (.organisation, nil):
            [
                Problem(
                    "goal.organisation-missing", at: ["organisation"],
                    Text("Dit doel zegt niet van welke organisatie het is.", "This goal does not say whose it is."),
                    mend: Text("Noem de organisatie, of kies “gezamenlijk”.", "Name it, or choose “shared”."))
            ]
        case (.shared, .some):
            [
                Problem(
                    "goal.organisation-extra", at: ["organisation"],
                    Text("Een gezamenlijk doel is van alle partijen.", "A shared goal belongs to all parties."),
                    mend: Text(
                        "Laat de organisatie leeg, of kies “van één organisatie”.",
                        "Leave the organisation empty, or choose “of one organisation”."))
            ]
        default: []
        }
    }

    /// What is still needed to call the goal SMART: measurable and bound to a time.
    var missingForSmart: [Text] {
        [
            measure.isEmpty ? Text("een maat", "a measure") : nil,
            target.isEmpty ? Text("een streefwaarde", "a target") : nil,
            due == nil ? Text("een einddatum", "a due date") : nil,
        ].compactMap { $0 }
    }
}
