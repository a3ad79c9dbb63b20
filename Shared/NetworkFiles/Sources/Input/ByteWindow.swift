import Kernel

/// The part of a stream of bytes that is being read. It holds what has not been read yet from where reading stands, grows where
/// one part is large, and knows the line and column of every byte in it.
///
/// Not safe to share: one reader uses one window.
final class ByteWindow {
    private var source: any ByteSource
    let limits: NetworkLimits
    private let progress: ((Int) -> Void)?
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Where reading stands: an index into `base`.
    var at = 0
    /// One past the last byte that is there.
    private(set) var end = 0
    private var isFinished = false
    /// The place of the first byte that is still here.
    private var gone = Place()
    /// A byte and its place, from which others are counted.
    private var counted = (index: 0, place: Place())
    /// How many bytes have come in.
    private(set) var total = 0

    init(_ source: any ByteSource, _ limits: NetworkLimits, chunk: Int = 1 << 18, progress: ((Int) -> Void)? = nil) {
        self.source = source
        self.limits = limits
        self.progress = progress
        storage = .allocate(capacity: chunk)
        capacity = chunk
    }

    deinit { storage.deallocate() }

    /// The bytes. May move whenever `more` is called.
    var base: UnsafePointer<UInt8> { UnsafePointer(storage) }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Brings in more bytes after `end`. What stands before `at` is let go and `at` becomes 0, so that indices from before mean
    /// nothing any more. False at the end of the stream. Refuses (`file.too-large`, `file.part-too-large`).
    func more() throws(Problem) -> Bool {
        if isFinished { return false }
        letGo()
        if end == capacity { try grow() }
        let room = UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
        let count = try source.read(into: room)
        isFinished = count == 0
        end += count
        total += count
        guard total <= limits.bytes else { throw Problem.tooLarge(limits.bytes) }
        if count > 0 { progress?(total) }
        return count > 0
    }

    private func letGo() {
        guard at > 0 else { return }
        gone = place(of: at)
        counted = (0, gone)
        let rest = end - at
        storage.update(from: storage + at, count: rest)
        (at, end) = (0, rest)
    }

    private func grow() throws(Problem) {
        guard capacity < 2 * limits.partBytes else {
            throw Problem(
                "file.part-too-large", in: place(of: at),
                Text(
                    "dit ene deel is groter dan \(limits.partBytes >> 20) MB.",
                    "this one part is larger than \(limits.partBytes >> 20) MB."),
                mend: Text(
                    "Kijk of er een aanhalingsteken of haakje ontbreekt.",
                    "See whether a quote or bracket is missing."))
        }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.update(from: storage, count: end)
        storage.deallocate()
        storage = larger
        capacity *= 2
    }

    /// Where a byte stands. Asking for places in the order of the file costs one pass over it in all.
    func place(of index: Int) -> Place {
        if index < counted.index { counted = (0, gone) }
        var place = counted.place
        for at in counted.index..<max(counted.index, min(index, end)) {
            if storage[at] == 0x0A {
                place.line += 1
                place.column = 1
            } else if storage[at] & 0xC0 != 0x80 {
                place.column += 1
            }
        }
        counted = (max(counted.index, min(index, end)), place)
        return place
    }
}

/// A place in a file: line and column, both counted from 1 and columns in characters, or in JSON the way to a value.
struct Place: Hashable {
    var line = 1
    var column = 1
    var path: [String] = []

    /// One step further along the way to a value.
    static func / (place: Place, step: String) -> Place { Place(path: place.path + [step]) }
}

extension Problem {
    static func tooLarge(_ limit: Int) -> Problem {
        Problem(
            "file.too-large",
            Text("Het bestand is groter dan \(limit >> 20) MB.", "The file is larger than \(limit >> 20) MB."),
            mend: Text(
                "Splits het, of laat weg wat u niet nodig hebt.", "Split it, or leave out what you do not need."))
    }
}
