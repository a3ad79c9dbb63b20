import Ecosystems
import Kernel

extension NetworkMapContext {
    static let findingWords: [String: FindingWords] = [
        "relation.none": FindingWords(
            Text("Geen relaties", "No relations"), action: Text("Leg een relatie vast", "Record a relation"), .add),
        "organisation.isolated": FindingWords(
            Text("Deelnemers zonder relatie", "Participants without a relation"),
            action: Text("Leg vast met wie er wordt gewerkt", "Record with whom they work"), .look),
        "network.keystone": FindingWords(
            Text("Spillen waar veel over loopt", "Keystones that much runs through"),
            action: Text("Bekijk wat eraan hangt", "See what hangs on it"), .look),
        "network.weak-spot": FindingWords(
            Text("Zwakke plekken", "Weak spots"), action: Text("Bekijk wat eraan hangt", "See what hangs on it"), .look),
        "network.sole-supplier": FindingWords(
            Text("Enige leveranciers", "Single suppliers"),
            action: Text("Bekijk wat eraan hangt", "See what hangs on it"),
            .look),
        "network.thin-bridge": FindingWords(
            Text("Dunne bruggen tussen groepen", "Thin bridges between groups"),
            action: Text("Bekijk de band", "Look at the tie"), .look),
        "network.missed-match": FindingWords(
            Text("Vraag en aanbod zonder band", "Needs and offers without a tie"),
            action: Text("Bekijk wie wat zoekt", "See who seeks what"), .look),
        "network.strangers": FindingWords(
            Text("Hetzelfde doel zonder band", "The same goal without a tie"),
            action: Text("Bekijk wie eraan werkt", "See who works on it"), .look),
        "relation.disputed": FindingWords(
            Text("Relaties die beide kanten anders zien", "Relations that both sides see differently"),
            action: Text("Bekijk de relatie", "Look at the relation"), .look),
        "relation.friction": FindingWords(
            Text("Relaties die niet goed gaan", "Relations that do not go well"),
            action: Text("Bekijk de relatie", "Look at the relation"), .look),
        "network.monotony": FindingWords(
            Text("Eenvormigheid", "Monotony"), action: Text("Bekijk wie er zijn", "See who is there"), .look),
        "network.dominance": FindingWords(
            Text("Partijen waar velen van afhangen", "Parties on which many depend"),
            action: Text("Bekijk wat eraan hangt", "See what hangs on it"), .look),
    ]
}
