import Foundation
import GRDB

/// The ballot boxes of a store, inside a transaction.
struct BoxShelf {
    let db: Database

    /// What the box holds; nothing when there is no such box.
    func contents(of box: String) throws -> BoxContents { try cells(of: box)?.contents ?? .none }

    /// Why a change cannot be, found before anything is written.
    func fault(in change: BoxChange) throws -> LedgerRefusal? {
        let cells = try cells(of: change.box)
        switch change.action {
        case .put(let paper, let room):
            let cells = cells ?? BoxCells(room: room)
            guard paper.code.count == BoxPaper.codeLength, cells.isWhole, cells.fits(paper) else { return .unfitPaper }
            return cells.holds(paper.code) ? .invalid(what: "paper", why: "its code is in the box already") : nil
        case .empty(let digest):
            let held = cells?.contents ?? .none
            return held.digest == digest ? nil : .conflict(expected: 0, actual: held.papers.count)
        }
    }

    /// Carries out a change that has no fault.
    func take(_ change: BoxChange) throws {
        switch change.action {
        case .put(let paper, let room):
            try Schema.addBoxes(to: db)
            var cells = try cells(of: change.box) ?? BoxCells(room: room)
            cells.put(paper)
            try save(cells, of: change.box)
        case .empty:
            guard try Schema.hasBoxes(in: db) else { return }
            let row = try Prepared(db, "DELETE FROM ballot_box WHERE box = ?1")
            row.bind(change.box, at: 1)
            try row.run()
        }
    }

    /// Puts another paper in the place of the one with its code; refuses a code that is not in the box.
    func replace(_ paper: BoxPaper, in box: String) throws {
        guard var cells = try cells(of: box), cells.holds(paper.code) else {
            throw LedgerRefusal.invalid(what: "paper", why: "the box holds none with this code")
        }
        guard cells.fits(paper) else { throw LedgerRefusal.unfitPaper }
        cells.replace(paper)
        try save(cells, of: box)
    }

    private func cells(of box: String) throws -> BoxCells? {
        guard try Schema.hasBoxes(in: db) else { return nil }
        let row = try Prepared(db, "SELECT room, papers FROM ballot_box WHERE box = ?1")
        defer { row.reset() }
        row.bind(box, at: 1)
        guard try row.next() else { return nil }
        let cells = BoxCells(room: row.int(0), bytes: row.data(1) ?? Data())
        guard cells.isWhole else { throw LedgerRefusal.damaged(why: "a ballot box holds papers of unequal length") }
        return cells
    }

    private func save(_ cells: BoxCells, of box: String) throws {
        let row = try Prepared(db, "INSERT OR REPLACE INTO ballot_box VALUES (?1, ?2, ?3)")
        row.bind(box, at: 1)
        row.bind(cells.room, at: 2)
        row.bind(cells.bytes, at: 3)
        try row.run()
    }
}

extension LedgerRefusal {
    fileprivate static let unfitPaper = LedgerRefusal.invalid(what: "paper", why: "it does not fit in the box")
}
