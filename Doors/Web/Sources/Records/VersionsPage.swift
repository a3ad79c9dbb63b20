import Ecosystems
import Hummingbird
import Kernel
import Markup

/// All versions of one record, also of one that was removed.
extension EcosystemVisit {
    /// The versions of the record in the address, newest first, as far as the visitor may see it.
    private func versionsInAddress() async throws -> (kind: Kind, id: String, versions: [RecordVersion]) {
        let kind = try kind()
        let record = try visit.part("record")
        let versions = try await ecosystem.versions(of: kind.plural, record).filter {
            !isPast || $0.item.sequence <= reader.state.sequence
        }
        guard !versions.isEmpty, reader.visible(versions.latestValues, kind, record) != nil else {
            throw Refusal.notFound(.noSuchRecord(kind, record))
        }
        return (kind, record, versions)
    }

    func showVersions() async throws -> Response {
        let (kind, record, versions) = try await versionsInAddress()
        let isGone = versions[0].isRemoval
        let title = say(reader.title(of: versions.latestValues, kind, record))
        let canEdit =
            mayEdit && !kind.isProcess
            && reader.may(ChangeRecords([RecordChange(kind.plural, record, .put(versions.latestValues))]))
        let teller = HistoryTeller(self, names: try await accountNames(versions.map(\.item)))
        let items: HTML = versions.enumerated().html { index, version in
            let seen = canEdit && index > 0 && !version.isRemoval ? versions[0].item.sequence : nil
            return item(version, of: kind, record, teller, revertSeen: seen)
        }
        let gone: HTML =
            isGone
            ? "<p class=\"notice\">\(say("Dit is verwijderd. Zet een versie terug om het weer te gebruiken.", "This was removed. Go back to a version to use it again."))</p>"
            : ""
        let crumb: HTML =
            isGone
            ? "<a href=\"\(Path.records(id, kind.plural))\">\(say(kind.naming.pluralLabel))</a>"
            : ValueView(self).link(kind.plural, record)
        return show(
            Page(
                title, place: .history,
                """
                <p class="crumbs">\(crumb)</p><h1>\(say("Geschiedenis van", "History of")) \(title)</h1>\(gone)
                <ol class="timeline">\(items)</ol>\(erasure(of: kind, record))
                """))
    }

    /// - Parameter revertSeen: the newest version, when the visitor may go back from it to this one.
    private func item(
        _ version: RecordVersion, of kind: Kind, _ record: String, _ teller: HistoryTeller, revertSeen: Int?
    ) -> HTML {
        let revert: HTML =
            revertSeen.map { seen in
                """
                <form method="post" action="\(Path.reversion(id, kind.plural, record))">\(visit.token)\
                <input type="hidden" name="seen" value="\(seen)">\
                <label>\(say("Reden (mag leeg)", "Reason (may be empty)")) <input name="reason" maxlength="\(Reason.longest)"></label> \
                <button class="quiet" name="version" value="\(version.item.sequence)">\(say("Zet terug naar deze versie", "Go back to this version"))</button></form>
                """
            } ?? ""
        let removed: HTML = version.isRemoval ? "<p>\(say("Verwijderd", "Removed"))</p>" : ""
        let changes: HTML = version.isRemoval ? "" : teller.table(version)
        return """
            <li><div class="row"><strong>\(teller.when(version.item))</strong> <span class="quiet">\(teller.who(version.item)) · \(say("regel", "line")) \(version.item.sequence)</span></div>
            \(removed)\(teller.reason(version.item.reason))\(changes)\(revert)</li>
            """
    }

    private func erasure(of kind: Kind, _ record: String) -> HTML {
        guard reader.rights.administers, !isPast else { return "" }
        return """
            <details class="danger"><summary>\(say("Inhoud voorgoed wissen", "Erase the content for good"))</summary>
            <form method="post" action="\(Path.erasure(id, kind.plural, record))">\(visit.token)
            <p>\(say("Alles wat het logboek over dit onderdeel bewaart verdwijnt. Het bewijs dát, wanneer en waarom het gewist is blijft.", "Everything that the log keeps about this goes. The proof that, when and why it was erased stays."))</p>
            <label>\(say("Reden", "Reason")) <input name="reason" maxlength="\(Reason.longest)" required></label> <button class="danger">\(say("Wis voorgoed", "Erase for good"))</button></form></details>
            """
    }

    func revertRecord() async throws -> Response {
        let form = try await visit.form()
        let (kind, record, versions) = try await versionsInAddress()
        guard let wanted = versions.first(where: { $0.item.sequence == Int(form.first("version")) && !$0.isRemoval })
        else {
            throw Refusal.notFound(
                Problem(
                    "version.unknown", Text("Die versie is er niet (meer).", "That version is not there (any more).")))
        }
        _ = try await perform(
            RevertRecord(
                kind: kind.plural, id: record, version: wanted.item.sequence, values: wanted.values,
                seen: Int(form.first("seen")), reason: form.first("reason").trimmed))
        return visit.onward(to: .versions(id, kind.plural, record), .reverted)
    }
}
