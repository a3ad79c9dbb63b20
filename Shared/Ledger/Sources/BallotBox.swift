import Crypto
import Foundation

/// A ballot paper without a name: known by the hash of a receipt code that only the voter has.
package struct BoxPaper: Sendable, Hashable {
    /// SHA-256 of the receipt code, 32 bytes.
    package let code: Data
    /// What was voted, in the form of whoever asks; the ledger does not read it.
    package let bytes: Data

    package init(code: Data, bytes: Data) {
        self.code = code
        self.bytes = bytes
    }

    static let codeLength = 32
    /// The length of the paper stands before it in two bytes.
    static let lengthBytes = 2
    static let longest = 60_000
}

/// What happens to a ballot box in the same transaction as an append.
package struct BoxChange: Sendable, Hashable {
    package enum Action: Sendable, Hashable {
        /// A paper goes in. `room` is how many bytes every paper of this box takes, so that none is told by its length.
        case put(BoxPaper, room: Int)
        /// The box is emptied and is gone; refused when it no longer holds what this digest was taken of.
        case empty(digest: Data)
    }

    package let box: String
    package let action: Action

    package init(_ box: String, _ action: Action) {
        self.box = box
        self.action = action
    }
}

/// What a box holds, the papers in the order of their codes: the only order that it knows.
package struct BoxContents: Sendable, Hashable {
    package let papers: [BoxPaper]
    /// SHA-256 of the box; 32 zero bytes when there is none.
    package let digest: Data

    static let none = BoxContents(papers: [], digest: Data(repeating: 0, count: 32))
}

/// The papers as they lie in the store: cells of equal length, sorted by code, in one blob.
///
/// One blob is written anew with every paper. So nothing tells which came when: no row number, no place in a page, no rest of an older
/// blob, because freed pages are overwritten and the write-ahead log is emptied.
struct BoxCells {
    let room: Int
    private(set) var bytes: Data

    init(room: Int, bytes: Data = Data()) {
        self.room = room
        self.bytes = bytes
    }

    private var cell: Int { BoxPaper.codeLength + room }
    private var count: Int { bytes.count / cell }

    /// False when papers of another length lie in it.
    var isWhole: Bool { room > BoxPaper.lengthBytes && bytes.count.isMultiple(of: cell) }

    func fits(_ paper: BoxPaper) -> Bool { paper.bytes.count <= room - BoxPaper.lengthBytes }

    func holds(_ code: Data) -> Bool { place(of: code).found }

    mutating func put(_ paper: BoxPaper) { bytes.insert(contentsOf: cell(of: paper), at: place(of: paper.code).start) }

    mutating func replace(_ paper: BoxPaper) {
        let start = place(of: paper.code).start
        bytes.replaceSubrange(start..<start + cell, with: cell(of: paper))
    }

    var contents: BoxContents {
        let papers = (0..<count).map { index -> BoxPaper in
            let code = code(at: index)
            let start = index * cell + BoxPaper.codeLength
            let length = Int(bytes[start]) << 8 | Int(bytes[start + 1])
            let from = start + BoxPaper.lengthBytes
            return BoxPaper(code: code, bytes: Data(bytes[from..<from + min(length, room - BoxPaper.lengthBytes)]))
        }
        return BoxContents(papers: papers, digest: Data(SHA256.hash(data: bytes)))
    }

    private func code(at index: Int) -> Data { Data(bytes[index * cell..<index * cell + BoxPaper.codeLength]) }

    /// Where a code stands, or where it would.
    private func place(of code: Data) -> (start: Int, found: Bool) {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.code(at: middle).lexicographicallyPrecedes(code) { low = middle + 1 } else { high = middle }
        }
        return (low * cell, low < count && self.code(at: low) == code)
    }

    private func cell(of paper: BoxPaper) -> Data {
        let length = paper.bytes.count
        var cell = paper.code + Data([UInt8(length >> 8), UInt8(length & 255)]) + paper.bytes
        cell.append(Data(repeating: 0, count: self.cell - cell.count))
        return cell
    }
}
