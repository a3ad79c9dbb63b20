import Foundation

extension NetworkReport {
    /// One line of JSON with its keys in order, so that the same analysis is always the same bytes.
    package var json: Data { get throws { try inOrder(self) } }
}

extension NetworkComparisonReport {
    /// One line of JSON with its keys in order, so that the same comparison is always the same bytes.
    package var json: Data { get throws { try inOrder(self) } }
}

private func inOrder(_ report: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(report)
}
