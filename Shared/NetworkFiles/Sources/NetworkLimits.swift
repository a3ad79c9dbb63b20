/// How much of a file is read before it is refused; every limit has a default that real maps stay far below.
package struct NetworkLimits: Sendable {
    /// Bytes of a file that is read as it comes.
    package var bytes = 1 << 30
    /// Bytes of a file of JSON, which is held in memory as a whole.
    package var jsonBytes = 128 << 20
    package var nodes = 1_000_000
    package var edges = 5_000_000
    /// Fields of nodes, or of edges.
    package var fields = 1_000
    /// Bytes of one row, tag or text.
    package var partBytes = 16 << 20
    /// How deep elements of XML may nest.
    package var depth = 64
    /// Attributes of one element of XML.
    package var attributes = 200
    /// Problems that are told at once.
    package var problems = 20

    package init() {}
}
