import Ecosystems
import Kernel

/// Responsibilities as a table for spreadsheets, in two forms: a line for each assignment, or a matrix of letters.
package enum ResponsibilityTable {
    static let columns = ["activity", "model", "layer", "party", "part", "from", "until", "clause", "note"]

    /// A line for each assignment, by subject, party and part; reading it back changes nothing.
    package static func lines(_ records: [Responsibility]) -> String {
        let sorted = records.sorted {
            ($0.subject?.id ?? "", $0.party?.name ?? "", $0.part.letter, $0.id) < (
                $1.subject?.id ?? "", $1.party?.name ?? "", $1.part.letter, $1.id
            )
        }
        return SheetWriter.text(
            [columns]
                + sorted.map { record in
                    [
                        record.activity?.rawValue ?? "", record.model, record.layer, record.party?.name ?? "",
                        record.part.letter, record.period.from?.description ?? "",
                        record.period.until?.description ?? "", record.clause?.rawValue ?? "", record.note.dutch,
                    ]
                })
    }

    /// Subjects down, parties across, letters in the cells; the second column is for people.
    package static func matrix(_ matrix: ResponsibilityMatrix, title: (ResponsibilitySubject) -> String) -> String {
        SheetWriter.text(
            [["subject", "title"] + matrix.parties.map(\.name)]
                + matrix.subjects.map { subject in
                    [subject.id, title(subject)] + matrix.parties.map { matrix[subject, $0].letters }
                })
    }
}
