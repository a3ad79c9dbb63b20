import Ecosystems
import Kernel

extension NetworkMapContext {
    static let findingWords: [String: FindingWords] = [
        "relation.none": FindingWords(
            Text("Geen relaties", "No relations"), action: Text("Leg een relatie vast", "Record a relation"), .add),
        "organisation.isolated": FindingWords(
            Text("Deelnemers zonder relatie", "Participants without a relation"),
            action: Text("Leg vast met wie er wordt gewerkt", "Record with whom they work"), .look),
    ]
}
