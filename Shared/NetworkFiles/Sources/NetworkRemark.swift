import Kernel

/// Something that a format cannot hold, or that reading came across and kept or left out.
package struct NetworkRemark: Sendable, Hashable {
    /// Stable, for machines: `loss.name`, `kept.spells`, `read.loop`.
    package var rule: String
    /// How often.
    package var count: Int
    package var message: Text

    package init(_ rule: String, _ count: Int, _ message: Text) {
        self.rule = rule
        self.count = count
        self.message = message
    }

    /// Whether something is gone, rather than kept in another form.
    package var isLoss: Bool { rule.hasPrefix("loss.") }
}
