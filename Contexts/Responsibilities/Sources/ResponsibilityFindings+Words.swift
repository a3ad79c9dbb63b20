import Ecosystems
import Kernel

extension ResponsibilityFindings {
    static let words: [String: FindingWords] = [
        "responsibility.unassigned": FindingWords(
            Text("Niemand heeft er een deel in", "Nobody has a part in it"),
            action: Text("Verdeel het", "Divide it"), .look),
        "responsibility.no-accountable": FindingWords(
            Text("Niemand is eindverantwoordelijk", "Nobody is accountable"),
            action: Text("Kies wie eindverantwoordelijk is", "Choose who is accountable"), .look),
        "responsibility.no-responsible": FindingWords(
            Text("Niemand voert het uit", "Nobody carries it out"),
            action: Text("Kies wie het uitvoert", "Choose who carries it out"), .look),
        "responsibility.double-accountable": FindingWords(
            Text("Meer dan één eindverantwoordelijke", "More than one accountable party"),
            action: Text("Kies er één", "Choose one"), .look),
        "responsibility.no-counterpart": FindingWords(
            Text("Afgebakend zonder tegenhanger", "Demarcated without a counterpart"),
            action: Text("Kies wie het doet", "Choose who does it"), .look),
        "responsibility.overload": FindingWords(
            Text("Partijen dragen te veel", "Parties bear too much"),
            action: Text("Bekijk de verdeling", "See the division"), .look),
        "responsibility.leaving": FindingWords(
            Text("Verantwoordelijkheden van wie vertrekt", "Responsibilities of who is leaving"),
            action: Text("Draag ze over", "Hand them over"), .look),
        "responsibility.process-empty": FindingWords(
            Text("Processen zonder verdeling", "Processes without a division"),
            action: Text("Leg vast wie het doet", "Record who does it"), .add),
    ]
}
