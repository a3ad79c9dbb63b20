/// Finds an option by the bytes of its id as they stand in the file, without making a text of each.
struct OptionTable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var ids: [[UInt8]] = []
    /// At the place of a hash, or the next free one: the position of an option, or none.
    private var slots: [UInt16] = []
    private static let none = UInt16.max

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func fill(_ options: [String]) {
        ids = options.map { Array($0.utf8) }
        var size = 16
        while size < 4 * ids.count { size *= 2 }
        slots = Array(repeating: Self.none, count: size)
        for (index, id) in ids.enumerated() {
            var slot = id.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
            while slots[slot] != Self.none { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(index)
        }
    }

    /// Nil when no option has the id that stands there.
    func index(of range: Range<Int>) -> UInt16? {
        guard !slots.isEmpty else { return nil }
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        var slot = Self.hash(text) & (slots.count - 1)
        while slots[slot] != Self.none {
            if ids[Int(slots[slot])].elementsEqual(text) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// FNV-1a. There are at most some hundreds of options, so that bad luck with it costs little.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7fff_ffff)
    }
}
