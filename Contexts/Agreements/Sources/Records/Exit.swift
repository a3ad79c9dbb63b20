import Kernel
import Parties

/// A party's notice that it leaves an agreement, and what is settled.
package struct Exit: Record {
    package var id = ID<Exit>("")
    package var agreement = ID<Agreement>("")
    package var party = ID<Organisation>("")
    package var given: Day?
    package var effective: Day?
    package var reason = Text()
    package var settlement: [Settlement] = []

    package init() {}

    package var title: Text { Text("Uittreding van \(party)", "Exit of \(party)") }
    package func title(with names: Names) -> Text {
        let (name, agreement) = (names[party], names[agreement])
        return Text("\(name.dutch) verlaat \(agreement.dutch)", "\(name.english) leaves \(agreement.english)")
    }

    package static let naming = Naming(
        "exit", "exits", Text("Uittreding", "Exit"), Text("Uittredingen", "Exits"),
        meaning: Text(
            "Dat een partij een afspraak verlaat: wanneer, waarom en wat er nog af te wikkelen is.",
            "That a party leaves an agreement: when, why and what is still to be settled."))

    package static let owners = ["party"]

    package static let fields: [Field<Exit>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("party", \.party, Text("Partij", "Party"), required: true),
        Field("given", \.given, Text("Opgezegd op", "Notice given on"), required: true),
        Field("effective", \.effective, Text("Eindigt op", "Effective on"), required: true),
        Field("reason", \.reason, Text("Reden", "Reason"), shape: .text(long: true)),
        Field("settlement", \.settlement, Text("Afwikkeling", "Settlement")),
    ]

    /// Something to settle at an exit.
    package struct Settlement: Part {
        package var what = Text()
        package var due: Day?
        package var done: Day?

        package init() {}

        package static let fields: [Field<Settlement>] = [
            Field("what", \.what, Text("Wat", "What"), required: true),
            Field("due", \.due, Text("Uiterlijk", "Due")),
            Field("done", \.done, Text("Gedaan op", "Done on")),
        ]
    }
}

/// The end of an agreement for everyone.
package struct Ending: Record {
    package var id = ID<Ending>("")
    package var agreement = ID<Agreement>("")
    package var on: Day?
    package var reason = Text()

    package init() {}

    package var title: Text { reason }

    package static let naming = Naming(
        "ending", "endings", Text("Beëindiging", "Ending"), Text("Beëindigingen", "Endings"),
        meaning: Text(
            "Dat een afspraak voor iedereen eindigt, en waarom.", "That an agreement ends for everyone, and why."))

    package static let fields: [Field<Ending>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("on", \.on, Text("Eindigt op", "Ends on"), required: true),
        Field("reason", \.reason, Text("Reden", "Reason"), shape: .text(long: true), required: true),
    ]
}

/// A periodic look at an agreement: does it still fit?
package struct Review: Record {
    package var id = ID<Review>("")
    package var agreement = ID<Agreement>("")
    package var planned: Day?
    package var held: Day?
    package var attended: [ID<Organisation>] = []
    package var conclusions = Text()
    package var proposals: [Proposal] = []

    package init() {}

    package var title: Text { Text("Evaluatie \(planned?.description ?? "")", "Review \(planned?.description ?? "")") }
    package func title(with names: Names) -> Text {
        let name = names[agreement]
        return Text("Evaluatie van \(name.dutch)", "Review of \(name.english)")
    }

    package static let naming = Naming(
        "review", "reviews", Text("Evaluatie", "Review"), Text("Evaluaties", "Reviews"),
        meaning: Text(
            "Een bijeenkomst om na te gaan of een afspraak nog past, met voorstellen.",
            "A session to see whether an agreement still fits, with proposals."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Review>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("planned", \.planned, Text("Gepland op", "Planned on"), required: true),
        Field("held", \.held, Text("Gehouden op", "Held on")),
        Field("attended", \.attended, Text("Aanwezig", "Attended")),
        Field("conclusions", \.conclusions, Text("Conclusies", "Conclusions"), shape: .text(long: true)),
        Field("proposals", \.proposals, Text("Voorstellen", "Proposals")),
    ]

    /// A wish to change something, that came out of a review.
    package struct Proposal: Part {
        package var clause: ID<Clause>?
        package var text = Text()
        /// How the clause should read; empty while nobody wrote it.
        package var wording = Text()
        /// When the wording was taken over into the text being written.
        package var adopted: Day?

        package init() {}

        package static let fields: [Field<Proposal>] = [
            Field("clause", \.clause, Text("Bepaling", "Clause")),
            Field("text", \.text, Text("Voorstel", "Proposal"), shape: .text(long: true), required: true),
            Field(
                "wording", \.wording, Text("Nieuwe tekst van de bepaling", "New text of the clause"),
                shape: .text(long: true)),
            Field("adopted", \.adopted, Text("Overgenomen op", "Taken over on")),
        ]
    }
}
