/// Public registers whose numbers can be checked by form and, where one exists, by check digits.
package enum Register: String, Sendable, Hashable, CaseIterable {
    /// Dutch Chamber of Commerce: eight digits, no check digit.
    case kvk
    /// Organisation identification number of Dutch government: twenty digits.
    case oin
    /// Legal entity identifier, ISO 17442: twenty letters and digits, ISO 7064 mod 97-10.
    case lei

    package func accepts(_ number: String) -> Bool {
        let bytes = Array(number.utf8)
        func digits(_ count: Int) -> Bool { bytes.count == count && bytes.allSatisfy { (48...57).contains($0) } }
        switch self {
        case .kvk: return digits(8)
        case .oin: return digits(20) && bytes[0] == 48 && bytes[1...7].contains { $0 != 48 }
        case .lei: return Self.isSoundLEI(bytes)
        }
    }

    package var rule: Text {
        switch self {
        case .kvk: Text("Een KVK-nummer heeft acht cijfers.", "A KVK number has eight digits.")
        case .oin: Text("Een OIN heeft twintig cijfers en begint met 0.", "An OIN has twenty digits and starts with 0.")
        case .lei:
            Text(
                "Een LEI heeft twintig hoofdletters en cijfers, waarvan de laatste twee kloppen met de rest (ISO 17442).",
                "An LEI has twenty capitals and digits, the last two of which fit the rest (ISO 17442).")
        }
    }

    private static func isSoundLEI(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 20 else { return false }
        var remainder = 0
        for byte in bytes {
            switch byte {
            case 48...57: remainder = (remainder * 10 + Int(byte) - 48) % 97
            case 65...90: remainder = (remainder * 100 + Int(byte) - 55) % 97
            default: return false
            }
        }
        return remainder == 1 && bytes.suffix(2).allSatisfy { (48...57).contains($0) }
    }
}
