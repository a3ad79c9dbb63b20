import Ecosystems
import Kernel

/// Who takes part, in which role and with which mandate.
package enum PartiesContext {
    package static let parts = ContextParts(
        id: "parties", name: Text("Partijen", "Parties"),
        kinds: [
            Kind(Organisation.self), Kind(Person.self), Kind(Participation.self), Kind(Assignment.self),
            Kind(Mandate.self), Kind(Boarding.self),
        ])
}
