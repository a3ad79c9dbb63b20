import Ecosystems
import Kernel

@testable import Agreements

extension AgreementStory {
    /// The deal: everybody agreed, most signed in January, one has no mandate yet.
    mutating func tellDeal() throws {
        let deal = "deal-tekst"
        try on("2025-12-01", ProposeVersion(agreement: deal, changes: Text("Eerste versie.", "First version.")))
        try consult(
            deal, from: "2025-12-02", until: "2025-12-20",
            agreeing: [
                "gemeente-sittard-geleen", "gemeente-s-hertogenbosch", "ministerie-bzk", "ministerie-ienw",
                "future-city-foundation", "argaleo",
            ])
        try remark(
            deal, "deal-tekst-v1-ronde", "we-labs", "delen",
            [
                "sort": "question", "on": "2025-12-09",
                "text": [
                    "nl": "Telt een werkvorm die wij openbaar maken ook als aanbod?",
                    "en": "Does a working method that we publish count as an offer too?",
                ],
            ])
        try on(
            "2025-12-11",
            AnswerRemark(
                remark: "deal-tekst-v1-ronde-we-labs-delen", outcome: .answered,
                reason: Text(
                    "Ja, als de andere partijen haar kunnen gebruiken en de waarde erbij staat.",
                    "Yes, when the other parties can use it and its value is stated."),
                on: Day("2025-12-11") ?? today))
        try offer(deal, on: "2026-01-05", until: "2026-02-28")
        try sign(deal, on: "2026-01-12", "gemeente-sittard-geleen", "sittard-geleen-deal")
        try sign(deal, on: "2026-01-14", "gemeente-s-hertogenbosch", "s-hertogenbosch-deal")
        try sign(deal, on: "2026-01-19", "ministerie-bzk", "bzk-deal")
        try sign(deal, on: "2026-01-20", "ministerie-ienw", "ienw-deal")
        try sign(deal, on: "2026-01-22", "future-city-foundation", "future-city-deal")
        try sign(deal, on: "2026-01-28", "argaleo", "argaleo-deal")
        try sign(deal, on: "2026-02-10", "we-labs", "we-labs-deal")
        try sign(deal, on: "2026-02-20", "gemeente-amersfoort", "amersfoort-deal", except: ["delen"])
    }

    /// The letter of intent: two of three have signed; the third is asked.
    mutating func tellLetter() throws {
        let letter = "intentie"
        try on("2026-08-17", ProposeVersion(agreement: letter, changes: Text("Eerste versie.", "First version.")))
        try offer(letter, on: "2026-08-20", until: "2026-12-18")
        try sign(letter, on: "2026-09-01", "gemeente-den-bosch", "gemeente-verkenning")
        try sign(letter, on: "2026-09-03", "heijmans", "heijmans-verkenning")
    }
}
