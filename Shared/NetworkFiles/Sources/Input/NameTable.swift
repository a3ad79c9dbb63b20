/// Numbers names in the order in which they are first seen, straight from the bytes: a name that was seen before costs no text.
final class NameTable {
    private(set) var names: [String] = []
    /// All names behind each other, and where each one ends.
    private var letters: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [Int] = []
    /// Numbers of names plus one in the lower half, by hash, and half of the hash above it, so that a name that is not the one is
    /// passed over without looking at it; 0 is free. Its length is a power of two.
    private var slots = [UInt64](repeating: 0, count: 1024)

    /// The number of a name; a new one when it was not seen before. Nil when the bytes are no UTF-8.
    func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let hash = Self.hash(name)
        let slot = slot(of: name, hash)
        if slots[slot] != 0 { return Self.number(slots[slot]) }
        guard let text = String(validating: name, as: UTF8.self) else { return nil }
        let number = names.count
        names.append(text)
        letters.append(contentsOf: name)
        ends.append(letters.count)
        hashes.append(hash)
        slots[slot] = Self.mark(hash) | UInt64(number + 1)
        if names.count * 2 > slots.count { widen() }
        return number
    }

    func number(of name: String) -> Int? {
        var name = name
        return name.withUTF8 { number(of: $0) }
    }

    /// The number of a name that was seen before.
    func known(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        let slot = slots[slot(of: name, Self.hash(name))]
        return slot == 0 ? nil : Self.number(slot)
    }

    func known(_ name: String) -> Int? {
        var name = name
        return name.withUTF8 { known($0) }
    }

    /// The standard library's hash is seeded by chance: nobody can choose names that all fall in one place. The order of the names
    /// does not depend on it.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(name))
        return hasher.finalize()
    }

    private static let upper: UInt64 = 0xFFFF_FFFF_0000_0000

    private static func mark(_ hash: Int) -> UInt64 { UInt64(bitPattern: Int64(hash)) & upper }

    private static func number(_ slot: UInt64) -> Int { Int(slot & ~upper) - 1 }

    /// Where a name stands, or the free place where it belongs.
    private func slot(of name: UnsafeBufferPointer<UInt8>, _ hash: Int) -> Int {
        let mask = slots.count - 1
        var slot = hash & mask
        while slots[slot] != 0 {
            if slots[slot] & Self.upper == Self.mark(hash), isSame(Self.number(slots[slot]), name) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func isSame(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == name.count else { return false }
        for index in 0..<name.count where letters[start + index] != name[index] { return false }
        return true
    }

    private func widen() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for number in names.indices {
            var slot = hashes[number] & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = Self.mark(hashes[number]) | UInt64(number + 1)
        }
    }
}
