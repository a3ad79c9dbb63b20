/// The order of ids: by their UTF-8 bytes, so that it is the same on every system, and ids that differ in any byte are different ids, also
/// where Unicode calls them equivalent.
enum ByteOrder {
    static func precedes(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }

    static func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

    /// An id as the key of a dictionary.
    struct Key: Hashable {
        let id: String

        static func == (one: Key, other: Key) -> Bool { same(one.id, other.id) }

        func hash(into hasher: inout Hasher) {
            var id = id
            id.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}
