/// A comparison as it is written for machines: what `stelsel network whatif --json` prints. Either side has the keys of an analysis.
package struct NetworkComparisonReport: Sendable, Encodable {
    package let conventions: NetworkConventions
    package let before: Side
    package let after: Side
    /// Ids that are only before, and only after.
    package let gone: [String]
    package let come: [String]
    /// Who stays but is cut off from most of its part, piece by piece.
    package let cutOff: [[String]]

    package struct Side: Sendable, Encodable {
        package let graph: NetworkReport.Whole
        package let nodes: [NetworkReport.Node]

        init(_ analysis: NetworkAnalysis) {
            let report = NetworkReport(analysis)
            (graph, nodes) = (report.graph, report.nodes)
        }
    }

    package init(_ comparison: NetworkComparison) {
        conventions = comparison.before.conventions
        before = Side(comparison.before)
        after = Side(comparison.after)
        gone = comparison.gone
        come = comparison.come
        cutOff = comparison.cutOff
    }
}
