import Foundation
import GRDB
import Testing

@testable import Ledger

/// One way to falsify a store behind its back, and what verification must say about it.
struct Tampering: Sendable, CustomTestStringConvertible {
    typealias Kind = VerificationReport.Failure.Kind

    let name: String
    let change: @Sendable (Database) throws -> Void
    let kind: Kind
    let leaf: Int?

    init(_ name: String, _ kind: Kind, at leaf: Int?, _ change: @escaping @Sendable (Database) throws -> Void) {
        self.name = name
        self.kind = kind
        self.leaf = leaf
        self.change = change
    }

    init(_ name: String, _ kind: Kind, at leaf: Int?, sql: String) {
        self.init(name, kind, at: leaf) { try $0.execute(sql: sql) }
    }

    var testDescription: String { name }

    /// Opens the file as anybody could, without the checks that the tables have.
    func apply(to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try change(db)
        }
        try queue.close()
    }
}
