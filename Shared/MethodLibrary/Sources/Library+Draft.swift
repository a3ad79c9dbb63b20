import Kernel

extension Library {
    /// The YAML of a method as the start of an adapted copy: new id, version 1, `basedOn` set, comments and order kept.
    /// Nil when there is no such method.
    package func draft(copying id: String, as copy: String) -> String? {
        guard let method = method(id) else { return nil }
        var lines: [String] = []
        var inBasis = false
        for line in method.yaml.split(separator: "\n", omittingEmptySubsequences: false) {
            let startsField = line.first.map { $0 != " " && $0 != "#" && $0 != "\r" } ?? false
            if startsField { inBasis = line.hasPrefix("basedOn:") }
            if inBasis { continue }
            if startsField, line.hasPrefix("id:") {
                lines += ["id: \(copy)", "basedOn:", "  id: \(method.id)", "  version: \(method.version)"]
            } else if startsField, line.hasPrefix("version:") {
                lines.append("version: 1")
            } else {
                lines.append(String(line))
            }
        }
        return lines.joined(separator: "\n")
    }
}
