/// Numbers straight from bytes: `12`, `-0.5`, `1e-5`. Nothing else counts as a number.
enum PlainNumber {
    /// Nil for anything but a finite number. A comma stands for the decimal point where `comma` says so.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, comma: Bool = false) -> Double? {
        if let quick = quick(bytes, comma) { return quick }
        guard let first = bytes.first, isPartOfNumber(first), bytes.allSatisfy(isPartOfNumber) || comma else {
            return nil
        }
        var text = String(decoding: bytes, as: UTF8.self)
        if comma, !text.contains(".") { text = String(text.map { $0 == "," ? "." : $0 }) }
        guard text.utf8.allSatisfy(isPartOfNumber), let number = Double(text), number.isFinite else { return nil }
        return number
    }

    static func read(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { read($0) }
    }

    /// Digits with at most one point. Up to fifteen digits are exact as a number, and so is a power of ten up to fifteen: one division
    /// then gives the nearest number.
    private static func quick(_ bytes: UnsafeBufferPointer<UInt8>, _ comma: Bool) -> Double? {
        guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
        var digits = 0
        var point = -1
        for (index, byte) in bytes.enumerated() {
            if (48...57).contains(byte) {
                digits = digits * 10 + Int(byte) - 48
            } else if point < 0, index > 0, byte == 0x2E || (comma && byte == 0x2C) {
                point = index
            } else {
                return nil
            }
        }
        if point < 0 { return bytes.count <= 15 ? Double(digits) : nil }
        let decimals = bytes.count - point - 1
        guard decimals > 0 else { return nil }
        return Double(digits) / powers[decimals]
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
