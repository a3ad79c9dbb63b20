import Ecosystems
import Kernel

/// A tie on the map, with the words of the record that it comes from.
struct PaintedTie {
    let tie: NetworkTie
    let from: String
    let to: String
    let source: RecordPlace
    let about: Text

    init(_ tie: NetworkTie, _ network: EcosystemNetwork, _ reader: Reader) {
        self.tie = tie
        (from, to) = network.ends(of: tie)
        source = network.source(of: tie)
        about = network.about(tie) ?? reader.record(Relation.self, tie.id)?.about ?? Text()
    }

    /// Both ends, whichever way it goes.
    var pair: [String] { from < to ? [from, to] : [to, from] }
}
