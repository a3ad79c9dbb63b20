import Kernel

extension XMLPull {
    /// Runs a look at the bytes of an attribute of the element that began last; nil when it has none of that name.
    func withAttribute<Result>(
        _ name: StaticString, _ look: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Result
    ) throws(Problem) -> Result? {
        for attribute in attributes where Self.isSame(window.slice(attribute.name), name) {
            if attribute.isPlain { return try look(window.slice(attribute.value)) }
            let decoded = try decode(attribute)
            // Copied, so that the error keeps its type.
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: decoded.count)
            defer { copy.deallocate() }
            _ = copy.initialize(fromContentsOf: decoded)
            return try look(UnsafeBufferPointer(copy))
        }
        return nil
    }

    /// An attribute of the element that began last; nil when it is not there.
    func attribute(_ name: StaticString) throws(Problem) -> String? {
        for attribute in attributes where Self.isSame(window.slice(attribute.name), name) {
            return try text(of: attribute)
        }
        return nil
    }

    /// The first of two attributes, or else the second.
    func attribute(_ name: StaticString, or other: StaticString) throws(Problem) -> String? {
        if let first = try attribute(name) { return first }
        return try attribute(other)
    }

    func text(of attribute: Attribute) throws(Problem) -> String {
        let text =
            attribute.isPlain
            ? String(validating: window.slice(attribute.value), as: UTF8.self)
            : String(validating: try decode(attribute), as: UTF8.self)
        guard let text else { throw Problem.encoding(window.place(of: attribute.value.lowerBound)) }
        return text
    }

    /// References resolved, and line ends and tabs as the spaces that XML makes of them.
    private func decode(_ attribute: Attribute) throws(Problem) -> [UInt8] {
        var out: [UInt8] = []
        var at = attribute.value.lowerBound
        while at < attribute.value.upperBound {
            let byte = window.base[at]
            if byte == UInt8(ascii: "&") {
                let reference = try resolve(at, before: attribute.value.upperBound)
                out += reference.bytes
                at = reference.after
            } else {
                let isPair = byte == 0x0D && window.base[at + 1] == 0x0A
                if !isPair { out.append(Self.isSpace(byte) ? 0x20 : byte) }
                at += 1
            }
        }
        return out
    }

    /// The names of attributes of the element that began last, beyond those that are known and what XML has for itself.
    func unknownAttributes(_ known: [StaticString]) -> [String] {
        var unknown: [String] = []
        for attribute in attributes {
            let name = window.slice(attribute.name)
            if known.contains(where: { Self.isSame(name, $0) }) || name.starts(with: "xml".utf8) { continue }
            unknown.append(String(decoding: name, as: UTF8.self))
        }
        return unknown
    }
}
