/// A fixed number of values without the checks of an array, for the loops in which networks spend their time. Debug builds, and so all tests, do
/// check every place; who uses it says beside it why places cannot lie outside.
struct Memory<Value: BitwiseCopyable>: ~Copyable {
    private let start: UnsafeMutablePointer<Value>
    let count: Int

    init(repeating value: Value, count: Int) {
        start = .allocate(capacity: max(1, count))
        start.initialize(repeating: value, count: max(1, count))
        self.count = count
    }

    init(_ values: [Value]) {
        start = .allocate(capacity: max(1, values.count))
        for place in values.indices { (start + place).initialize(to: values[place]) }
        count = values.count
    }

    deinit { start.deallocate() }

    subscript(place: Int) -> Value {
        @inline(__always) get {
            assert(place >= 0 && place < count)
            return start[place]
        }
        @inline(__always) nonmutating _modify {
            assert(place >= 0 && place < count)
            yield &start[place]
        }
    }

    /// Gives all places this value.
    func fill(_ value: Value) { start.update(repeating: value, count: count) }

    var array: [Value] { (0..<count).map { start[$0] } }
}

/// `Rows` without checks and weights: `starts` never falls and ends with the number of `ends`, and these are nodes.
final class FixedRows {
    let starts: Memory<Int32>
    let ends: Memory<Int32>

    init(_ rows: Rows) {
        starts = Memory(rows.starts)
        ends = Memory(rows.ends)
    }

    @inline(__always)
    func first(_ node: Int) -> Int { Int(starts[node]) }

    @inline(__always)
    func degree(_ node: Int) -> Int { Int(starts[node + 1] - starts[node]) }
}
