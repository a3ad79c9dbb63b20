import Ecosystems
import Kernel

extension GovernanceContext {
    static let findingWords: [String: FindingWords] = [
        "body.without-members": FindingWords(
            Text("Organen besluiten zonder leden", "Bodies decide without members"),
            action: Text("Geef leden een zetel", "Give members a seat"), .look),
        "body.no-quorum": FindingWords(
            Text("Organen halen hun quorum niet", "Bodies cannot reach their quorum"),
            action: Text("Bekijk wie kan stemmen", "See who can vote"), .look),
        "body.seats-unused": FindingWords(
            Text("Zetels kunnen niet stemmen", "Seats cannot vote"),
            action: Text("Bekijk de zetels", "See the seats"), .look),
        "body.without-lead": FindingWords(
            Text("Werkgroepen hebben geen trekker", "Working groups have no lead"),
            action: Text("Wijs een trekker aan", "Name a lead"), .change),
        "party.few-bodies": FindingWords(
            Text("Partijen zitten in weinig organen", "Parties sit in few bodies"),
            action: Text("Vraag hen erbij", "Ask them to join"), .look),
        "seat.conflict": FindingWords(
            Text("Onpartijdige rollen stemmen voor een partij", "Impartial roles vote for a party"),
            action: Text("Geef de zetel aan iemand anders", "Give the seat to someone else"), .change),
        "seat.term-ended": FindingWords(
            Text("Termijnen van zetels zijn voorbij", "Terms of seats are over"),
            action: Text("Verleng de zetel of maak een nieuwe", "Extend the seat or make a new one"), .change),
        "seat.term-ending": FindingWords(
            Text("Termijnen van zetels lopen af", "Terms of seats are ending"),
            action: Text("Regel de opvolging", "Arrange the succession"), .change),
        "right.nobody-decides": FindingWords(
            Text("Over onderwerpen besluit niemand", "Nobody decides about subjects"),
            action: Text("Wijs een orgaan aan", "Name a body"), .change),
        "right.body-gone": FindingWords(
            Text("Organen die er niet meer zijn, hebben nog rechten", "Bodies that are gone still have rights"),
            action: Text("Geef de rechten door", "Pass the rights on"), .change),
        "meeting.no-report-back": FindingWords(
            Text("Besloten vergaderingen zijn niet teruggekoppeld", "Closed meetings were not reported back"),
            action: Text("Schrijf de terugkoppeling", "Write the report back"), .change),
        "meeting.no-minutes": FindingWords(
            Text("Vergaderingen hebben geen verslag", "Meetings have no minutes"),
            action: Text("Schrijf het verslag", "Write the minutes"), .change),
        "action.late": FindingWords(
            Text("Actiepunten zijn te laat", "Action points are late"),
            action: Text("Vink af of spreek een nieuwe dag af", "Tick off or agree on a new day"), .change),
    ]
}
