import Ecosystems
import Kernel

/// Who is tied to whom, and the map that shows it.
package enum NetworkMapContext {
    package static let parts = ContextParts(
        id: "network-map", name: Text("Kaart", "Map"),
        kinds: [Kind(Relation.self), Kind(Observation.self), Kind(View.self)],
        guards: [Observation.sides],
        findings: [RelationFindings.none, NetworkFindings.rule], findingWords: findingWords)
}
