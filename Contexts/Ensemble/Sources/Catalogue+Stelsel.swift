import Ecosystems
import Kernel

extension Catalogue {
    /// Everything that this Stelsel knows: add a context here, and every door has it.
    package static let stelsel = Catalogue([], rights: { _, _ in Rights() })
}
