import Foundation
import Kernel
import Ledger

/// Ballot boxes: what is voted in secret lies beside the log until it is published as a whole.
extension Ecosystem {
    /// The box of one ballot in the store of the installation.
    package nonisolated func box(_ name: String) -> String { "\(id)/\(name)" }

    /// Carries out a command that says that somebody took part, and puts a paper in a box, in one transaction. It has no name to repeat it
    /// by: a digest of what was asked would tell what was voted.
    /// - Parameter room: how many bytes each paper in this box takes.
    package func cast(
        _ command: any Command, by caller: Caller, paper: BoxPaper, in name: String, room: Int
    ) async throws(Refusal) -> Outcome {
        try await perform(command, by: caller, box: BoxChange(box(name), .put(paper, room: room)))
    }

    /// Puts another paper in the place of the one with its code. Refuses a code that is not in the box.
    package func change(_ paper: BoxPaper, in name: String) throws(Refusal) {
        do { try ledger.replacePaper(paper, inBox: box(name)) } catch let refusal as LedgerRefusal {
            if case .invalid = refusal { throw .notFound(.noSuchPaper) }
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }

    /// Empties a box with the command that publishes its papers. When somebody changed a paper meanwhile, it is made again.
    /// - Parameter command: makes the command from the papers, which are in the order of their codes.
    package func empty(
        _ name: String, by caller: Caller, _ command: @Sendable ([BoxPaper]) -> any Command
    ) async throws(Refusal) -> Outcome {
        var attempts = 0
        while true {
            let contents = try contents(of: name)
            let change = BoxChange(box(name), .empty(digest: contents.digest))
            do throws(Refusal) {
                return try await perform(command(contents.papers), by: caller, box: change)
            } catch {
                attempts += 1
                guard case .conflict = error, attempts < 8, try self.contents(of: name) != contents else { throw error }
            }
        }
    }

    /// What lies in a box, in the order of the codes.
    package func papers(in name: String) throws(Refusal) -> [BoxPaper] { try contents(of: name).papers }

    private func contents(of name: String) throws(Refusal) -> BoxContents {
        do { return try ledger.contents(ofBox: box(name)) } catch let refusal as LedgerRefusal {
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }
}

extension Problem {
    static let noSuchPaper = Problem(
        "paper.unknown", at: ["code"],
        Text("Met deze code ligt er geen stembiljet.", "There is no ballot paper with this code."),
        mend: Text(
            "Kijk of de code goed is overgenomen. Na de sluiting kan een stem niet meer worden gewijzigd.",
            "See whether the code was copied well. After closing a vote cannot be changed."))
}
