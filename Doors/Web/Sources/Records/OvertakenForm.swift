import Ecosystems
import Hummingbird
import Kernel

/// Two people edited one record.
extension EcosystemVisit {
    /// The form again, after someone else changed the record: theirs and one's own beside each other, ready to be saved over what is there now.
    func showOvertaken(_ form: RecordForm) async throws -> Response {
        var form = form
        let record = form.record ?? ""
        let versions = try await ecosystem.versions(of: form.kind.plural, record)
        form.status = .conflict
        guard let now = reader.values(form.kind, record), let latest = versions.first else {
            form.problems = [.goneMeanwhile]
            return show(form)
        }
        let seen = versions.first { $0.item.sequence == form.seen }
        let overtaken = Overtaken(
            form.values, theirs: now, seen: seen.flatMap { reader.visible($0.values, form.kind, record) },
            fields: fillable(form.kind, record))
        form.values = overtaken.values
        form.seen = latest.item.sequence
        form.overtaken = RecordForm.Overtaking(
            fields: overtaken, item: latest.item, names: try await accountNames([latest.item]))
        return show(form)
    }
}

extension Problem {
    fileprivate static let goneMeanwhile = Problem(
        "record.gone",
        Text("Terwijl u schreef is dit verwijderd.", "While you were writing this was removed."),
        mend: Text(
            "Zet het terug uit de geschiedenis; kopieer eerst wat u schreef.",
            "Take it back from the history; copy what you wrote first."))
}
